import type { Ctx } from '../../context.ts';
import { findUsers } from '../../store/users.ts';
import { DomainError, requireEach } from '../errors.ts';

export interface Parties {
  senderId: string;
  /** The sender has to be an admin. */
  asAdmin: boolean;
  /** Undefined when the message goes to no single user. */
  recipientId: string | undefined;
}

/** For messages between registered users only. Fails with `user-unknown` or `sender-not-admin`. */
export async function requireParties(ctx: Ctx, { senderId, asAdmin, recipientId }: Parties): Promise<void> {
  const userIds = recipientId === undefined ? [senderId] : [senderId, recipientId];
  const users = new Map((await findUsers(ctx.db, ctx.app.id, userIds)).map((user) => [user.user_id, user]));
  requireEach(userIds, users, 'user-unknown');
  if (asAdmin && !users.get(senderId)?.is_admin) throw new DomainError('sender-not-admin', { subject: senderId });
}
