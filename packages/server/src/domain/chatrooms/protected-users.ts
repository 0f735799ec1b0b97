import type { Ctx } from '../../context.ts';
import { deleteProtected, insertProtected, listProtected } from '../../store/chatroom-protected-users.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireService } from '../service-switch.ts';
import { findKept, lockKept, lockOrExpect } from './expected.ts';

/** Of a chatroom. */
const maxProtected = 5;

/**
 * A chatroom with too many messages drops theirs last, and they are not removed for being offline. All of the users, or none; they
 * need not be members. Fails with `service-off`, and beyond 5 with `parameter-invalid`.
 */
export async function protectUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  requireService(ctx, 'chatroomWhitelist');
  await inTransaction(ctx.db, async (tx) => {
    const roomId = await lockOrExpect(ctx, tx, chatroomId);
    await insertProtected(tx, roomId, userIds);
    if ((await listProtected(tx, roomId)).length > maxProtected) {
      throw new DomainError('parameter-invalid', {
        field: 'userId',
        reason: `would make more than ${maxProtected} users on the whitelist`,
      });
    }
  });
}

/** Those who are not on the list, and an unknown chatroom, are no failure. Fails with `service-off`. */
export async function unprotectUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  requireService(ctx, 'chatroomWhitelist');
  await inTransaction(ctx.db, async (tx) => {
    const room = await lockKept(ctx, tx, chatroomId);
    if (room) await deleteProtected(tx, room.room_id, userIds);
  });
}

/** In order of addition; empty for an unknown chatroom. Fails with `service-off`. */
export async function listProtectedUsers(ctx: Ctx, chatroomId: string): Promise<string[]> {
  requireService(ctx, 'chatroomWhitelist');
  const room = await findKept(ctx, chatroomId);
  return room ? listProtected(ctx.db, room.room_id) : [];
}
