import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { answerOnce } from '../domain/idempotency.ts';
import type { Reply } from './dialect.ts';

const header = 'Idempotency-Key';

/**
 * Honours an Idempotency-Key (1 to 255 visible characters) on every call that is not a GET; without one the work is simply done.
 * `prepare` is the first step of it, and gives the second.
 */
export async function withIdempotency(
  ctx: RequestCtx,
  { req, res, body }: { req: Request; res: Response; body: Buffer },
  prepare: () => Promise<(within: RequestCtx) => Promise<Reply>>,
): Promise<Reply> {
  const key = req.get(header);
  if (key === undefined || req.method === 'GET') return (await prepare())(ctx);
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new DomainError('parameter-invalid', { field: header, reason: 'must be 1 to 255 visible characters' });
  const fingerprint = createHash('sha256').update(`${req.method} ${req.url}\n`).update(body).digest('base64url');
  const { answer, replayed } = await answerOnce(ctx, { key, fingerprint }, prepare);
  if (replayed) res.setHeader('Idempotency-Replayed', 'true');
  return answer;
}
