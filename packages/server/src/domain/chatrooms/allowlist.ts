import type { Ctx } from '../../context.ts';
import { deleteAllowed, insertAllowed, listAllowed } from '../../store/chatroom-allowlists.ts';
import type { Db } from '../../store/db.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { findKept, lockKept, lockOrExpect } from './expected.ts';

/** Of a chatroom. */
const maxAllowed = 20;

/** All of the users may send although the chatroom, or they in it, are muted. Fails with `parameter-invalid` beyond 20. */
export async function allowUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const roomId = await lockOrExpect(ctx, tx, chatroomId);
    await insertAllowed(tx, roomId, userIds);
    if ((await listAllowed(tx, roomId)).length > maxAllowed) {
      throw new DomainError('parameter-invalid', { field: 'userId', reason: `would make more than ${maxAllowed} users on the allowlist` });
    }
  });
}

/** Those who are not on the list, and an unknown chatroom, are no failure. */
export async function disallowUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockKept(ctx, tx, chatroomId);
    if (room) await deleteAllowed(tx, room.room_id, userIds);
  });
}

/** In order of addition; empty for an unknown chatroom. */
export async function listAllowedUsers(ctx: Ctx, chatroomId: string): Promise<string[]> {
  const room = await findKept(ctx, chatroomId);
  return room ? listAllowed(ctx.db, room.room_id) : [];
}

/** Inside a transaction that has the chatroom locked. */
export async function replaceAllowlist(tx: Db, roomId: number, userIds: string[]): Promise<void> {
  await deleteAllowed(tx, roomId);
  await insertAllowed(tx, roomId, userIds);
}
