import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table allowlists (
      app_id integer not null references apps,
      user_id text not null,
      allowed_id text not null,
      position bigint generated always as identity,
      primary key (app_id, user_id, allowed_id)
    )`.execute(db);
  await sql`create index allowlists_by_allowed on allowlists (app_id, allowed_id)`.execute(db);
  await sql`create index allowlists_by_position on allowlists (app_id, user_id, position)`.execute(db);
  await sql`create index blocklists_by_position on blocklists (app_id, user_id, position)`.execute(db);
  await sql`alter table user_states add column allowlist_on boolean not null default false`.execute(db);
}
