import type { Ctx } from '../../context.ts';
import { type LocatedMessage, lockMessage } from '../../store/messages.ts';
import { DomainError } from '../errors.ts';
import { messageUid } from '../uid.ts';
import { getProfile } from '../users/profile.ts';
import { conversationOf } from './conversation.ts';
import { senderAppOf } from './history.ts';
import { takeBack } from './recall.ts';
import { keyOfKept } from './retention.ts';

const retractMillis = 3 * 60 * 1000;

/**
 * Takes a message back within 3 minutes of sending, and tells its conversation.
 * Fails with `user-unknown`, `message-unknown`, `message-not-yours`, `message-retracted` or `message-too-old`.
 */
export async function retractMessage(ctx: Ctx, { id, senderId }: { id: number; senderId: string }): Promise<void> {
  await getProfile(ctx, senderId);
  await takeBack(ctx, async (tx) => {
    const message = requireRetractable(ctx, await lockMessage(tx, keyOfKept(ctx, id)), { id, senderId });
    return { message, senderId, conversation: conversationOf(message), uid: messageUid(id), notice: {} };
  });
}

function requireRetractable(
  ctx: Ctx,
  message: LocatedMessage | undefined,
  { id, senderId }: { id: number; senderId: string },
): LocatedMessage {
  if (!message) throw new DomainError('message-unknown', { subject: String(id) });
  if (message.sender_id !== senderId || senderAppOf(message) !== ctx.app.id)
    throw new DomainError('message-not-yours', { subject: senderId });
  if (message.retracted_at !== null) throw new DomainError('message-retracted', { subject: String(id) });
  if (ctx.clock.now() - message.sent_at > retractMillis) throw new DomainError('message-too-old', { subject: String(id) });
  return message;
}
