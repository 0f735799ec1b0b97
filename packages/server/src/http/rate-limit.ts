import type { Response } from 'express';
import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Operation, RateLimit } from './document.ts';
import type { Route } from './routes.ts';

/**
 * Takes the points of a call from the buckets that the document names; fails with `rate-limited`. Where the dialect has headers for it,
 * the answer tells what is left of the bucket that was asked last.
 */
export async function takePoints(
  ctx: RequestCtx,
  { dialect, operation }: Route,
  { body, res }: { body: unknown; res: Response },
): Promise<void> {
  const { enabled, overrides } = ctx.app.settings.rateLimits;
  if (!enabled) return;
  for (const limit of operation.rateLimits) {
    const bucket = bucketOf(dialect.name, operation, limit);
    const { points, seconds } = overrides[bucket] ?? limit;
    const wanted = { points: pointsOf(limit, body), limit: points, millis: seconds * 1000, now: ctx.clock.now() };
    const take = await ctx.counters.take(`${ctx.app.id}:${bucket}:${seconds}`, wanted);
    if (!take) continue;
    const headers = dialect.rateLimitHeaders?.({ limit: points, remaining: take.remaining, resetSeconds: toSeconds(take.resetAfter) });
    for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
    if (take.retryAfter !== undefined) throw tooMany(limit, { points, seconds, retryAfter: take.retryAfter });
  }
}

/** The name by which the settings of an app know a limit. */
export function bucketOf(dialect: string, operation: Operation, limit: RateLimit): string {
  return `${dialect}:${limit.bucket ?? operation.id}`;
}

function toSeconds(millis: number): number {
  return Math.ceil(millis / 1000);
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
  return new DomainError('rate-limited', { reason, retryAfterSeconds: Math.max(1, toSeconds(retryAfter)) });
}
