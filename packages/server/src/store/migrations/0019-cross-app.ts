import { type Kysely, sql } from 'kysely';

/** What names a user says of which app. Every row there is so far is about the app that it belongs to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTrusts(db);
  await createFriends(db);
  await nameMembersByApp(db);
  await nameBlockedByApp(db);
  await nameQuietTargetsByApp(db);
}

async function createTrusts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table app_trusts (
      app_id integer not null references apps,
      trusted_id integer not null references apps,
      created_at bigint not null,
      primary key (app_id, trusted_id)
    )`.execute(db);
}

async function createFriends(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table friends (
      app_id integer not null references apps,
      user_id text not null,
      friend_app_id integer not null references apps,
      friend_id text not null,
      position bigint generated always as identity,
      note_name text,
      others text,
      primary key (app_id, user_id, friend_app_id, friend_id)
    )`.execute(db);
  await sql`create index friends_by_position on friends (app_id, user_id, position)`.execute(db);
}

/** The app of a member was there, and was that of the group. */
async function nameMembersByApp(db: Kysely<unknown>): Promise<void> {
  await sql`alter table group_members drop constraint group_members_pkey, add primary key (gid, app_id, user_id)`.execute(db);
  await sql`alter table chatroom_members drop constraint chatroom_members_pkey, add primary key (room_id, app_id, user_id)`.execute(db);
  await sql`alter table groups add column owner_app_id integer references apps`.execute(db);
  await sql`update groups set owner_app_id = app_id where owner_id is not null`.execute(db);
  await sql`alter table groups add check ((owner_id is null) = (owner_app_id is null))`.execute(db);
}

/** A change of the type writes the table once, where an update would leave as many dead rows. */
async function nameBlockedByApp(db: Kysely<unknown>): Promise<void> {
  await sql`drop index blocklists_by_blocked`.execute(db);
  await sql`alter table blocklists add column blocked_app_id integer`.execute(db);
  await sql`
    alter table blocklists
      alter column blocked_app_id type integer using app_id,
      alter column blocked_app_id set not null,
      drop constraint blocklists_pkey,
      add primary key (app_id, user_id, blocked_app_id, blocked_id),
      add foreign key (blocked_app_id) references apps`.execute(db);
  await sql`create index blocklists_by_blocked on blocklists (blocked_app_id, blocked_id)`.execute(db);
}

async function nameQuietTargetsByApp(db: Kysely<unknown>): Promise<void> {
  await sql`drop index quiet_targets_by_target`.execute(db);
  await sql`alter table quiet_targets add column target_app_id integer`.execute(db);
  await sql`
    alter table quiet_targets
      alter column target_app_id type integer using app_id,
      alter column target_app_id set not null,
      drop constraint quiet_targets_pkey,
      add primary key (app_id, user_id, kind, target_app_id, target_id),
      add foreign key (target_app_id) references apps`.execute(db);
  await sql`create index quiet_targets_by_target on quiet_targets (target_app_id, kind, target_id)`.execute(db);
}
