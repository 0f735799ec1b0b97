import type { Ctx } from '../../context.ts';
import { deleteBlocked, insertBlocked, listBlocked } from '../../store/blocklists.ts';
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
    const added = await insertBlocked(tx, { appId: ctx.app.id, userId: ownerId }, [...new Set(userIds)]);
    requireEach(userIds, added, 'blocklist-entry-exists');
  });
}

/** Removes all users, or none. Fails with `user-unknown`, or with `blocklist-entry-unknown` for who is registered and not on the list. */
export async function removeFromBlocklist(ctx: Ctx, ownerId: string, userIds: string[]): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const known = await lockRegistered({ ...ctx, db: tx }, [ownerId, ...userIds]);
    requireKnown([ownerId], known);
    const removed = await deleteBlocked(tx, { appId: ctx.app.id, userId: ownerId }, userIds);
    requireKnown(userIds, { has: (userId) => removed.has(userId) || known.has(userId) });
    requireEach(userIds, removed, 'blocklist-entry-unknown');
  });
}

/** In the order of adding; a user who was never registered has no profile. Fails with `user-unknown` for the owner. */
export async function getBlocklist(ctx: Ctx, ownerId: string): Promise<{ userId: string; profile: Profile | undefined }[]> {
  await getProfile(ctx, ownerId);
  return listBlocked(ctx.db, { appId: ctx.app.id, userId: ownerId });
}
