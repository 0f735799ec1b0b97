import type { Ctx } from '../../context.ts';
import { lockStays } from '../../store/chatroom-members.ts';
import {
  deleteRestrictions,
  listRestricted,
  type RestrictedUser,
  type RestrictionList,
  upsertRestrictions,
} from '../../store/chatroom-restrictions.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { noteActivity } from './activity.ts';
import { removeMembers } from './members.ts';
import { at } from './moment.ts';
import { listLimit } from './mutes.ts';

/** Removes the users and keeps them out until then; a new end replaces the old one. The id need not belong to a chatroom. */
export async function blockUsers(ctx: Ctx, chatroomId: string, blocking: { userIds: string[]; until: number }): Promise<void> {
  const moment = at(ctx);
  const users = inApp(ctx.app.id, blocking.userIds);
  const left = await inTransaction(ctx.db, async (tx) => {
    await lockStays(tx, users);
    await upsertRestrictions(tx, blocksOf(ctx, chatroomId), blocking);
    return removeMembers(tx, { ...moment, chatroomId }, users);
  });
  await noteActivity(ctx, left, moment.now);
}

/** Those who are not blocked are no failure. */
export async function unblockUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => deleteRestrictions(tx, blocksOf(ctx, chatroomId), userIds));
}

/** Those blocked now, the latest end first; at most 10000. */
export async function listBlocked(ctx: Ctx, chatroomId: string): Promise<RestrictedUser[]> {
  return listRestricted(ctx.db, blocksOf(ctx, chatroomId), { now: ctx.clock.now(), limit: listLimit });
}

function blocksOf(ctx: Ctx, chatroomId: string): RestrictionList {
  return { appId: ctx.app.id, kind: 'block', chatroomId };
}
