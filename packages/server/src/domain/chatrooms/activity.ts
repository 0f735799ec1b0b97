import type { Ctx } from '../../context.ts';
import { findStaleRooms, touchRooms } from '../../store/chatrooms.ts';

/**
 * The idle time of the chatrooms starts again at `now`, to the second. It goes after the commit of what happened in them, and it
 * is no write at all in a busy chatroom, whose members would wait for each other otherwise.
 */
export async function noteActivity(ctx: Ctx, roomIds: number[], now: number): Promise<void> {
  if (roomIds.length > 0) await touch(ctx, await findStaleRooms(ctx.db, { roomIds }, now), now);
}

/** The same for messages sent at `now`. Unknown chatrooms are no failure. */
export async function noteMessages(ctx: Ctx, rooms: { appId: number; chatroomIds: string[] }, now: number): Promise<void> {
  await touch(ctx, await findStaleRooms(ctx.db, rooms, now), now);
}

async function touch(ctx: Ctx, roomIds: number[], now: number): Promise<void> {
  if (roomIds.length > 0) await ctx.db.transaction().execute((tx) => touchRooms(tx, roomIds, now));
}
