import type { RequestCtx } from '../context.ts';

/** `yyyy-MM-dd HH:mm:ss` in the server's zone. */
export function dateTime(ctx: RequestCtx, millis: number): string {
  return new Date(millis + ctx.zoneMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}
