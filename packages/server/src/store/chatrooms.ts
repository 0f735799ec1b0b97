import { type Selectable, sql } from 'kysely';
import type { ChatroomTable } from './chatroom-tables.ts';
import type { Db } from './db.ts';

export type ChatroomRow = Selectable<ChatroomTable>;
export type ChatroomChange = Partial<Pick<ChatroomRow, 'destroy_when' | 'destroy_minutes' | 'muted_at'>>;

/** Chatrooms by one kind of id, as they are at an instant: one whose time is over does not exist, although its row may still be there. */
export interface At {
  appId: number;
  now: number;
}
export type ChatroomKey = At & ({ roomId: number } | { chatroomId: string });

/** Activity is noted once in so many milliseconds, so that a busy chatroom's row is not written for every message. */
const activityStep = 1000;

/** Of a row of `chatrooms`: its time is not over, or it is kept alive. */
export const isAlive = (now: number) => sql<boolean>`(coalesce(chatrooms.due_at > ${now}::bigint, true) or exists (
  select from chatroom_keepalives as kept where kept.app_id = chatrooms.app_id and kept.chatroom_id = chatrooms.chatroom_id))`;

export const hasKey = (key: ChatroomKey) =>
  'roomId' in key ? sql<boolean>`chatrooms.room_id = ${key.roomId}::bigint` : sql<boolean>`chatrooms.chatroom_id = ${key.chatroomId}`;

export async function findChatroom(db: Db, key: ChatroomKey): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key).executeTakeFirst();
}

/** Until the transaction ends the chatroom is not destroyed. */
export async function holdChatroom(db: Db, key: ChatroomKey): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key).forKeyShare().executeTakeFirst();
}

/** Until the transaction ends the chatroom is not destroyed, and calls that change its settings or lists wait. */
export async function lockChatroom(db: Db, key: ChatroomKey): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key).forNoKeyUpdate().executeTakeFirst();
}

function queryChatroom(db: Db, key: ChatroomKey) {
  return db.selectFrom('chatrooms').selectAll().where('app_id', '=', key.appId).where(hasKey(key)).where(isAlive(key.now));
}

export async function findChatrooms(db: Db, { appId, now }: At, chatroomIds: string[]): Promise<ChatroomRow[]> {
  return db
    .selectFrom('chatrooms')
    .selectAll()
    .where('app_id', '=', appId)
    .where('chatroom_id', 'in', chatroomIds)
    .where(isAlive(now))
    .execute();
}

/** In order of muting. */
export async function pageOfMutedChatrooms(db: Db, { appId, now }: At, page: { offset: number; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('chatrooms')
    .select('chatroom_id')
    .where('app_id', '=', appId)
    .where('muted_at', 'is not', null)
    .where(isAlive(now))
    .orderBy('muted_at')
    .orderBy('room_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.chatroom_id);
}

/** Makes those that do not exist, in the order of their ids, so that concurrent callers cannot deadlock. Only a new one takes a room id. */
export async function insertMissingChatrooms(
  db: Db,
  { appId, now, idleMinutes }: At & { idleMinutes: number },
  wanted: { chatroomId: string; name: string }[],
): Promise<void> {
  await sql`
    insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, destroy_minutes, created_at, last_active_at)
    select nextval('room_ids'), ${appId}::int, chatroom_id, name, 'idle', ${idleMinutes}::int, ${now}::bigint, ${now}::bigint
    from (
      select chatroom_id, name
      from unnest(${wanted.map(({ chatroomId }) => chatroomId)}::text[], ${wanted.map(({ name }) => name)}::text[]) as wanted(chatroom_id, name)
      where not exists (select from chatrooms where chatrooms.app_id = ${appId}::int and chatrooms.chatroom_id = wanted.chatroom_id)
      order by chatroom_id
    ) as missing
    on conflict (app_id, chatroom_id) do nothing`.execute(db);
}

export async function renameChatrooms(db: Db, { appId, now }: At, names: { chatroomId: string; name: string }[]): Promise<void> {
  await sql`
    with renamed as (
      select chatrooms.room_id, wanted.name
      from unnest(${names.map(({ chatroomId }) => chatroomId)}::text[], ${names.map(({ name }) => name)}::text[]) as wanted(chatroom_id, name)
      join chatrooms on chatrooms.app_id = ${appId}::int and chatrooms.chatroom_id = wanted.chatroom_id
      where chatrooms.name <> wanted.name and ${isAlive(now)}
      order by chatrooms.room_id for no key update of chatrooms
    )
    update chatrooms set name = renamed.name from renamed where chatrooms.room_id = renamed.room_id`.execute(db);
}

/** A chatroom that is muted already keeps its place among the muted ones. Returns its room id; undefined when there is no such chatroom. */
export async function updateChatroom(
  db: Db,
  { appId, now, chatroomId }: At & { chatroomId: string },
  change: ChatroomChange,
): Promise<number | undefined> {
  const row = await db
    .updateTable('chatrooms')
    .set((eb) => ({ ...change, ...(change.muted_at && { muted_at: eb.fn.coalesce('muted_at', eb.val(change.muted_at)) }) }))
    .where('app_id', '=', appId)
    .where('chatroom_id', '=', chatroomId)
    .where(isAlive(now))
    .returning('room_id')
    .executeTakeFirst();
  return row?.room_id;
}

export async function unmuteChatrooms(db: Db, { appId, now }: At, chatroomIds: string[]): Promise<void> {
  await sql`
    update chatrooms set muted_at = null where room_id in (
      select room_id from chatrooms
      where app_id = ${appId}::int and chatroom_id = any(${chatroomIds}::text[]) and muted_at is not null and ${isAlive(now)}
      order by room_id for no key update
    )`.execute(db);
}

/** Notes that the chatrooms are in use. */
export async function touchChatrooms(db: Db, roomIds: number[], now: number): Promise<void> {
  if (roomIds.length === 0) return;
  await sql`
    with stale as (
      select room_id from chatrooms
      where room_id = any(${roomIds}::bigint[]) and last_active_at <= ${now - activityStep}::bigint and ${isAlive(now)}
      order by room_id for no key update
    )
    update chatrooms set last_active_at = ${now}::bigint from stale where chatrooms.room_id = stale.room_id`.execute(db);
}

/** Deletes the rows with all that belongs to them, dead or alive. */
export async function deleteChatrooms(db: Db, appId: number, chatroomIds: string[]): Promise<void> {
  await sql`
    delete from chatrooms where room_id in (
      select room_id from chatrooms where app_id = ${appId}::int and chatroom_id = any(${chatroomIds}::text[]) order by room_id for update
    )`.execute(db);
}

/** Deletes the rows of those whose time is over, as if they had never been. */
export async function deleteDueChatrooms(db: Db, { appId, now }: At, chatroomIds: string[]): Promise<void> {
  await sql`
    delete from chatrooms where room_id in (
      select room_id from chatrooms
      where app_id = ${appId}::int and chatroom_id = any(${chatroomIds}::text[]) and not ${isAlive(now)}
      order by room_id for update
    )`.execute(db);
}

/** Of any app, the longest overdue first; others pass them by until the transaction ends. */
export async function lockDueRooms(db: Db, now: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('chatrooms')
    .select('room_id')
    .where('due_at', '<=', now)
    .where(sql<boolean>`not ${isAlive(now)}`)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.room_id);
}

export async function deleteRooms(db: Db, roomIds: number[]): Promise<void> {
  await db.deleteFrom('chatrooms').where('room_id', 'in', roomIds).execute();
}
