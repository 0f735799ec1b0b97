import type { Ctx } from '../context.ts';
import { claimKey, findKey, forgetKeys, releaseKey, saveAnswer } from '../store/idempotency.ts';
import { DomainError } from './errors.ts';

export interface StoredAnswer {
  status: number;
  /** Undefined when the answer has no body. */
  body: unknown;
}

const keptMillis = 24 * 60 * 60 * 1000;
/** A request that has not answered in this time died with its process: the key may be used again. */
const abandonedMillis = 60 * 1000;

/**
 * Does the work once per key: a repeat with the same fingerprint within 24 hours gets the first answer again. Fails with
 * `parameter-invalid` when the fingerprint differs and with `unavailable` while the first request is under way. A refusal is not kept.
 */
export async function answerOnce(
  ctx: Ctx,
  request: { key: string; fingerprint: string },
  work: () => Promise<StoredAnswer>,
): Promise<{ answer: StoredAnswer; replayed: boolean }> {
  const key = { appId: ctx.app.id, key: request.key };
  const now = ctx.clock.now();
  await forgetKeys(ctx.db, now - keptMillis);
  const claimed = await claimKey(ctx.db, key, { fingerprint: request.fingerprint, now, staleBefore: now - abandonedMillis });
  if (!claimed) return { answer: await firstAnswer(ctx, request), replayed: true };
  try {
    const answer = await work();
    await saveAnswer(ctx.db, key, { status: answer.status, body: answer.body === undefined ? null : JSON.stringify(answer.body) });
    return { answer, replayed: false };
  } catch (error) {
    if (error instanceof DomainError) await releaseKey(ctx.db, key);
    throw error;
  }
}

async function firstAnswer(ctx: Ctx, request: { key: string; fingerprint: string }): Promise<StoredAnswer> {
  const row = await findKey(ctx.db, { appId: ctx.app.id, key: request.key });
  if (row && row.fingerprint !== request.fingerprint) {
    throw new DomainError('parameter-invalid', { field: 'Idempotency-Key', reason: 'was used for another request' });
  }
  if (row?.status == null) throw new DomainError('unavailable', { retryAfterSeconds: 1 });
  return { status: row.status, body: row.body === null ? undefined : JSON.parse(row.body) };
}
