import type { Ctx } from '../../context.ts';
import {
  deleteRestrictions,
  listRestricted,
  type RestrictedUser,
  type RestrictionList,
  upsertRestrictions,
} from '../../store/chatroom-restrictions.ts';
import { inTransaction } from '../../store/transaction.ts';
import { requireService } from '../service-switch.ts';

/** In place of a chatroom id: all chatrooms of the app, those made later too. */
export const everywhere = '';

/** Most entries of a list that has no pages. */
export const listLimit = 10_000;

/** The users' clients cannot send there until then; a new end replaces the old one. The id need not belong to a chatroom. */
export async function muteUsers(ctx: Ctx, chatroomId: string, muting: { userIds: string[]; until: number }): Promise<void> {
  await upsertRestrictions(ctx.db, mutesOf(ctx, chatroomId), muting);
}

/** Those who are not muted are no failure. */
export async function unmuteUsers(ctx: Ctx, chatroomId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => deleteRestrictions(tx, mutesOf(ctx, chatroomId), userIds));
}

/** Those muted now, the latest end first; at most 10000. */
export async function listMuted(ctx: Ctx, chatroomId: string): Promise<RestrictedUser[]> {
  return listRestricted(ctx.db, mutesOf(ctx, chatroomId), { now: ctx.clock.now(), limit: listLimit });
}

/** Fails with `service-off`: mutes everywhere are a service of their own. */
function mutesOf(ctx: Ctx, chatroomId: string): RestrictionList {
  if (chatroomId === everywhere) requireService(ctx, 'chatroomGlobalMute');
  return { appId: ctx.app.id, kind: 'mute', chatroomId };
}
