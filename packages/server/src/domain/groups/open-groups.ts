import type { Ctx } from '../../context.ts';
import { countMembersOf } from '../../store/group-members.ts';
import { deleteGroup, insertMissingGroups, lockGroup, lockGroupId, renameGroups } from '../../store/groups.ts';
import { inApp } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { admit, release } from './admission.ts';

// An open group has no owner, and any id can be a member, registered or not. Joining makes the group where there is none;
// leaving an unknown group is no failure; an empty group stays until it is dismissed. Users are those of the app; members of others
// count for the size.

export const maxMembers = 3000;

export interface NamedGroup {
  groupId: string;
  /** Null keeps the name; a new group is then named by its id. */
  name: string | null;
}

export interface GroupJoining {
  userIds: string[];
  /** Most members for this call, where that is less than a group's own limit. */
  ceiling?: number | undefined;
}

/** All users join, or none. Returns how many members there are then. Fails with `group-full`. */
export async function joinGroup(ctx: Ctx, group: NamedGroup, { userIds, ceiling }: GroupJoining): Promise<number> {
  const made = { appId: ctx.app.id, maxMembers, at: ctx.clock.now() };
  return inTransaction(ctx.db, async (tx) => {
    await insertMissingGroups(tx, made, [group]);
    const locked = await lockGroup(tx, made.appId, { groupId: group.groupId });
    // Dismissed at this very moment: that comes after the join.
    if (!locked) return 0;
    await renameGroups(tx, made, [group]);
    await admit(tx, [locked], { users: inApp(made.appId, userIds), ceiling });
    return countMembersOf(tx, made.appId, group.groupId);
  });
}

/** Returns how many members are left. */
export async function quitGroup(ctx: Ctx, groupId: string, userIds: string[]): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const group = await lockGroup(tx, ctx.app.id, { groupId });
    if (!group) return 0;
    await release(tx, [group.gid], inApp(ctx.app.id, userIds));
    return countMembersOf(tx, ctx.app.id, groupId);
  });
}

/**
 * Goes before anything else where a call changes the group and writes to it. Inside a transaction such calls wait for each other: they take
 * the group and its conversation in different orders. Others take one of the two.
 */
export async function holdGroup(ctx: Ctx, groupId: string): Promise<void> {
  if (ctx.db.isTransaction) await lockGroupId(ctx.db, ctx.app.id, groupId);
}

/** Deletes the group and its memberships. Messages, mutes and shields stay: a group made again under this id has them. */
export async function dismissGroup(ctx: Ctx, groupId: string): Promise<void> {
  await deleteGroup(ctx.db, ctx.app.id, { groupId });
}

/** An unknown group stays unknown. Returns how many members the group has. */
export async function renameGroup(ctx: Ctx, groupId: string, name: string): Promise<number> {
  await renameGroups(ctx.db, { appId: ctx.app.id, at: ctx.clock.now() }, [{ groupId, name }]);
  return countMembersOf(ctx.db, ctx.app.id, groupId);
}
