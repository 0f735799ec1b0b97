import type { Ctx } from '../../context.ts';
import { deleteAllowed, insertAllowed, listAllowed } from '../../store/chatroom-allowlists.ts';
import { findChatroom, lockChatroom } from '../../store/chatrooms.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { at } from './moment.ts';

/** Of a chatroom. */
const maxAllowed = 20;

/** All of the users may send although the chatroom, or they in it, are muted. Fails with `room-unknown`, and beyond 20 with `parameter-invalid`. */
export async function allowUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockChatroom(tx, { ...at(ctx), chatroomId });
    if (!room) throw new DomainError('room-unknown', { subject: chatroomId });
    await insertAllowed(tx, room.room_id, userIds);
    if ((await listAllowed(tx, room.room_id)).length > maxAllowed) {
      throw new DomainError('parameter-invalid', { field: 'userId', reason: `would make more than ${maxAllowed} users on the allowlist` });
    }
  });
}

/** Those who are not on the list, and an unknown chatroom, are no failure. */
export async function disallowUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockChatroom(tx, { ...at(ctx), chatroomId });
    if (room) await deleteAllowed(tx, room.room_id, userIds);
  });
}

/** In order of addition; empty for an unknown chatroom. */
export async function listAllowedUsers(ctx: Ctx, chatroomId: string): Promise<string[]> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  return room ? listAllowed(ctx.db, room.room_id) : [];
}

/** Inside a transaction that has the chatroom locked. */
export async function replaceAllowlist(tx: Db, roomId: number, userIds: string[]): Promise<void> {
  await deleteAllowed(tx, roomId);
  await insertAllowed(tx, roomId, userIds);
}
