import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { deleteGroupAllowedOf } from '../../store/group-allowlists.ts';
import { findMembers } from '../../store/group-members.ts';
import { deleteGroupMutesOf } from '../../store/group-mutes.ts';
import { deleteShieldsOf } from '../../store/group-shields.ts';
import { deleteEmptyGroups, type GroupRow, lockGroup, lockGroupsOf } from '../../store/groups.ts';
import { DomainError } from '../errors.ts';
import { lockRegistered, requireKnown, requireRegistered } from '../users/registered.ts';
import { admit, release, requireFreePlace } from './admission.ts';
import { groupUnknown } from './owned-groups.ts';

/**
 * Adds, then removes; an owner who goes hands over to the member who joined next, and the last who goes takes the group along.
 * Fails with `group-unknown`, `user-unknown`, `member-exists`, `too-many-groups` or `group-full`, changing nothing, or with
 * `member-unknown`: then the additions stand and nobody is removed.
 */
export async function changeMembers(ctx: Ctx, gid: number, { add, remove }: { add: string[]; remove: string[] }): Promise<void> {
  const stranger = await ctx.db.transaction().execute(async (tx) => {
    const within = { ...ctx, db: tx };
    const registered = await lockRegistered(within, add);
    const group = await lockGroup(tx, ctx.app.id, { gid });
    if (!group) throw groupUnknown(gid);
    requireKnown(add, registered);
    if (add.length > 0) await addMembers(within, group, add);
    const stranger = await findStranger(within, gid, remove);
    if (stranger !== undefined) return stranger;
    await release(tx, [gid], remove);
    await deleteEmptyGroups(tx, [gid]);
  });
  if (stranger !== undefined) throw memberUnknown(stranger);
}

async function addMembers(ctx: Ctx, group: GroupRow, userIds: string[]): Promise<void> {
  const [member] = await findMembers(ctx.db, group.gid, userIds);
  if (member !== undefined) throw new DomainError('member-exists', { field: 'userId', subject: member });
  await requireFreePlace(ctx, userIds);
  await admit(ctx.db, [group], { userIds });
}

/** Fails with `user-unknown` for who is neither a member nor registered, else with `member-unknown` for who is no member. */
export async function requireMembers(ctx: Ctx, gid: number, userIds: string[]): Promise<void> {
  const stranger = await findStranger(ctx, gid, userIds);
  if (stranger !== undefined) throw memberUnknown(stranger);
}

async function findStranger(ctx: Ctx, gid: number, userIds: string[]): Promise<string | undefined> {
  const members = await findMembers(ctx.db, gid, userIds);
  const strangers = userIds.filter((userId) => !members.has(userId));
  await requireRegistered(ctx, strangers);
  return strangers[0];
}

function memberUnknown(userId: string): DomainError {
  return new DomainError('member-unknown', { field: 'userId', subject: userId });
}

/** Takes deleted users out of every group as removing them does, and deletes their mutes, places on allowlists and shields. Part of a transaction. */
export async function leaveAllGroups(tx: Db, appId: number, userIds: string[]): Promise<void> {
  const gids = (await lockGroupsOf(tx, { appId, userIds })).map((group) => group.gid);
  await release(tx, gids, userIds);
  await deleteEmptyGroups(tx, gids);
  await deleteGroupMutesOf(tx, appId, userIds);
  await deleteGroupAllowedOf(tx, appId, userIds);
  await deleteShieldsOf(tx, appId, userIds);
}
