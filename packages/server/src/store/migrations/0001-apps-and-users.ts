import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createApps(db);
  await createUsers(db);
  await createUserStates(db);
  await createUserLists(db);
}

async function createApps(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table apps (
      id integer generated always as identity primary key,
      app_key text not null,
      secret text not null,
      name text not null,
      settings text not null default '{}',
      created_at bigint not null
    )`.execute(db);
  // JMessage compares app keys without regard to case.
  await sql`create unique index apps_app_key on apps (lower(app_key))`.execute(db);
}

async function createUsers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users (
      app_id integer not null references apps,
      user_id text not null,
      position bigint generated always as identity,
      name text,
      portrait_uri text,
      avatar text,
      birthday text,
      gender smallint,
      signature text,
      region text,
      address text,
      extras text,
      password_hash text,
      is_admin boolean not null default false,
      created_at bigint not null,
      updated_at bigint not null,
      primary key (app_id, user_id)
    )`.execute(db);
  await sql`create index users_by_position on users (app_id, position)`.execute(db);
  await sql`create index admins_by_position on users (app_id, position) where is_admin`.execute(db);
}

async function createUserStates(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_states (
      app_id integer not null references apps,
      user_id text not null,
      tokens_valid_from bigint,
      blocked_until bigint,
      deactivated_at bigint,
      private_muted_at bigint,
      quiet boolean not null default false,
      primary key (app_id, user_id)
    )`.execute(db);
  await sql`create index blocked_users on user_states (app_id, blocked_until, user_id) where blocked_until is not null`.execute(db);
  await sql`create index deactivated_users on user_states (app_id, deactivated_at, user_id) where deactivated_at is not null`.execute(db);
  await sql`create index private_muted_users on user_states (app_id, private_muted_at, user_id) where private_muted_at is not null`.execute(
    db,
  );
}

async function createUserLists(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_tags (
      app_id integer not null references apps,
      user_id text not null,
      tag text not null,
      position smallint not null,
      primary key (app_id, user_id, tag)
    )`.execute(db);
  await sql`create index users_by_tag on user_tags (app_id, tag, user_id)`.execute(db);
  await sql`
    create table blocklists (
      app_id integer not null references apps,
      user_id text not null,
      blocked_id text not null,
      position bigint generated always as identity,
      primary key (app_id, user_id, blocked_id)
    )`.execute(db);
  await sql`create index blocklists_by_blocked on blocklists (app_id, blocked_id)`.execute(db);
  await sql`
    create table quiet_targets (
      app_id integer not null references apps,
      user_id text not null,
      kind text not null,
      target_id text not null,
      primary key (app_id, user_id, kind, target_id)
    )`.execute(db);
  await sql`create index quiet_targets_by_target on quiet_targets (app_id, kind, target_id)`.execute(db);
}
