import type { Ctx } from '../../context.ts';
import { hasLog, insertLogDeletion, type LogHour } from '../../store/history-log.ts';
import { pageOfSent, type SentPlace } from '../../store/sent-messages.ts';
import { requireService } from '../service-switch.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { type Message, toMessage } from './history.ts';
import { keptSince } from './retention.ts';

const hourMillis = 60 * 60 * 1000;
const keptMillis = 3 * 24 * hourMillis;
/** Messages in memory at once: 50 MB if each were as large as can be. */
const pageSize = 100;

// An hour's log holds every message that was sent in it within the app. It is made of the messages whenever it is read, so that no node
// has a file that another lacks, and it is there from the end of the hour for 3 days unless it is deleted.

/** Whether the hour that begins at `start` (milliseconds) has a log. Fails with `service-off`. */
export async function hasHistoryLog(ctx: Ctx, start: number): Promise<boolean> {
  requireService(ctx, 'messageHistoryLog');
  const now = ctx.clock.now();
  return start + hourMillis <= now && start > oldestHour(now) && hasLog(ctx.db, hourOf(ctx, start));
}

/** The messages stay. Returns false when the hour has no log. Fails with `service-off`. */
export async function deleteHistoryLog(ctx: Ctx, start: number): Promise<boolean> {
  return (await hasHistoryLog(ctx, start)) && insertLogDeletion(ctx.db, hourOf(ctx, start));
}

/** In order of sending, page by page. */
export async function* readHistoryLog(ctx: Ctx, start: number): AsyncGenerator<(Message & { conversation: Conversation })[]> {
  const { appId, since, end } = hourOf(ctx, start);
  const scope = { appId, from: Math.max(start, since), end, withinApp: true };
  for (let after: SentPlace | undefined, full = true; full; ) {
    const rows = await pageOfSent(ctx.db, scope, { after, limit: pageSize });
    const messages = rows.map((row) => ({ ...toMessage(row), conversation: conversationOf(row) }));
    yield messages;
    after = messages.at(-1);
    full = messages.length === pageSize;
  }
}

/** The log of an hour that began before this time is gone. */
export function oldestHour(now: number): number {
  return now - keptMillis - hourMillis;
}

function hourOf(ctx: Ctx, start: number): LogHour {
  return { appId: ctx.app.id, start, end: start + hourMillis, since: keptSince(ctx) };
}
