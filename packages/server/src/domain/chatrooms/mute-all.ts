import type { Ctx } from '../../context.ts';
import { lockChatrooms, pageOfMutedChatrooms, roomIdsOf, unmuteRooms, updateChatroom } from '../../store/chatrooms.ts';
import { inTransaction } from '../../store/transaction.ts';
import { findKept, lockOrExpect } from './expected.ts';
import { at } from './moment.ts';

/** No member's client can send, except those on the allowlist, until it ends. The chatroom need not be there yet. */
export async function muteAll(ctx: Ctx, chatroomId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await updateChatroom(tx, await lockOrExpect(ctx, tx, chatroomId), { muted_at: ctx.clock.now() });
  });
}

/** Chatrooms that are not muted, or unknown, are no failure. */
export async function unmuteAll(ctx: Ctx, chatroomIds: string[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const locked = await lockChatrooms(tx, at(ctx), chatroomIds);
    await unmuteRooms(tx, roomIdsOf(locked));
  });
}

export async function isMutedForAll(ctx: Ctx, chatroomId: string): Promise<boolean> {
  const room = await findKept(ctx, chatroomId);
  return room !== undefined && room.muted_at !== null;
}

/** In order of muting. */
export async function listMutedForAll(ctx: Ctx, page: { offset: number; limit: number }): Promise<string[]> {
  return pageOfMutedChatrooms(ctx.db, at(ctx), page);
}
