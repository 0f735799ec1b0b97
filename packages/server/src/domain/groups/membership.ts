import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import { deleteGroupAllowedOf } from '../../store/group-allowlists.ts';
import { findMembers } from '../../store/group-members.ts';
import { deleteGroupMutesOf } from '../../store/group-mutes.ts';
import { deleteShieldsOf } from '../../store/group-shields.ts';
import { deleteEmptyGroups, type GroupRow, lockGroup, lockGroupsOf, setOwner } from '../../store/groups.ts';
import { inApp, type ScopedId } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import { type AppPart, type MemberChange, reachApps } from '../trusts/reach.ts';
import { lockRegisteredIn, requireKnown, requireRegisteredIn } from '../users/registered.ts';
import { admit, release, requireFreePlace } from './admission.ts';
import { groupUnknown } from './owned-groups.ts';

/**
 * Adds all, then removes all; an owner who goes hands over to the member who joined next, and the last who goes takes the group along.
 * Fails with `app-not-trusted`, `group-unknown`, `user-unknown`, `member-exists`, `too-many-groups` or `group-full`, changing nothing,
 * or with `member-unknown`: then the additions stand and nobody is removed.
 */
export async function changeMembers(ctx: Ctx, gid: number, changes: MemberChange[]): Promise<void> {
  const stranger = await inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    const inPart = await reachApps(within, changes);
    const add = changes.flatMap((change) => inPart(change, change.add));
    const remove = changes.flatMap((change) => inPart(change, change.remove));
    const registered = await lockRegisteredIn(within, add);
    const group = await lockGroup(tx, ctx.app.id, { gid });
    if (!group) throw groupUnknown(gid);
    requireKnown(add, registered);
    if (add.length > 0) await addMembers(within, group, add);
    const stranger = await findStranger(within, gid, remove);
    if (stranger) return stranger;
    await release(tx, [gid], remove);
    await deleteEmptyGroups(tx, [gid]);
  });
  if (stranger) throw memberUnknown(stranger);
}

async function addMembers(ctx: Ctx, group: GroupRow, users: ScopedId[]): Promise<void> {
  const members = await findMembers(ctx.db, group.gid, users);
  const member = users.find((user) => members.has(user));
  if (member) throw new DomainError('member-exists', { field: 'userId', subject: member.id });
  await requireFreePlace(ctx, users);
  await admit(ctx.db, [group], { users });
}

/** Makes a member the owner. Fails with `app-not-trusted`, `group-unknown`, `user-unknown` or `member-unknown`. */
export async function transferGroup(ctx: Ctx, gid: number, to: AppPart & { userId: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    const [owner] = (await reachApps(within, [to]))(to, [to.userId]);
    if (!(await lockGroup(tx, ctx.app.id, { gid }))) throw groupUnknown(gid);
    await requireMembers(within, gid, [owner!]);
    await setOwner(tx, gid, owner!);
  });
}

/** Fails with `user-unknown` for who is neither a member nor registered, else with `member-unknown` for who is no member. */
export async function requireMembers(ctx: Ctx, gid: number, users: ScopedId[]): Promise<void> {
  const stranger = await findStranger(ctx, gid, users);
  if (stranger) throw memberUnknown(stranger);
}

async function findStranger(ctx: Ctx, gid: number, users: ScopedId[]): Promise<ScopedId | undefined> {
  if (users.length === 0) return undefined;
  const members = await findMembers(ctx.db, gid, users);
  const strangers = users.filter((user) => !members.has(user));
  if (strangers.length > 0) await requireRegisteredIn(ctx, strangers);
  return strangers[0];
}

function memberUnknown({ id }: ScopedId): DomainError {
  return new DomainError('member-unknown', { field: 'userId', subject: id });
}

/**
 * Takes deleted users out of every group, of any app, as removing them does, and deletes their mutes, places on allowlists and shields.
 * Part of a transaction.
 */
export async function leaveAllGroups(tx: Db, appId: number, userIds: string[]): Promise<void> {
  const users = inApp(appId, userIds);
  const gids = (await lockGroupsOf(tx, users)).map((group) => group.gid);
  await release(tx, gids, users);
  await deleteEmptyGroups(tx, gids);
  await deleteGroupMutesOf(tx, appId, userIds);
  await deleteGroupAllowedOf(tx, appId, userIds);
  await deleteShieldsOf(tx, appId, userIds);
}
