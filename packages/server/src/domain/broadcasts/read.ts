import type { Ctx } from '../../context.ts';
import { pageOfBroadcasts } from '../../store/broadcasts.ts';
import { findUser } from '../../store/users.ts';
import { type Message, toMessage } from '../messages/history.ts';
import { longestOfflineDays, onlineMillis } from './sweep.ts';

const day = 24 * 60 * 60 * 1000;

/** A message to many users; `message.retracted` when it was taken back. */
export interface Broadcast {
  /** Among the app's broadcasts, in the order of their commits. */
  position: number;
  message: Message;
}

/**
 * What a user who is online at this instant may see of the broadcasts after a position (0: of all), oldest first. Ask again after
 * the last one's position for the next page, and later for new ones: none is committed at a position that was passed.
 */
export async function broadcastsFor(ctx: Ctx, userId: string, page: { after: number; limit: number }): Promise<Broadcast[]> {
  const { offlineDays, broadcastsForNewUsers } = ctx.app.settings;
  const now = ctx.clock.now();
  const user = await findUser(ctx.db, ctx.app.id, userId);
  const never = Number.MAX_SAFE_INTEGER;
  const forTargetsAfter = now - Math.min(offlineDays, longestOfflineDays) * day;
  const forAllAfter = broadcastsForNewUsers ? forTargetsAfter : Math.max(forTargetsAfter, (user?.created_at ?? 0) - 1);
  const view = {
    appId: ctx.app.id,
    userId,
    forTargetsAfter,
    forAllAfter: user ? forAllAfter : never,
    onlineAfter: user ? now - onlineMillis : never,
  };
  const rows = await pageOfBroadcasts(ctx.db, view, page);
  return rows.map((row) => ({ position: row.position, message: toMessage(row) }));
}
