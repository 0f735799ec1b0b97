import type { Ctx } from '../../context.ts';
import { findMemberships } from '../../store/group-members.ts';
import { findGroups } from '../../store/groups.ts';
import { deleteQuietTargets, insertQuietTargets } from '../../store/quiet-targets.ts';
import { setUserStates } from '../../store/user-states.ts';
import { requireEach } from '../errors.ts';
import { lockRegistered, requireKnown } from './registered.ts';

interface Lists<Id> {
  add: Id[];
  remove: Id[];
}

export interface QuietChange {
  users: Lists<string>;
  /** By gid. */
  groups: Lists<number>;
  /** Do-not-disturb for everything; undefined leaves it. */
  everything?: boolean | undefined;
}

/**
 * Changes what brings the user no notification: all of it, or nothing. Fails with `user-unknown`, `quiet-user-exists`,
 * `quiet-user-unknown`, `quiet-group-missing`, `not-in-group`, `quiet-group-exists` or `quiet-group-unknown`.
 */
export async function changeQuiet(ctx: Ctx, userId: string, change: QuietChange): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const within = { ...ctx, db: tx };
    await changeQuietUsers(within, userId, change.users);
    await changeQuietGroups(within, userId, change.groups);
    if (change.everything === undefined) return;
    await setUserStates(tx, { appId: ctx.app.id, userIds: [userId] }, { quiet: change.everything });
  });
}

async function changeQuietUsers(ctx: Ctx, userId: string, { add, remove }: Lists<string>): Promise<void> {
  const key = { appId: ctx.app.id, userId, kind: 'user' } as const;
  const known = await lockRegistered(ctx, [userId, ...add, ...remove]);
  requireKnown([userId, ...add], known);
  requireEach(add, await insertQuietTargets(ctx.db, key, add), 'quiet-user-exists');
  const removed = await deleteQuietTargets(ctx.db, key, remove);
  requireKnown(remove, { has: (id) => removed.has(id) || known.has(id) });
  requireEach(remove, removed, 'quiet-user-unknown');
}

async function changeQuietGroups(ctx: Ctx, userId: string, { add, remove }: Lists<number>): Promise<void> {
  const key = { appId: ctx.app.id, userId, kind: 'group' } as const;
  const groups = await findGroups(ctx.db, key.appId, [...add, ...remove]);
  const idOf = new Map(groups.map((group) => [group.gid, group.group_id]));
  requireEach(add, idOf, 'quiet-group-missing');
  requireEach(add, await findMemberships(ctx.db, add, userId), 'not-in-group');
  const textIds = (gids: number[]) => gids.flatMap((gid) => idOf.get(gid) ?? []);
  const among = (done: Set<string>) => ({ has: (gid: number) => done.has(idOf.get(gid) ?? '') });
  requireEach(add, among(await insertQuietTargets(ctx.db, key, textIds(add))), 'quiet-group-exists');
  requireEach(remove, among(await deleteQuietTargets(ctx.db, key, textIds(remove))), 'quiet-group-unknown');
}
