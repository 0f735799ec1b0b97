import type { Ctx } from '../../context.ts';
import { findMessage, markRetracted } from '../../store/messages.ts';
import { DomainError } from '../errors.ts';
import { getProfile } from '../users/profile.ts';

const retractMillis = 3 * 60 * 1000;

/**
 * Takes a message back within 3 minutes of sending.
 * Fails with `user-unknown`, `message-unknown`, `message-not-yours`, `message-retracted` or `message-too-old`.
 */
export async function retractMessage(ctx: Ctx, { id, senderId }: { id: number; senderId: string }): Promise<void> {
  await getProfile(ctx, senderId);
  const message = await findMessage(ctx.db, ctx.app.id, id);
  if (!message) throw new DomainError('message-unknown', { subject: String(id) });
  if (message.sender_id !== senderId) throw new DomainError('message-not-yours', { subject: senderId });
  const retracted = new DomainError('message-retracted', { subject: String(id) });
  if (message.retracted_at !== null) throw retracted;
  const now = ctx.clock.now();
  if (now - message.sent_at > retractMillis) throw new DomainError('message-too-old', { subject: String(id) });
  // Another call may have been first.
  if (!(await markRetracted(ctx.db, id, now))) throw retracted;
}
