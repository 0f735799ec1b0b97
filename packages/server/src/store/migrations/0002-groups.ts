import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Official JMessage SDKs keep gids in 32 bits and want at least 4 digits.
  await sql`create sequence gids minvalue 10000001 maxvalue 2147483647`.execute(db);
  await sql`
    create table groups (
      gid bigint primary key,
      app_id integer not null references apps,
      group_id text not null,
      name text not null,
      description text,
      avatar text,
      owner_id text,
      is_public boolean not null default false,
      max_members integer not null,
      created_at bigint not null,
      updated_at bigint not null
    )`.execute(db);
  await sql`create unique index groups_by_id on groups (app_id, group_id)`.execute(db);
  await sql`create index groups_by_gid on groups (app_id, gid)`.execute(db);
  await sql`
    create table group_members (
      gid bigint not null references groups on delete cascade,
      app_id integer not null,
      user_id text not null,
      position bigint generated always as identity,
      primary key (gid, user_id)
    )`.execute(db);
  await sql`create index group_members_by_position on group_members (gid, position)`.execute(db);
  await sql`create index groups_of_user on group_members (app_id, user_id, position)`.execute(db);
  await sql`
    create table group_mutes (
      app_id integer not null references apps,
      group_id text not null,
      user_id text not null,
      muted_until bigint,
      primary key (app_id, group_id, user_id)
    )`.execute(db);
  await sql`create index group_mutes_of_user on group_mutes (app_id, user_id)`.execute(db);
  await sql`
    create table group_shields (
      app_id integer not null references apps,
      user_id text not null,
      group_id text not null,
      primary key (app_id, user_id, group_id)
    )`.execute(db);
}
