import type { Ctx } from '../../context.ts';
import { findAllowlistOn, setUserStates } from '../../store/user-states.ts';
import { requireService } from '../service-switch.ts';

/** Puts the allowlists of the users in force, or their blocklists; neither list changes. Fails with `service-off`. */
export async function switchAllowlists(ctx: Ctx, userIds: string[], on: boolean): Promise<void> {
  requireService(ctx, 'userAllowlist');
  await setUserStates(ctx.db, { appId: ctx.app.id, userIds }, { allowlist_on: on });
}

/** Of the users, those whose allowlist is in force. Fails with `service-off`. */
export async function findAllowlistUsers(ctx: Ctx, userIds: string[]): Promise<Set<string>> {
  requireService(ctx, 'userAllowlist');
  return findAllowlistOn(ctx.db, ctx.app.id, userIds);
}
