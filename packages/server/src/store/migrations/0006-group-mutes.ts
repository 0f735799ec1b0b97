import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addStart(db);
  await createMutedGroups(db);
}

/** When the older mutes began is not known: they begin now. */
async function addStart(db: Kysely<unknown>): Promise<void> {
  await sql`alter table group_mutes add column muted_at bigint`.execute(db);
  await sql`update group_mutes set muted_at = extract(epoch from now()) * 1000`.execute(db);
  await sql`alter table group_mutes alter column muted_at set not null`.execute(db);
}

/** What is kept under an id, whether or not there is a group. */
async function createMutedGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table muted_groups (
      app_id integer not null references apps,
      group_id text not null,
      position bigint generated always as identity,
      primary key (app_id, group_id)
    )`.execute(db);
  await sql`create index muted_groups_by_position on muted_groups (app_id, position)`.execute(db);
  await sql`
    create table group_allowlists (
      app_id integer not null references apps,
      group_id text not null,
      user_id text not null,
      position bigint generated always as identity,
      primary key (app_id, group_id, user_id)
    )`.execute(db);
  await sql`create index group_allowlists_of_user on group_allowlists (app_id, user_id)`.execute(db);
}
