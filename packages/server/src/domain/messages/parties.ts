import type { Ctx } from '../../context.ts';
import type { ScopedId } from '../../store/scoped-ids.ts';
import { findRegistered } from '../../store/users.ts';
import { DomainError } from '../errors.ts';
import { requireKnown } from '../users/registered.ts';

export interface Parties {
  senderId: string;
  /** The sender has to be an admin. */
  asAdmin: boolean;
  /** Of any app; undefined when the message goes to no single user. */
  recipient: ScopedId | undefined;
}

/** For messages between registered users only. Fails with `user-unknown` or `sender-not-admin`. */
export async function requireParties(ctx: Ctx, { senderId, asAdmin, recipient }: Parties): Promise<void> {
  const sender = { appId: ctx.app.id, id: senderId };
  const parties = recipient ? [sender, recipient] : [sender];
  const known = await findRegistered(ctx.db, parties);
  requireKnown(parties, known);
  if (asAdmin && !known.get(sender)?.is_admin) throw new DomainError('sender-not-admin', { subject: senderId });
}
