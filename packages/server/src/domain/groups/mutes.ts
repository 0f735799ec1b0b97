import type { Ctx } from '../../context.ts';
import {
  countGroupMutes,
  deleteGroupMutes,
  type GroupMuteRow,
  listGroupMutes,
  lockMutesEverywhere,
  setGroupMutes,
} from '../../store/group-mutes.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { requireMembers } from './membership.ts';
import { getGroup } from './owned-groups.ts';

/** In place of a group id: all groups of the app, those made later too. */
export const everywhere = '';

/** Users muted everywhere, in an app. */
const maxEverywhere = 100;

/** Most entries of a list that has no pages. */
export const listLimit = 10_000;

export interface Muting {
  userIds: string[];
  /** Milliseconds; null is until it is lifted. */
  until: number | null;
}

/**
 * The users' clients cannot send there until then; a new mute replaces the old one. Neither the group nor its members need to exist.
 * Fails with `parameter-invalid` when more than 100 users would be muted everywhere.
 */
export async function muteUsers(ctx: Ctx, groupId: string, { userIds, until }: Muting): Promise<void> {
  const key = { appId: ctx.app.id, groupId };
  const now = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    if (groupId === everywhere) await lockMutesEverywhere(tx, key.appId);
    await setGroupMutes(tx, key, { userIds, at: now, until });
    if (groupId === everywhere && (await countGroupMutes(tx, key, now)) > maxEverywhere) {
      throw new DomainError('parameter-invalid', {
        field: 'userId',
        reason: `would make more than ${maxEverywhere} users muted in all groups`,
      });
    }
  });
}

/** Those who are not muted there are no failure. */
export async function unmuteUsers(ctx: Ctx, groupId: string, userIds: string[]): Promise<void> {
  await inTransaction(ctx.db, (tx) => deleteGroupMutes(tx, { appId: ctx.app.id, groupId }, userIds));
}

/** Those muted now, the latest end first; at most 10000. */
export async function listMuted(ctx: Ctx, groupId: string): Promise<GroupMuteRow[]> {
  return listGroupMutes(ctx.db, { appId: ctx.app.id, groupId }, { now: ctx.clock.now(), limit: listLimit });
}

/**
 * Mutes members of the app until it is lifted, or lifts any mute of theirs in the group.
 * Fails with `group-unknown`, `user-unknown` or `member-unknown`, changing nothing.
 */
export async function setMemberMutes(ctx: Ctx, gid: number, { userIds, muted }: { userIds: string[]; muted: boolean }): Promise<void> {
  const group = await getGroup(ctx, gid);
  await requireMembers(ctx, gid, inApp(ctx.app.id, userIds));
  if (muted) await muteUsers(ctx, group.group_id, { userIds, until: null });
  else await unmuteUsers(ctx, group.group_id, userIds);
}
