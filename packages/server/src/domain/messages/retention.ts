import type { Ctx } from '../../context.ts';
import type { MessageKey } from '../../store/messages.ts';

const dayMillis = 24 * 60 * 60 * 1000;

/** What was sent before this time (milliseconds) does not exist any more. */
export function keptSince({ app, clock }: Pick<Ctx, 'app' | 'clock'>): number {
  return clock.now() - Math.floor(app.settings.historyDays * dayMillis);
}

/** Looks a message up while it is kept. No id, which is that of a text that is no UID of ours, finds none: ids begin at 1. */
export function keyOfKept(ctx: Ctx, id: number | undefined): MessageKey {
  return { appId: ctx.app.id, id: id ?? 0, since: keptSince(ctx) };
}
