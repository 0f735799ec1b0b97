import { type Selectable, sql } from 'kysely';
import { type At, type ChatroomRow, isAlive } from './chatrooms.ts';
import type { Db } from './db.ts';
import { type CountedList, countList, findPageStart, totalOf } from './list-blocks.ts';
import type { UserTable } from './schema.ts';

export interface Page {
  offset: number;
  limit: number;
}

export type CountedChatroom = ChatroomRow & { app_key: string; member_count: number };

/** A member; an id that was never registered has no times of a user. */
export interface ListedMember {
  app_key: string;
  user_id: string;
  joined_at: number;
  /** In this chatroom. */
  muted: boolean;
  created_at: Selectable<UserTable>['created_at'] | null;
  updated_at: Selectable<UserTable>['updated_at'] | null;
}

export async function countChatrooms(db: Db, at: At): Promise<number> {
  return countList(db, livingOf(at));
}

/** In order of creation. */
export async function pageOfChatrooms(db: Db, at: At, page: Page): Promise<CountedChatroom[]> {
  const start = await findPageStart(db, livingOf(at), page);
  if (!start) return [];
  return queryCounted(db, at.now)
    .where('chatrooms.app_id', '=', at.appId)
    .where('chatrooms.room_id', '>=', start.from)
    .orderBy('chatrooms.room_id')
    .offset(start.skip)
    .limit(page.limit)
    .execute();
}

/** Of those whose time is over some may be there still, and others are only expected. */
function livingOf({ appId, now }: At): CountedList {
  const except = sql`
    select room_id as place from chatrooms where app_id = ${appId}::int and due_at <= ${now}::bigint and not ${isAlive(now)}
    union all select room_id from chatrooms where app_id = ${appId}::int and expected_until > ${now}::bigint`;
  return { list: 'chatrooms', owner: appId, except };
}

/** In any order. */
export async function findNumberedChatrooms(db: Db, at: At, roomIds: number[]): Promise<CountedChatroom[]> {
  return queryCounted(db, at.now).where('chatrooms.app_id', '=', at.appId).where('room_id', 'in', roomIds).execute();
}

/** Those of all apps that the user is in, in order of joining. */
export async function chatroomsOf(db: Db, at: At, { userId, limit }: { userId: string; limit: number }): Promise<CountedChatroom[]> {
  return queryCounted(db, at.now)
    .innerJoin('chatroom_members as stay', 'stay.room_id', 'chatrooms.room_id')
    .where('stay.app_id', '=', at.appId)
    .where('user_id', '=', userId)
    .orderBy('position')
    .limit(limit)
    .execute();
}

function queryCounted(db: Db, now: number) {
  return db
    .selectFrom('chatrooms')
    .innerJoin('apps', 'apps.id', 'chatrooms.app_id')
    .selectAll('chatrooms')
    .select(['app_key', totalOf('chatroom_members', 'chatrooms.room_id').as('member_count')])
    .where(isAlive(now));
}

/** Of all apps, who joined last first. A mute names a user of the chatroom's app. */
export async function pageOfListedMembers(db: Db, room: ChatroomRow, { now, ...page }: Page & { now: number }): Promise<ListedMember[]> {
  const start = await findPageStart(db, { list: 'chatroom_members', owner: room.room_id }, { ...page, newestFirst: true });
  if (!start) return [];
  const { rows } = await sql<ListedMember>`
    select app_key, page.user_id, joined_at, users.created_at, users.updated_at, page.app_id = ${room.app_id} and exists (
      select from chatroom_restrictions as mute where mute.app_id = page.app_id and kind = 'mute' and chatroom_id = ${room.chatroom_id}
        and mute.user_id = page.user_id and until > ${now}::bigint) as muted
    from (
      select app_id, user_id, joined_at, position from chatroom_members
      where room_id = ${room.room_id}::bigint and position <= ${start.from}::bigint
      order by position desc offset ${start.skip}::bigint limit ${page.limit}::bigint
    ) as page
    join apps on apps.id = page.app_id
    left join users on users.app_id = page.app_id and users.user_id = page.user_id
    order by page.position desc`.execute(db);
  return rows;
}
