import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table chatroom_attributes add column auto_delete boolean not null default false`.execute(db);
}
