import type { Ctx } from '../../context.ts';
import { findChatrooms, findStaleRooms, touchRooms } from '../../store/chatrooms.ts';
import { at } from './moment.ts';

/**
 * The idle time of the chatrooms starts again, to the second. It goes after the commit of what happened in them, and it is no
 * write at all in a busy chatroom, whose members would wait for each other's locks otherwise.
 */
export async function noteActivity(ctx: Ctx, roomIds: number[]): Promise<void> {
  if (roomIds.length === 0) return;
  const now = ctx.clock.now();
  const stale = await findStaleRooms(ctx.db, roomIds, now);
  if (stale.length > 0) await ctx.db.transaction().execute((tx) => touchRooms(tx, stale, now));
}

/** The same for messages. Unknown chatrooms are no failure. */
export async function noteMessages(ctx: Ctx, chatroomIds: string[]): Promise<void> {
  const rooms = await findChatrooms(ctx.db, at(ctx), chatroomIds);
  await noteActivity(
    ctx,
    rooms.map((room) => room.room_id),
  );
}
