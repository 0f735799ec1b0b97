import { sql } from 'kysely';
import type { Stay } from './chatroom-attributes.ts';
import { type At, type ChatroomKey, type ChatroomRow, hasKey, isAlive } from './chatrooms.ts';
import type { Db } from './db.ts';
import { countList } from './list-blocks.ts';

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
export async function lockStays(db: Db, appId: number, userIds: string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('chatroom stays'), number)
    from (select distinct ${appId}::int * ${lockGroups}::int + abs(hashtext(user_id) % ${lockGroups}::int) as number
      from unnest(${userIds}::text[]) as t(user_id) order by number) as numbers`.execute(db);
}

/** The chatroom and every exclusive one that the users are in; until the transaction ends none of them is destroyed. */
export async function holdStays(db: Db, key: ChatroomKey, userIds: string[]): Promise<ChatroomRow[]> {
  const stays = db.selectFrom('chatroom_members').select('room_id').where('app_id', '=', key.appId).where('user_id', 'in', userIds);
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
export async function insertChatroomMembers(db: Db, { appId, roomId, now }: At & { roomId: number }, userIds: string[]): Promise<void> {
  await sql`
    insert into chatroom_members (room_id, app_id, user_id, joined_at)
    select ${roomId}::bigint, ${appId}::int, user_id, ${now}::bigint
    from unnest(${userIds}::text[]) with ordinality as t(user_id, ord) order by ord
    on conflict (room_id, user_id) do nothing`.execute(db);
}

/** Returns the stays that ended. The chatroom is held. */
export async function deleteChatroomMembers(db: Db, roomId: number, userIds: string[]): Promise<Stay[]> {
  return db
    .deleteFrom('chatroom_members')
    .where('room_id', '=', roomId)
    .where('user_id', 'in', userIds)
    .returning(['room_id', 'user_id'])
    .execute();
}

/** Of each user's stays in the chatrooms, which are held, ends all but `keep`: the one in `roomId` is kept, then the newest. Returns the stays that ended. */
export async function endOldStays(
  db: Db,
  userIds: string[],
  { roomIds, roomId, keep }: { roomIds: number[]; roomId: number; keep: number },
): Promise<Stay[]> {
  const { rows } = await sql<Stay>`
    delete from chatroom_members where (room_id, user_id) in (
      select room_id, user_id from (
        select room_id, user_id, row_number() over (partition by user_id order by room_id = ${roomId}::bigint desc, position desc) as place
        from chatroom_members where room_id = any(${roomIds}::bigint[]) and user_id = any(${userIds}::text[])
      ) as stays
      where place > ${keep}::int
    )
    returning room_id, user_id`.execute(db);
  return rows;
}

export async function countChatroomMembers(db: Db, roomId: number): Promise<number> {
  return countList(db, { list: 'chatroom_members', owner: roomId });
}

/** In order of joining, or against it. */
export async function pageOfChatroomMembers(
  db: Db,
  roomId: number,
  page: { newestFirst: boolean; limit: number },
): Promise<ChatroomMember[]> {
  return db
    .selectFrom('chatroom_members')
    .select(['user_id', 'joined_at'])
    .where('room_id', '=', roomId)
    .orderBy('position', page.newestFirst ? 'desc' : 'asc')
    .limit(page.limit)
    .execute();
}

/** Of `userIds`, those who are members. */
export async function findChatroomMembers(db: Db, roomId: number, userIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('chatroom_members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/** Deletes at most so many memberships of the chatrooms and returns how many. */
export async function deleteSomeMembers(db: Db, roomIds: number[], limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from chatroom_members where (room_id, user_id) in (
      select room_id, user_id from chatroom_members where room_id = any(${roomIds}::bigint[]) limit ${limit}::int
    )`.execute(db);
  return Number(numAffectedRows);
}
