import { sql } from 'kysely';
import type { Stay } from './chatroom-attributes.ts';
import type { Db } from './db.ts';

// What users who are deleted leave in chatrooms, as members in those of any app, else in those of their own. Each statement is about all of `userIds`.

/** Locks the chatrooms that the users are in, own, or are on a list of, in one order. */
export async function lockChatroomsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  const isOne = sql`= any(${userIds}::text[])`;
  await sql`
    select room_id from chatrooms where room_id in (
      select room_id from chatroom_members where app_id = ${appId}::int and user_id ${isOne}
      union
      select room_id from chatrooms where app_id = ${appId}::int and room_id in (
        select room_id from chatrooms where app_id = ${appId}::int and owner_id ${isOne}
        union select room_id from chatroom_allowlists where user_id ${isOne}
        union select room_id from chatroom_protected_users where user_id ${isOne}
      )
    ) order by room_id for no key update`.execute(db);
}

/** Returns the stays that ended. */
export async function deleteStays(db: Db, appId: number, userIds: string[]): Promise<Stay[]> {
  return db
    .deleteFrom('chatroom_members')
    .where('app_id', '=', appId)
    .where('user_id', 'in', userIds)
    .returning(['room_id', 'app_id', 'user_id'])
    .execute();
}

/** Their chatrooms have no owner then. */
export async function clearOwners(db: Db, appId: number, userIds: string[]): Promise<void> {
  await db.updateTable('chatrooms').set({ owner_id: null }).where('app_id', '=', appId).where('owner_id', 'in', userIds).execute();
}

/** Mutes and blocks, also those in all chatrooms and under ids without one. */
export async function deleteRestrictionsOf(db: Db, appId: number, userIds: string[]): Promise<void> {
  const theirs = sql`app_id = ${appId}::int and user_id = any(${userIds}::text[])`;
  // Locked in the order in which others set them: two at once cannot block each other for good.
  await sql`select from chatroom_restrictions where ${theirs} order by kind, chatroom_id, user_id for update`.execute(db);
  await sql`delete from chatroom_restrictions where ${theirs}`.execute(db);
}

/** Places on the lists of who may send although all are muted, and of who is protected. */
export async function deleteListPlaces(db: Db, appId: number, userIds: string[]): Promise<void> {
  for (const table of ['chatroom_allowlists', 'chatroom_protected_users'] as const)
    await db
      .deleteFrom(table)
      .using('chatrooms')
      .whereRef('chatrooms.room_id', '=', `${table}.room_id`)
      .where('app_id', '=', appId)
      .where('user_id', 'in', userIds)
      .execute();
}
