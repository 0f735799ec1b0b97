import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createChatrooms(db);
  await createContents(db);
  await createLists(db);
}

async function createChatrooms(db: Kysely<unknown>): Promise<void> {
  // Like gids: 32 bits and at least 4 digits.
  await sql`create sequence room_ids minvalue 10000001 maxvalue 2147483647`.execute(db);
  await sql`
    create table chatrooms (
      room_id bigint primary key,
      app_id integer not null references apps,
      chatroom_id text not null,
      name text not null,
      description text,
      owner_id text,
      max_members integer,
      destroy_when text not null check (destroy_when in ('idle', 'old')),
      destroy_minutes integer,
      muted_at bigint,
      created_at bigint not null,
      last_active_at bigint not null,
      due_at bigint generated always as
        (case destroy_when when 'old' then created_at else last_active_at end + destroy_minutes * 60000::bigint) stored
    )`.execute(db);
  await sql`create unique index chatrooms_by_id on chatrooms (app_id, chatroom_id)`.execute(db);
  await sql`create index chatrooms_by_room_id on chatrooms (app_id, room_id)`.execute(db);
  await sql`create index due_chatrooms on chatrooms (due_at) where due_at is not null`.execute(db);
  await sql`create index muted_chatrooms on chatrooms (app_id, muted_at, room_id) where muted_at is not null`.execute(db);
}

/** What belongs to one life of a chatroom and goes with it. */
async function createContents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table chatroom_members (
      room_id bigint not null references chatrooms on delete cascade,
      app_id integer not null,
      user_id text not null,
      position bigint generated always as identity,
      joined_at bigint not null,
      primary key (room_id, user_id)
    )`.execute(db);
  await sql`create index chatroom_members_by_position on chatroom_members (room_id, position)`.execute(db);
  await sql`create index chatrooms_of_user on chatroom_members (app_id, user_id, position)`.execute(db);
  await sql`
    create table chatroom_allowlists (
      room_id bigint not null references chatrooms on delete cascade,
      user_id text not null,
      position bigint generated always as identity,
      primary key (room_id, user_id)
    )`.execute(db);
  await sql`
    create table chatroom_attributes (
      room_id bigint not null references chatrooms on delete cascade,
      key text not null,
      value text not null,
      owner_id text not null,
      set_at bigint not null,
      primary key (room_id, key)
    )`.execute(db);
}

/** What is kept under an id, whether or not there is a chatroom. */
async function createLists(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table chatroom_keepalives (
      app_id integer not null references apps,
      chatroom_id text not null,
      position bigint generated always as identity,
      primary key (app_id, chatroom_id)
    )`.execute(db);
  await sql`
    create table chatroom_restrictions (
      app_id integer not null references apps,
      kind text not null check (kind in ('mute', 'block')),
      chatroom_id text not null,
      user_id text not null,
      until bigint not null,
      primary key (app_id, kind, chatroom_id, user_id)
    )`.execute(db);
  await sql`create index chatroom_restrictions_by_end on chatroom_restrictions (app_id, kind, chatroom_id, until, user_id)`.execute(db);
}
