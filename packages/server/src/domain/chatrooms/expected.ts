import type { Ctx } from '../../context.ts';
import {
  type ChatroomRow,
  deleteRooms,
  findChatroom,
  insertExpected,
  type LockedChatroom,
  lockChatroom,
  lockChatrooms,
  renewExpected,
  roomIdsOf,
} from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { at } from './moment.ts';

// Calls may come before the chatroom that they are about. What they set is kept in the row of an expected chatroom, which nobody is in and
// no question about chatrooms finds. Opening the chatroom makes it an ordinary one. The idle time is about chatrooms that are there, so an
// expected one has an end of its own: the longest life that a chatroom can be given.

const keptFor = 7 * 24 * 60 * 60_000;

/** Inside a transaction: the chatroom, or else the expected one, locked. What is kept lasts for another 7 days from here on. */
export async function lockOrExpect(ctx: Ctx, tx: Db, chatroomId: string): Promise<number> {
  const moment = at(ctx);
  const room = await lockChatroom(tx, { ...moment, chatroomId });
  if (room) return room.room_id;
  await deleteDue(tx, await lockChatrooms(tx, moment, [chatroomId]));
  await insertExpected(tx, moment, chatroomId);
  // Opened at this very moment it is an ordinary one; destroyed, it is expected again.
  return (await renewExpected(tx, moment, { chatroomId, until: moment.now + keptFor })) ?? lockOrExpect(ctx, tx, chatroomId);
}

/** Those whose time is over make place for others of their ids. */
export async function deleteDue(tx: Db, locked: LockedChatroom[]): Promise<void> {
  const due = locked.filter(({ alive, expected }) => !alive && !expected);
  await deleteRooms(tx, roomIdsOf(due));
}

/** The chatroom, or else the expected one. */
export async function findKept(ctx: Ctx, chatroomId: string): Promise<ChatroomRow | undefined> {
  return findChatroom(ctx.db, { ...at(ctx), chatroomId }, { orExpected: true });
}

/** The same inside a transaction, locked. */
export async function lockKept(ctx: Ctx, tx: Db, chatroomId: string): Promise<ChatroomRow | undefined> {
  return lockChatroom(tx, { ...at(ctx), chatroomId }, { orExpected: true });
}
