import { type Insertable, type Selectable, sql } from 'kysely';
import type { ChatroomTable } from './chatroom-tables.ts';
import type { Db } from './db.ts';
import { type Numbered, type ScopedId, ScopedMap, tableOf } from './scoped-ids.ts';

export type ChatroomRow = Selectable<ChatroomTable>;
export type NewChatroom = Insertable<ChatroomTable>;
export type ChatroomChange = Partial<
  Pick<ChatroomRow, 'name' | 'description' | 'owner_id' | 'destroy_when' | 'destroy_minutes' | 'muted_at'>
>;

/** Chatrooms by one kind of id, as they are at an instant: one whose time is over does not exist, although its row may still be there. */
export interface At {
  appId: number;
  now: number;
}
export type ChatroomKey = At & ({ roomId: number } | { chatroomId: string });

export interface LockedChatroom {
  room_id: number;
  chatroom_id: string;
  alive: boolean;
  /** It is not there yet, and its time has not passed. */
  expected: boolean;
}

/** Activity is noted once in so many milliseconds, so that a busy chatroom's row is not written for every message. */
const activityStep = 1000;

/** Of a row of `chatrooms`: it is there, and its time is not over, or it is kept alive. */
export const isAlive = (now: number) => sql<boolean>`(chatrooms.expected_until is null and (
  coalesce(chatrooms.due_at > ${now}::bigint, true) or exists (
    select from chatroom_keepalives as kept where kept.app_id = chatrooms.app_id and kept.chatroom_id = chatrooms.chatroom_id)))`;

const isExpected = (now: number) => sql<boolean>`coalesce(chatrooms.expected_until > ${now}::bigint, false)`;

/** Whether a chatroom that is not there yet will do. */
interface Scope {
  orExpected?: boolean;
}

const isIn = (now: number, { orExpected = false }: Scope) =>
  orExpected ? sql<boolean>`(${isAlive(now)} or ${isExpected(now)})` : isAlive(now);

export const roomIdsOf = (rows: { room_id: number }[]) => rows.map((row) => row.room_id);

export const hasKey = (key: ChatroomKey) =>
  'roomId' in key ? sql<boolean>`chatrooms.room_id = ${key.roomId}::bigint` : sql<boolean>`chatrooms.chatroom_id = ${key.chatroomId}`;

export async function findChatroom(db: Db, key: ChatroomKey, scope: Scope = {}): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key, scope).executeTakeFirst();
}

/** Until the transaction ends the chatroom is not destroyed. */
export async function holdChatroom(db: Db, key: ChatroomKey): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key).forKeyShare().executeTakeFirst();
}

/** Until the transaction ends the chatroom is not destroyed, and calls that change its settings or lists wait. */
export async function lockChatroom(db: Db, key: ChatroomKey, scope: Scope = {}): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key, scope).forNoKeyUpdate().executeTakeFirst();
}

/** Until the transaction ends nobody else joins, changes or destroys the chatroom. */
export async function lockChatroomWhole(db: Db, key: ChatroomKey): Promise<ChatroomRow | undefined> {
  return queryChatroom(db, key).forUpdate().executeTakeFirst();
}

/**
 * Locks the rows of the ids, dead or alive, in one order; it goes before any insertion of chatrooms. The change of the rows is a
 * statement of its own: within the same one it would look for versions of rows that the lock has seen replaced, and concurrent
 * callers would block each other for good.
 */
export async function lockChatrooms(db: Db, { appId, now }: At, chatroomIds: string[]): Promise<LockedChatroom[]> {
  return db
    .selectFrom('chatrooms')
    .select(['room_id', 'chatroom_id', isAlive(now).as('alive'), isExpected(now).as('expected')])
    .where('app_id', '=', appId)
    .where('chatroom_id', 'in', chatroomIds)
    .orderBy('room_id')
    .forUpdate()
    .execute();
}

function queryChatroom(db: Db, key: ChatroomKey, scope: Scope = {}) {
  return db.selectFrom('chatrooms').selectAll().where('app_id', '=', key.appId).where(hasKey(key)).where(isIn(key.now, scope));
}

export async function findChatrooms(db: Db, { appId, now }: At, chatroomIds: string[]): Promise<ChatroomRow[]> {
  if (chatroomIds.length === 0) return [];
  return db
    .selectFrom('chatrooms')
    .selectAll()
    .where('app_id', '=', appId)
    .where('chatroom_id', 'in', chatroomIds)
    .where(isAlive(now))
    .execute();
}

/** By their text ids, the numbers of those that exist at `now`. */
export async function findRoomIds(db: Db, rooms: ScopedId[], now: number): Promise<ScopedMap<Numbered>> {
  if (rooms.length === 0) return new ScopedMap<Numbered>([], (row) => row);
  const { rows } = await sql<Numbered>`
    select app_id as "appId", chatroom_id as id, room_id as number from chatrooms
    where (app_id, chatroom_id) in (select app_id, id from ${tableOf(rooms)}) and ${isAlive(now)}`.execute(db);
  return new ScopedMap(rows, (row) => row);
}

