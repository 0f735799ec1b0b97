import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { forgetRandoms, noteRandom } from '../../store/message-randoms.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';

const repeatMillis = 60 * 1000;

/**
 * Sends in the transaction that notes the sender's number, that of `ctx.db` if it is one, so that both are committed or neither is. Fails with `message-repeated`
 * when the sender used the number within the last minute.
 */
export async function unlessRepeated<Result>(
  ctx: Ctx,
  { senderId, random }: { senderId: string; random: string },
  send: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const now = ctx.clock.now();
  const at = { now, before: now - repeatMillis };
  await forgetRandoms(ctx.db, at.before);
  return inTransaction(ctx.db, async (tx) => {
    if (!(await noteRandom(tx, { appId: ctx.app.id, senderId, random }, at)))
      throw new DomainError('message-repeated', { subject: random });
    return send(tx);
  });
}
