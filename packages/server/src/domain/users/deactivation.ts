import type { Ctx } from '../../context.ts';
import { holdTrusts } from '../../store/app-trusts.ts';
import { deleteConversationSettings } from '../../store/conversation-settings.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { clearUserLists } from '../../store/user-lists.ts';
import { clearDeactivated, markDeactivated, pageOfDeactivated } from '../../store/user-states.ts';
import { clearProfiles, lockUsers } from '../../store/users.ts';
import { clearPushSettings } from '../push/clear.ts';
import { randomUid } from '../uid.ts';

const reactivationDelay = 60 * 60 * 1000;

/** Ends the tokens of each user and deletes name, avatar, own lists and settings of conversations and notifications; memberships and friendships stay. Returns the id of the request. */
export async function deactivateUsers(ctx: Ctx, userIds: string[]): Promise<string> {
  const appId = ctx.app.id;
  await inTransaction(ctx.db, async (tx) => {
    await holdTrusts(tx, appId);
    // Users before their states, as every change of both: two at once cannot block each other for good.
    await lockUsers(tx, inApp(appId, userIds));
    await markDeactivated(tx, { appId, userIds }, ctx.clock.now());
    await clearProfiles(tx, appId, userIds);
    await clearUserLists(tx, appId, userIds);
    await deleteConversationSettings(tx, appId, userIds);
    await clearPushSettings({ ...ctx, db: tx }, userIds);
  });
  return randomUid();
}

/** Users deactivated less than an hour ago stay so. Returns the id of the request. */
export async function reactivateUsers(ctx: Ctx, userIds: string[]): Promise<string> {
  const now = ctx.clock.now();
  await clearDeactivated(ctx.db, { appId: ctx.app.id, userIds }, { before: now - reactivationDelay, now });
  return randomUid();
}

/** Newest first. */
export async function listDeactivated(ctx: Ctx, page: { offset: number; limit: number }): Promise<string[]> {
  return pageOfDeactivated(ctx.db, ctx.app.id, page);
}
