import type { Ctx } from '../../context.ts';
import { deleteEntries, insertEntries, listBlocked, lockUserLists, type UserList } from '../../store/user-lists.ts';
import { DomainError, requireEach } from '../errors.ts';
import { getProfile, type Profile } from './profile.ts';
import { lockRegistered, requireKnown } from './registered.ts';

/** Adds all users, or none. Fails with `user-unknown`, `blocklist-admin`, or `blocklist-entry-exists` when one is on the list already. */
export async function addToBlocklist(ctx: Ctx, ownerId: string, userIds: string[]): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const known = await lockRegistered({ ...ctx, db: tx }, [ownerId, ...userIds]);
    requireKnown([ownerId, ...userIds], known);
    const admin = userIds.find((userId) => known.get(userId)?.is_admin);
    if (admin !== undefined) throw new DomainError('blocklist-admin', { subject: admin });
    const list = blocklistOf(ctx, ownerId);
    await lockUserLists(tx, list);
    const added = await insertEntries(tx, list, userIds);
    requireEach(userIds, added, 'blocklist-entry-exists');
  });
}

/** Removes all users, or none. Fails with `user-unknown`, or with `blocklist-entry-unknown` for who is registered and not on the list. */
export async function removeFromBlocklist(ctx: Ctx, ownerId: string, userIds: string[]): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const known = await lockRegistered({ ...ctx, db: tx }, [ownerId, ...userIds]);
    requireKnown([ownerId], known);
    const list = blocklistOf(ctx, ownerId);
    await lockUserLists(tx, list);
    const removed = await deleteEntries(tx, list, userIds);
    requireKnown(userIds, { has: (userId) => removed.has(userId) || known.has(userId) });
    requireEach(userIds, removed, 'blocklist-entry-unknown');
  });
}

/** In the order of adding; a user who was never registered has no profile. Fails with `user-unknown` for the owner. */
export async function getBlocklist(ctx: Ctx, ownerId: string): Promise<{ userId: string; profile: Profile | undefined }[]> {
  await getProfile(ctx, ownerId);
  return listBlocked(ctx.db, { appId: ctx.app.id, userId: ownerId });
}

function blocklistOf(ctx: Ctx, ownerId: string): UserList {
  return { appId: ctx.app.id, userId: ownerId, kind: 'block' };
}
