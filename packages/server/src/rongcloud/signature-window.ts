import type { Ctx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';

/** Milliseconds and seconds since 1970 meet here: in 1973, and in the year 5138. */
const leastMillis = 1e11;

/** Fails with `credentials-invalid` when the time is outside the app's signature window, or the signature was used in it before. */
export async function requireFresh(ctx: Ctx, { timestamp, signature }: { timestamp: string; signature: string }): Promise<void> {
  const window = ctx.app.settings.signatureWindowSeconds! * 1000;
  const now = ctx.clock.now();
  const sent = readMillis(timestamp);
  if (sent === undefined) throw refusal('Timestamp is not a time in milliseconds or seconds since 1970');
  const off = Math.abs(now - sent);
  if (off > window) {
    throw refusal(`Timestamp is ${Math.ceil(off / 1000)} seconds off the server's clock, this app allows ${window / 1000}`);
  }
  // One from the far end of the window, ahead of our clock, stays acceptable for twice its length.
  const use = { points: 1, limit: 1, millis: 2 * window, now };
  const used = await ctx.counters.take(`${ctx.app.id}:signature:${signature}`, use);
  if (used?.retryAfter !== undefined)
    throw refusal('Signature was used before, this app takes each once: sign every call with a new Nonce');
}

function readMillis(timestamp: string): number | undefined {
  if (!/^\d{1,15}$/.test(timestamp)) return undefined;
  const number = Number(timestamp);
  return number < leastMillis ? number * 1000 : number;
}

function refusal(reason: string): DomainError {
  return new DomainError('credentials-invalid', { reason });
}
