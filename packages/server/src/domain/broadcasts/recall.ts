import type { Ctx } from '../../context.ts';
import { findRecallable } from '../../store/broadcasts.ts';
import { markRetracted } from '../../store/messages.ts';
import { inTransaction } from '../../store/transaction.ts';
import { broadcastConversation } from '../messages/conversation.ts';
import type { MessageDraft } from '../messages/draft.ts';
import { recallCommand, recallContent } from '../messages/recall.ts';
import { sendBroadcast } from '../messages/send.ts';
import { requireService } from '../service-switch.ts';
import { messageIdOf, messageUid } from '../uid.ts';
import { addressBroadcast, beginBroadcast } from './address.ts';

export interface BroadcastRecall {
  senderId: string;
  messageId: number;
  /** The notice names an administrator. */
  byAdmin: boolean;
  /** No notice stays. */
  withoutNotice: boolean;
  extra?: string | undefined;
  disableUpdateLastMsg?: boolean | undefined;
}

/**
 * Marks the sender's broadcast as taken back and sends a command to all who may see it. One that is unknown, of another sender, for
 * users online, or was taken back before stays as it is, and nothing is sent. Fails with `service-off`.
 */
export async function recallBroadcast(ctx: Ctx, recall: BroadcastRecall): Promise<void> {
  requireService(ctx, 'broadcast');
  await inTransaction(ctx.db, async (tx) => {
    const begun = await beginBroadcast(ctx, tx);
    const found = await markBroadcast(begun.ctx, recall);
    if (!found) return;
    const receipt = await sendBroadcast(begun.ctx, commandOf(recall, found.sentAt));
    await addressBroadcast(begun, receipt, { taskId: found.taskId, unplaced: found.position === null });
  });
}

/** The older way: the command itself is broadcast. What is no command, or names no broadcast of the sender, changes nothing. */
export async function markNamedBroadcast(ctx: Ctx, { senderId, objectName, content }: MessageDraft): Promise<void> {
  const messageId = objectName === recallCommand ? messageIdOf(uidIn(content)) : undefined;
  if (messageId !== undefined) await markBroadcast(ctx, { senderId, messageId });
}

async function markBroadcast(ctx: Ctx, { senderId, messageId }: { senderId: string; messageId: number }) {
  const found = await findRecallable(ctx.db, { appId: ctx.app.id, senderId, messageId });
  if (found) await markRetracted(ctx.db, messageId, ctx.clock.now());
  return found;
}

function commandOf(
  { senderId, messageId, byAdmin, withoutNotice, extra, disableUpdateLastMsg }: BroadcastRecall,
  sentAt: number,
): MessageDraft {
  const content = recallContent({
    senderId,
    conversation: broadcastConversation(senderId),
    uid: messageUid(messageId),
    sentAt,
    notice: { byAdmin, silent: withoutNotice, extra },
  });
  return { senderId, objectName: recallCommand, content: JSON.stringify(content), options: { disableUpdateLastMsg } };
}

/** Documents spell the field in two ways. */
function uidIn(content: string): string {
  try {
    const { messageUId, MessageUId = messageUId } = (JSON.parse(content) ?? {}) as { messageUId?: unknown; MessageUId?: unknown };
    return String(MessageUId);
  } catch {
    return '';
  }
}
