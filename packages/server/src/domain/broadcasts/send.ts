import type { Ctx } from '../../context.ts';
import { inTransaction } from '../../store/transaction.ts';
import { findUser } from '../../store/users.ts';
import type { Receipt } from '../messages/accept.ts';
import type { MessageDraft } from '../messages/draft.ts';
import { sendBroadcast } from '../messages/send.ts';
import { pushTextOf } from '../push/message-text.ts';
import type { Notification, PushPlatform } from '../push/notification.ts';
import { addPushTask, type PushRequest, pushTo } from '../push/tasks.ts';
import { requireService } from '../service-switch.ts';
import { addressBroadcast, beginBroadcast } from './address.ts';
import { markNamedBroadcast } from './recall.ts';

/**
 * Sends a message to all registered users, later ones included, who come online within the app's days; devices of who is offline
 * get a push. A recall command also takes back the broadcast that it names. Fails with `service-off`.
 */
export async function broadcast(ctx: Ctx, draft: MessageDraft, pushOnlyTo?: PushPlatform): Promise<Receipt> {
  requireService(ctx, 'broadcast');
  return ctx.jobs.transaction(ctx.db, async (tx, enqueue) => {
    const begun = await beginBroadcast(ctx, tx);
    await markNamedBroadcast(begun.ctx, draft);
    const receipt = await sendBroadcast(begun.ctx, draft);
    await addressBroadcast(begun, receipt);
    const notification = await notificationOf(begun.ctx, draft);
    if (!notification) return receipt;
    const platforms = pushOnlyTo && [pushOnlyTo];
    await addPushTask(begun.ctx, { audience: { kind: 'all' }, platforms, notification, messageId: receipt.id }, enqueue);
    return receipt;
  });
}

/** Sends a message to users who are online now or within 10 minutes; there is no push. Fails with `service-off`. */
export async function broadcastToOnline(ctx: Ctx, draft: MessageDraft): Promise<Receipt> {
  requireService(ctx, 'broadcast');
  return inTransaction(ctx.db, async (tx) => {
    const begun = await beginBroadcast(ctx, tx);
    const receipt = await sendBroadcast(begun.ctx, draft);
    await addressBroadcast(begun, receipt, { onlineOnly: true });
    return receipt;
  });
}

/** Pushes to an audience, which also sees the message, if there is one. Returns the id of the push. Fails with `service-off`. */
export async function pushToAudience(
  ctx: Ctx,
  request: Omit<PushRequest, 'messageId'>,
  draft: MessageDraft | undefined,
): Promise<{ id: string; receipt?: Receipt }> {
  requireService(ctx, 'broadcast');
  if (!draft) return { id: await pushTo(ctx, request) };
  return ctx.jobs.transaction(ctx.db, async (tx, enqueue) => {
    const begun = await beginBroadcast(ctx, tx);
    const receipt = await sendBroadcast(begun.ctx, draft);
    const task = await addPushTask(begun.ctx, { ...request, messageId: receipt.id }, enqueue);
    await addressBroadcast(begun, receipt, request.audience.kind === 'all' ? {} : { taskId: task.id, unplaced: true });
    return { id: task.publicId, receipt };
  });
}

/** Undefined when the message brings no push. */
async function notificationOf(ctx: Ctx, draft: MessageDraft): Promise<Notification | undefined> {
  const alert = pushTextOf(draft);
  if (alert === undefined) return undefined;
  const { pushData, pushExt, contentAvailable } = draft.options;
  const title = (await findUser(ctx.db, ctx.app.id, draft.senderId))?.name ?? undefined;
  return { title, alert, pushData, pushExt, ios: contentAvailable ? { settings: { contentAvailable } } : undefined };
}
