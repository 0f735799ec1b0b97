import type { Ctx } from '../../context.ts';
import * as store from '../../store/quiet-periods.ts';

/** A part of every day, over midnight too, in which less notifies; stronger than all levels. */
export interface QuietPeriod {
  /** `HH:MM:SS` in the server's zone. */
  startTime: string;
  /** 1 to 1439. */
  minutes: number;
  /** What notifies in it: 0 every message, 1 those with a mention, 5 none. */
  level: 0 | 1 | 5;
}

/** A user has one period, and needs no registration. */
export async function setQuietPeriod(ctx: Ctx, userId: string, { startTime, minutes, level }: QuietPeriod): Promise<void> {
  await store.upsertPeriod(ctx.db, { appId: ctx.app.id, userId }, { start_time: startTime, minutes, level });
}

export async function removeQuietPeriod(ctx: Ctx, userId: string): Promise<void> {
  await store.deletePeriods(ctx.db, ctx.app.id, [userId]);
}

export async function getQuietPeriod(ctx: Ctx, userId: string): Promise<QuietPeriod | undefined> {
  const period = await store.findPeriod(ctx.db, { appId: ctx.app.id, userId });
  return period && { startTime: period.start_time, minutes: period.minutes, level: period.level as QuietPeriod['level'] };
}
