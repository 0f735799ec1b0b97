import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table conversation_settings (
      app_id integer not null references apps,
      user_id text not null,
      kind smallint not null,
      target_id text not null,
      pinned boolean not null default false,
      primary key (app_id, user_id, kind, target_id)
    )`.execute(db);
}
