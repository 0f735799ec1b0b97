import type { Request, Response } from 'express';
import type { RequestCtx } from '../context.ts';
import type { Take } from '../domain/counters.ts';
import { DomainError } from '../domain/errors.ts';
import { isPacked } from './body.ts';
import type { Operation, RateLimit } from './document.ts';
import type { Route } from './routes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A limit as it is in force for the app that calls. */
interface Window {
  limit: RateLimit;
  key: string;
  /** What the call takes. */
  points: number;
  /** When the window of a calendar day ends, in milliseconds from now. */
  ends: number;
}

/** Up to so many bytes reading a body costs less than asking before whether it is worth while. */
const smallBody = 16 * 1024;

interface Reading<T> {
  req: Request;
  res: Response;
  read: () => Promise<T>;
}

/**
 * Takes the points of a call from the buckets that the document names, or from none, and has the call read; fails with `rate-limited`.
 * Where points are calls they are taken before. Where they are values of the body they are taken once it is known; a body that cannot be
 * read is one point, and a large one is read only when there is room for one.
 */
export async function readWithinLimits<T extends { body: unknown }>(
  ctx: RequestCtx,
  route: Route,
  { req, res, read }: Reading<T>,
): Promise<T> {
  if (!ctx.app.settings.rateLimits.enabled) return read();
  const { rateLimits } = route.operation;
  if (rateLimits.every(({ field, only }) => field === undefined && only === undefined)) {
    await takePoints(ctx, route, { body: undefined, res });
    return read();
  }
  const isSmall = Number(req.headers['content-length']) <= smallBody && !isPacked(req);
  if (!isSmall) await take(ctx, windowsOf(ctx, route, undefined), { look: true });
  const call = await read().catch(async (error) => {
    await takePoints(ctx, route, { body: undefined, res });
    throw error;
  });
  await takePoints(ctx, route, { body: call.body, res });
  return call;
}

/** Where the dialect has headers for it, the answer tells what is left of the bucket that was asked last. */
async function takePoints(ctx: RequestCtx, route: Route, { body, res }: { body: unknown; res: Response }): Promise<void> {
  const windows = windowsOf(ctx, route, body);
  // Of several limits one may be full: then nothing is taken from the others.
  if (windows.length > 1) await take(ctx, windows, { look: true });
  const tell = (limit: RateLimit, { remaining, resetAfter }: Take) => {
    const headers = route.dialect.rateLimitHeaders?.({ limit: limit.points, remaining, resetSeconds: toSeconds(resetAfter) });
    res.set(headers ?? {});
  };
  await take(ctx, windows, { look: false, tell });
}

/** Those of the document; where the app has set a limit for a bucket, that alone. */
function windowsOf(ctx: RequestCtx, { dialect, operation }: Route, body: unknown): Window[] {
  const { overrides } = ctx.app.settings.rateLimits;
  const today = dayOf(ctx);
  const concerned = operation.rateLimits.filter((limit) => concerns(limit, body));
  const windows = concerned.map((limit) => {
    const bucket = bucketOf(dialect.name, operation, limit);
    const own = overrides[bucket];
    const inForce = own ? { ...limit, ...own, calendarDay: false } : limit;
    const key = `${ctx.app.id}:${bucket}:${inForce.seconds}${inForce.calendarDay ? `:${today.number}` : ''}`;
    return { limit: inForce, key, points: pointsOf(limit, body), ends: inForce.calendarDay ? today.ends : Infinity };
  });
  return windows.filter(({ key }, index) => windows.findIndex((window) => window.key === key) === index);
}

/** The day of the server's zone. */
function dayOf({ zoneMinutes, clock }: RequestCtx): { number: number; ends: number } {
  const local = clock.now() + zoneMinutes * minute;
  return { number: Math.floor(local / day), ends: day - (local % day) };
}

/** Fails with `rate-limited`, about the limit that lasts longest. */
async function take(
  ctx: RequestCtx,
  windows: Window[],
  { look, tell }: { look: boolean; tell?: (limit: RateLimit, taken: Take) => void },
): Promise<void> {
  let longest = { wait: 0, limit: windows[0]?.limit };
  for (const { limit, key, points, ends } of windows) {
    // Looking takes no points: whether they would fit shows below a lower limit.
    const counted = look ? { points: 0, limit: limit.points - points } : { points, limit: limit.points };
    const taken = await ctx.counters.take(key, { ...counted, millis: limit.seconds * 1000, now: ctx.clock.now() });
    if (taken) tell?.(limit, taken);
    const wait = Math.min(taken?.retryAfter ?? 0, ends);
    if (wait > longest.wait) longest = { wait, limit };
  }
  if (longest.wait > 0) throw tooMany(longest.limit!, longest.wait);
}

/** The name by which the settings of an app know a limit. */
export function bucketOf(dialect: string, operation: Operation, limit: RateLimit): string {
  return `${dialect}:${limit.bucket ?? operation.id}`;
}

function toSeconds(millis: number): number {
  return Math.ceil(millis / 1000);
}

/** Values are compared as text: those of a form are nothing else. */
function concerns({ only = {} }: RateLimit, body: unknown): boolean {
  const sent = (body ?? {}) as Record<string, unknown>;
  return Object.entries(only).every(([field, value]) => String(sent[field]) === String(value));
}

/** Different values of the field that is counted: of a list or a map, also as JSON text, or one value. */
function pointsOf({ field }: RateLimit, body: unknown): number {
  const sent = field === undefined ? undefined : (body as Record<string, unknown> | undefined)?.[field];
  const value = typeof sent === 'string' ? parsed(sent) : sent;
  if (Array.isArray(value)) return Math.max(1, new Set(value.map(String)).size);
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

function tooMany({ points, seconds, unit, calendarDay }: RateLimit, wait: number): DomainError {
  const time = calendarDay ? 'a day' : `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  return new DomainError('rate-limited', {
    reason: `${points} ${unit} in ${time}`,
    retryAfterSeconds: Math.max(1, toSeconds(wait)),
  });
}
