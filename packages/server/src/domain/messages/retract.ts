import type { Ctx } from '../../context.ts';
import { findMessage, markRetracted } from '../../store/messages.ts';
import { DomainError } from '../errors.ts';

const retractMillis = 3 * 60 * 1000;

/** Takes a message back within 3 minutes. Fails with `message-unknown`, `message-not-yours`, `message-retracted` or `message-too-old`. */
export async function retractMessage(ctx: Ctx, message: { id: number; senderId: string }): Promise<void> {
  const row = await findMessage(ctx.db, ctx.app.id, message.id);
  if (!row) throw new DomainError('message-unknown', { field: 'msgid', subject: String(message.id) });
  if (row.sender_id !== message.senderId) throw new DomainError('message-not-yours', { field: 'username', subject: message.senderId });
  if (row.retracted_at !== null) throw new DomainError('message-retracted', { field: 'msgid', subject: String(message.id) });
  const now = ctx.clock.now();
  if (now - row.sent_at > retractMillis) throw new DomainError('message-too-old', { field: 'msgid', subject: String(message.id) });
  if (!(await markRetracted(ctx.db, message.id, now)))
    throw new DomainError('message-retracted', { field: 'msgid', subject: String(message.id) });
}
