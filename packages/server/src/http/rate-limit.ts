import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Operation, RateLimit } from './document.ts';
import type { Route } from './routes.ts';

/** Takes the points of a call from the buckets that the document names; fails with `rate-limited`. */
export async function takePoints(ctx: RequestCtx, { dialect, operation }: Route, body: unknown): Promise<void> {
  const { enabled, overrides } = ctx.app.settings.rateLimits;
  if (!enabled) return;
  for (const limit of operation.rateLimits) {
    const bucket = bucketOf(dialect.name, operation, limit);
    const { points, seconds } = overrides[bucket] ?? limit;
    const window = { points: pointsOf(limit, body), limit: points, millis: seconds * 1000, now: ctx.clock.now() };
    const refused = await ctx.counters.take(`${ctx.app.id}:${bucket}:${seconds}`, window);
    if (refused) throw tooMany(limit, { points, seconds, retryAfter: refused.retryAfter });
  }
}

/** The name by which the settings of an app know a limit. */
export function bucketOf(dialect: string, operation: Operation, limit: RateLimit): string {
  return `${dialect}:${limit.bucket ?? operation.id}`;
}

/** Values of the field that is counted, as they arrive: a list or a map, also as JSON text, or one value. */
function pointsOf({ field }: RateLimit, body: unknown): number {
  const sent = field === undefined ? undefined : (body as Record<string, unknown> | undefined)?.[field];
  const value = typeof sent === 'string' ? parsed(sent) : sent;
  if (typeof value === 'object' && value !== null) return Math.max(1, Object.keys(value).length);
  return 1;
}

/** Undefined for other texts: their refusal is the operation's. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tooMany(
  { unit }: RateLimit,
  { points, seconds, retryAfter }: { points: number; seconds: number; retryAfter: number },
): DomainError {
  const reason = `${points} ${unit} in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return new DomainError('rate-limited', { reason, retryAfterSeconds: Math.max(1, Math.ceil(retryAfter / 1000)) });
}
