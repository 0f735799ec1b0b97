import type { Ctx, Services } from '../context.ts';
import { deleteExpiredAnswers, findAnswer, type IdempotencyKey, keepAnswer, tryLockKey } from '../store/idempotency.ts';
import { inTransaction } from '../store/transaction.ts';
import { DomainError } from './errors.ts';
import type { Queue } from './jobs.ts';
import { withFilterReady } from './moderation/screen.ts';

export interface StoredAnswer {
  status: number;
  /** Undefined when the answer has no body. */
  body: unknown;
}

/** A call with a key. */
export interface KeyedRequest {
  key: string;
  fingerprint: string;
}

/** What a call has to do, in two steps: this one takes the time that it takes; what it gives is done in a transaction. */
export type Prepare<C extends Ctx> = () => Promise<(within: C) => Promise<StoredAnswer>>;

interface Answered {
  answer: StoredAnswer;
  replayed: boolean;
}

const keptMillis = 24 * 60 * 60 * 1000;

/**
 * Does the work once per key: a repeat with the same fingerprint within 24 hours gets the first answer again. The work and its answer
 * are one transaction, so that both are there or neither is, whenever the process dies and however long it takes. Fails with
 * `parameter-invalid` when the fingerprint differs and with `unavailable` while the first request is under way. A refusal leaves nothing.
 */
export async function answerOnce<C extends Ctx>(ctx: C, request: KeyedRequest, prepare: Prepare<C>): Promise<Answered> {
  // The lock of the transaction would do; but what comes before it is not to be done twice either, and a database that is slow not asked.
  const call = `${ctx.app.id} ${request.key}`;
  requireIdle(ctx, call);
  const kept = await findKept(ctx, request);
  if (kept) return kept;
  requireIdle(ctx, call);
  ctx.keyedCalls.add(call);
  try {
    return await answerNow(ctx, request, prepare);
  } finally {
    ctx.keyedCalls.delete(call);
  }
}

function requireIdle({ keyedCalls }: Ctx, call: string): void {
  if (keyedCalls.has(call)) throw underWay();
}

async function answerNow<C extends Ctx>(ctx: C, request: KeyedRequest, prepare: Prepare<C>): Promise<Answered> {
  const work = await prepare();
  // Neither could be had inside: they use connections of their own.
  await ctx.jobs.ready();
  const ready = await withFilterReady(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const within = { ...ready, db: tx };
    if (!(await tryLockKey(tx, keyOf(ctx, request)))) throw underWay();
    const kept = await findKept(within, request);
    if (kept) return kept;
    const answer = await work(within);
    await keepAnswer(tx, keyOf(ctx, request), {
      fingerprint: request.fingerprint,
      status: answer.status,
      body: answer.body === undefined ? null : JSON.stringify(answer.body),
      created_at: ctx.clock.now(),
    });
    return { answer, replayed: false };
  });
}

async function findKept(ctx: Ctx, request: KeyedRequest): Promise<Answered | undefined> {
  const kept = await findAnswer(ctx.db, keyOf(ctx, request), ctx.clock.now() - keptMillis);
  if (!kept) return undefined;
  if (kept.fingerprint !== request.fingerprint) {
    throw new DomainError('parameter-invalid', { field: 'Idempotency-Key', reason: 'was used for another request' });
  }
  return { answer: { status: kept.status, body: kept.body === null ? undefined : JSON.parse(kept.body) }, replayed: true };
}

function keyOf(ctx: Ctx, { key }: KeyedRequest): IdempotencyKey {
  return { appId: ctx.app.id, key };
}

function underWay(): DomainError {
  return new DomainError('unavailable', { retryAfterSeconds: 1 });
}

export const keptAnswerSweepQueue: Queue = { name: 'kept-answer-sweep', retries: 0, everySeconds: 600 };

/** Of one transaction, so that none is long. */
const batch = 1000;

/** Deletes the rows of answers that are kept no longer. Nobody sees a difference. */
export async function sweepKeptAnswers({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const expired = clock.now() - keptMillis;
  for (let deleted = batch; deleted === batch; ) deleted = await deleteExpiredAnswers(db, expired, batch);
}
