import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table chatroom_message_types (
      app_id integer not null references apps,
      kind text not null check (kind in ('low-priority', 'protected')),
      object_name text not null,
      position bigint generated always as identity,
      primary key (app_id, kind, object_name)
    )`.execute(db);
  await sql`
    create table chatroom_protected_users (
      room_id bigint not null references chatrooms on delete cascade,
      user_id text not null,
      position bigint generated always as identity,
      primary key (room_id, user_id)
    )`.execute(db);
}
