import { sql } from 'kysely';
import type { AppPair } from './app-trusts.ts';
import type { Stay } from './chatroom-attributes.ts';
import { type At, type ChatroomKey, type ChatroomRow, hasKey, isAlive, roomIdsOf } from './chatrooms.ts';
import type { Db } from './db.ts';
import { countList } from './list-blocks.ts';
import { type ScopedId, ScopedMap, tableOf, userOf } from './scoped-ids.ts';

export interface ChatroomMember {
  user_id: string;
  joined_at: number;
}

/** Few, so that a call with thousands of users does not fill the database's table of locks. */
const lockGroups = 256;

/**
 * Makes calls that change where the users are, or whether they may be there, wait for each other until the transaction ends.
 * It goes before any lock of a chatroom, and after that of the users themselves.
 */
export async function lockStays(db: Db, users: ScopedId[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('chatroom stays'), number)
    from (select distinct app_id * ${lockGroups}::int + abs(hashtext(id) % ${lockGroups}::int) as number
      from ${tableOf(users)} order by number) as numbers`.execute(db);
}

/** The chatroom and every exclusive one of its app that the users are in; until the transaction ends none of them is destroyed. */
export async function holdStays(db: Db, key: ChatroomKey, users: ScopedId[]): Promise<ChatroomRow[]> {
  const stays = sql<number>`(
    select room_id from chatroom_members where (app_id, user_id) in (select app_id, id from ${tableOf(users)})
  )`;
  return db
    .selectFrom('chatrooms')
    .selectAll()
    .where('app_id', '=', key.appId)
    .where((eb) => eb.or([hasKey(key), eb.and([eb('exclusive', '=', true), eb('room_id', 'in', stays)])]))
    .where(isAlive(key.now))
    .orderBy('room_id')
    .forKeyShare()
    .execute();
}

/** Makes joins of a chatroom with a limit wait for each other until the transaction ends. */
export async function lockSize(db: Db, roomId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('chatroom size'), ${roomId}::int)`.execute(db);
}

/** In the order given; those who are members keep their place. */
export async function insertChatroomMembers(
  db: Db,
  { roomId, now }: Pick<At, 'now'> & { roomId: number },
  users: ScopedId[],
): Promise<void> {
  await sql`
    insert into chatroom_members (room_id, app_id, user_id, joined_at)
    select ${roomId}::bigint, app_id, id, ${now}::bigint from ${tableOf(users)} order by ord
    on conflict (room_id, app_id, user_id) do nothing`.execute(db);
}

/** Returns the stays that ended. The chatroom is held. */
export async function deleteChatroomMembers(db: Db, roomId: number, users: ScopedId[]): Promise<Stay[]> {
  const { rows } = await sql<Stay>`
    delete from chatroom_members
    where room_id = ${roomId}::bigint and (app_id, user_id) in (select app_id, id from ${tableOf(users)})
    returning room_id, app_id, user_id`.execute(db);
  return rows;
}

/** Of each user's stays in the chatrooms, which are held, ends all but `keep`: the one in `roomId` is kept, then the newest. Returns the stays that ended. */
export async function endOldStays(
  db: Db,
  users: ScopedId[],
  { roomIds, roomId, keep }: { roomIds: number[]; roomId: number; keep: number },
): Promise<Stay[]> {
  const { rows } = await sql<Stay>`
    delete from chatroom_members where (room_id, app_id, user_id) in (
      select room_id, app_id, user_id from (
        select room_id, app_id, user_id, row_number() over (
          partition by app_id, user_id order by room_id = ${roomId}::bigint desc, position desc
        ) as place
        from chatroom_members
        where room_id = any(${roomIds}::bigint[]) and (app_id, user_id) in (select app_id, id from ${tableOf(users)})
      ) as stays
      where place > ${keep}::int
    )
    returning room_id, app_id, user_id`.execute(db);
  return rows;
}

export async function countChatroomMembers(db: Db, roomId: number): Promise<number> {
  return countList(db, { list: 'chatroom_members', owner: roomId });
}

/** Those of the chatroom's own app, in order of joining or against it. */
export async function pageOfChatroomMembers(
  db: Db,
  { room_id, app_id }: ChatroomRow,
  page: { newestFirst: boolean; limit: number },
): Promise<ChatroomMember[]> {
  return db
    .selectFrom('chatroom_members')
    .select(['user_id', 'joined_at'])
    .where('room_id', '=', room_id)
    .where('app_id', '=', app_id)
    .orderBy('position', page.newestFirst ? 'desc' : 'asc')
    .limit(page.limit)
    .execute();
}

/** Of the users, those who are members. */
export async function findChatroomMembers(db: Db, roomId: number, users: ScopedId[]): Promise<ScopedMap<ScopedId>> {
  const { rows } = await sql<{ app_id: number; user_id: string }>`
    select app_id, user_id from chatroom_members
    where room_id = ${roomId}::bigint and (app_id, user_id) in (select app_id, id from ${tableOf(users)})`.execute(db);
  return new ScopedMap(rows.map(userOf), (user) => user);
}

/** Deletes at most so many memberships of the chatrooms and returns how many. */
export async function deleteSomeMembers(db: Db, roomIds: number[], limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from chatroom_members where (room_id, app_id, user_id) in (
      select room_id, app_id, user_id from chatroom_members where room_id = any(${roomIds}::bigint[]) limit ${limit}::int
    )`.execute(db);
  return Number(numAffectedRows);
}

/** The chatrooms of each of the two apps that have members of the other; until the transaction ends none of them is destroyed. */
export async function holdRoomsBetween(db: Db, { appId, otherId }: AppPair): Promise<number[]> {
  const { rows } = await sql<{ room_id: number }>`
    select room_id from chatrooms where app_id in (${appId}, ${otherId}) and exists (
      select from chatroom_members as member
      where member.room_id = chatrooms.room_id and member.app_id in (${appId}, ${otherId}) and member.app_id <> chatrooms.app_id
    ) order by room_id for key share`.execute(db);
  return roomIdsOf(rows);
}

/** Removes the members that each of the two apps has in chatrooms of the other, which are held. */
export async function deleteStaysBetween(db: Db, roomIds: number[], { appId, otherId }: AppPair): Promise<void> {
  await sql`
    delete from chatroom_members as member using chatrooms
    where chatrooms.room_id = member.room_id and chatrooms.room_id = any(${roomIds}::bigint[])
      and member.app_id in (${appId}, ${otherId}) and member.app_id <> chatrooms.app_id`.execute(db);
}
