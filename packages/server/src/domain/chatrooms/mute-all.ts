import type { Ctx } from '../../context.ts';
import { findChatroom, lockChatrooms, pageOfMutedChatrooms, roomIdsOf, unmuteRooms, updateChatroom } from '../../store/chatrooms.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { at } from './moment.ts';

/** No member's client can send, except those on the allowlist, until it ends. Fails with `room-unknown`. */
export async function muteAll(ctx: Ctx, chatroomId: string): Promise<void> {
  const roomId = await updateChatroom(ctx.db, { ...at(ctx), chatroomId }, { muted_at: ctx.clock.now() });
  if (roomId === undefined) throw new DomainError('room-unknown', { subject: chatroomId });
}

/** Chatrooms that are not muted, or unknown, are no failure. */
export async function unmuteAll(ctx: Ctx, chatroomIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const locked = await lockChatrooms(tx, at(ctx), chatroomIds);
    await unmuteRooms(tx, roomIdsOf(locked));
  });
}

export async function isMutedForAll(ctx: Ctx, chatroomId: string): Promise<boolean> {
  const room = await findChatroom(ctx.db, { ...at(ctx), chatroomId });
  return room !== undefined && room.muted_at !== null;
}

/** In order of muting. */
export async function listMutedForAll(ctx: Ctx, page: { offset: number; limit: number }): Promise<string[]> {
  return pageOfMutedChatrooms(ctx.db, at(ctx), page);
}
