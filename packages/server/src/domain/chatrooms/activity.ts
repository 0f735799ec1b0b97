import type { Ctx } from '../../context.ts';
import { findStaleRooms, touchRooms } from '../../store/chatrooms.ts';
import { afterCommit, inTransaction } from '../../store/transaction.ts';

/**
 * The idle time of the chatrooms starts again at `now`, to the second. That is done after the commit of what happened in them, and it
 * is no write at all in a busy chatroom, whose members would wait for each other otherwise.
 */
export async function noteActivity(ctx: Ctx, roomIds: number[], now: number): Promise<void> {
  if (roomIds.length > 0) await touch(ctx, { roomIds }, now);
}

/** The same for messages sent at `now`. Unknown chatrooms are no failure. */
export async function noteMessages(ctx: Ctx, rooms: { appId: number; chatroomIds: string[] }, now: number): Promise<void> {
  await touch(ctx, rooms, now);
}

async function touch(ctx: Ctx, rooms: Parameters<typeof findStaleRooms>[1], now: number): Promise<void> {
  await afterCommit(ctx.db, async (db) => {
    const stale = await findStaleRooms(db, rooms, now);
    if (stale.length > 0) await inTransaction(db, (tx) => touchRooms(tx, stale, now));
  });
}
