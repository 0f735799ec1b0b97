import type { Ctx } from '../../context.ts';
import * as store from '../../store/user-lists.ts';
import { findUserState } from '../../store/user-states.ts';

/**
 * Whether the sender's client may send to the user: not when the sender is muted in one-to-one chats, nor when the user's lists refuse.
 */
export async function maySendToUser(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<boolean> {
  const state = await findUserState(ctx.db, ctx.app.id, from);
  if (state && state.private_muted_at !== null) return false;
  return !(await findRefusers(ctx, from, [to])).has(to);
}

/**
 * Of the users, those whose lists refuse the sender: the allowlist alone decides for who has it in force, the blocklist for all others,
 * and for all while the app has no allowlists.
 */
export async function findRefusers(ctx: Ctx, senderId: string, userIds: string[]): Promise<Set<string>> {
  const { userAllowlist: allowlists } = ctx.app.settings.services;
  return store.findRefusers(ctx.db, { appId: ctx.app.id, userId: senderId }, { userIds, allowlists });
}
