import type { Ctx } from '../../context.ts';
import { insertBroadcast, takeBroadcastPosition } from '../../store/broadcasts.ts';
import type { Db } from '../../store/db.ts';
import type { Receipt } from '../messages/accept.ts';

/** A transaction that sends a broadcast. */
export interface BroadcastTransaction {
  ctx: Ctx;
  /** Position of the broadcast. */
  position: number;
}

/** Comes first in the transaction: here the broadcasts of an app wait for each other, and later for nothing. */
export async function beginBroadcast(ctx: Ctx, tx: Db): Promise<BroadcastTransaction> {
  const position = await takeBroadcastPosition(tx, ctx.app.id);
  return { ctx: { ...ctx, db: tx }, position };
}

export interface Reach {
  /** Only the users who are targets of the push. */
  taskId?: number | null;
  /** The targets are not known yet: nobody sees the message before `placeBroadcasts`. */
  unplaced?: boolean;
  /** Only users who are online, or come online within 10 minutes. */
  onlineOnly?: boolean;
}

/** Writes down for whom the message is, all users unless said otherwise: without that nobody sees it. */
export async function addressBroadcast({ ctx, position }: BroadcastTransaction, { id, sentAt }: Receipt, reach: Reach = {}): Promise<void> {
  const { taskId = null, unplaced = false, onlineOnly = false } = reach;
  await insertBroadcast(ctx.db, {
    message_id: id,
    app_id: ctx.app.id,
    position: unplaced ? null : position,
    task_id: taskId,
    online_only: onlineOnly,
    sent_at: sentAt,
  });
}
