import type { Ctx } from '../../context.ts';
import * as store from '../../store/user-lists.ts';
import { findUserState } from '../../store/user-states.ts';

export type UserVerdict = 'yes' | 'sender-muted' | 'sender-not-allowed' | 'sender-blocked';

/** Whether the sender's client may send to the user: not when the sender is muted in one-to-one chats, nor when the user's lists refuse. */
export async function maySendToUser(ctx: Ctx, { senderId, userId }: { senderId: string; userId: string }): Promise<UserVerdict> {
  const [state, refusers] = await Promise.all([findUserState(ctx.db, ctx.app.id, senderId), findRefusers(ctx, senderId, [userId])]);
  if (state && state.private_muted_at !== null) return 'sender-muted';
  const list = refusers.get(userId);
  if (list === undefined) return 'yes';
  return list === 'allow' ? 'sender-not-allowed' : 'sender-blocked';
}

/**
 * Of the users, those whose lists refuse the sender, with the list that does: the allowlist alone decides for who has it in force, the
 * blocklist for all others, and for all while the app has no allowlists.
 */
export async function findRefusers(ctx: Ctx, senderId: string, userIds: string[]): Promise<Map<string, 'allow' | 'block'>> {
  const { userAllowlist: allowlists } = ctx.app.settings.services;
  return store.findRefusers(ctx.db, { appId: ctx.app.id, userId: senderId }, { userIds, allowlists });
}