/** In order of muting, expected ones too. */
export async function pageOfMutedChatrooms(db: Db, { appId, now }: At, page: { offset: number; limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('chatrooms')
    .select('chatroom_id')
    .where('app_id', '=', appId)
    .where('muted_at', 'is not', null)
    .where(isIn(now, { orExpected: true }))
    .orderBy('muted_at')
    .orderBy('room_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.chatroom_id);
}

/**
 * Makes those that do not exist, in the order of their ids, so that concurrent callers cannot deadlock. Expected ones begin to be, also those
 * that come to be expected meanwhile; what was set of them stays. A chatroom that is there takes no room id.
 */
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
      where not exists (
        select from chatrooms
        where chatrooms.app_id = ${appId}::int and chatrooms.chatroom_id = wanted.chatroom_id and expected_until is null
      ) order by chatroom_id
    ) as missing
    on conflict (app_id, chatroom_id) do update set expected_until = null, name = excluded.name,
      destroy_minutes = coalesce(chatrooms.destroy_minutes, excluded.destroy_minutes),
      created_at = excluded.created_at, last_active_at = excluded.last_active_at
    where chatrooms.expected_until is not null`.execute(db);
}

/** Makes an expected chatroom where there is no row of the id. Only a new one takes a room id. */
export async function insertExpected(db: Db, { appId, now }: At, chatroomId: string): Promise<void> {
  await sql`
    insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, created_at, last_active_at, expected_until)
    select nextval('room_ids'), ${appId}::int, ${chatroomId}, '', 'idle', ${now}::bigint, ${now}::bigint, ${now}::bigint
    where not exists (select from chatrooms where app_id = ${appId}::int and chatroom_id = ${chatroomId})
    on conflict (app_id, chatroom_id) do nothing`.execute(db);
}

/** Has an expected chatroom kept until then; another one is only locked. Returns its room id; undefined when there is no row of the id. */
export async function renewExpected(
  db: Db,
  { appId }: At,
  { chatroomId, until }: { chatroomId: string; until: number },
): Promise<number | undefined> {
  const row = await db
    .updateTable('chatrooms')
    .set({ expected_until: sql`case when expected_until is null then null else ${until}::bigint end` })
    .where('app_id', '=', appId)
    .where('chatroom_id', '=', chatroomId)
    .returning('room_id')
    .executeTakeFirst();
  return row?.room_id;
}

/** Returns undefined when the text id is taken. */
export async function insertChatroom(db: Db, room: NewChatroom): Promise<ChatroomRow | undefined> {
  return db
    .insertInto('chatrooms')
    .values(room)
    .onConflict((oc) => oc.columns(['app_id', 'chatroom_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** The chatrooms are locked. */
export async function renameChatrooms(db: Db, names: { roomId: number; name: string }[]): Promise<void> {
  await sql`
    update chatrooms set name = renamed.name
    from unnest(${names.map(({ roomId }) => roomId)}::bigint[], ${names.map(({ name }) => name)}::text[]) as renamed(room_id, name)
    where chatrooms.room_id = renamed.room_id and chatrooms.name <> renamed.name`.execute(db);
}

/** The chatroom, which may be an expected one, is locked. One that is muted already keeps its place among the muted ones. */
export async function updateChatroom(db: Db, roomId: number, change: ChatroomChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db
    .updateTable('chatrooms')
    .set((eb) => ({ ...change, ...(change.muted_at && { muted_at: eb.fn.coalesce('muted_at', eb.val(change.muted_at)) }) }))
    .where('room_id', '=', roomId)
    .execute();
}

/** The chatrooms are locked. */
export async function unmuteRooms(db: Db, roomIds: number[]): Promise<void> {
  if (roomIds.length > 0) await db.updateTable('chatrooms').set({ muted_at: null }).where('room_id', 'in', roomIds).execute();
}

/** Those of the rooms whose last activity is not noted yet. */
export async function findStaleRooms(
  db: Db,
  rooms: { roomIds: number[] } | { appId: number; chatroomIds: string[] },
  now: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('chatrooms')
    .select('room_id')
    .where((eb) =>
      'roomIds' in rooms
        ? eb('room_id', 'in', rooms.roomIds)
        : eb.and([eb('app_id', '=', rooms.appId), eb('chatroom_id', 'in', rooms.chatroomIds)]),
    )
    .where('last_active_at', '<=', now - activityStep)
    .where(isAlive(now))
    .execute();
  return roomIdsOf(rows);
}

/** Notes that the chatrooms are in use; inside a transaction. */
export async function touchRooms(db: Db, roomIds: number[], now: number): Promise<void> {
  await db.selectFrom('chatrooms').select('room_id').where('room_id', 'in', roomIds).orderBy('room_id').forNoKeyUpdate().execute();
  await db
    .updateTable('chatrooms')
    .set({ last_active_at: now })
    .where('room_id', 'in', roomIds)
    .where('last_active_at', '<', now)
    .execute();
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
  return roomIdsOf(rows);
}

/** With all that belongs to them. */
export async function deleteRooms(db: Db, roomIds: number[]): Promise<void> {
  if (roomIds.length === 0) return;
  await db.deleteFrom('chatrooms').where('room_id', 'in', roomIds).execute();
}
