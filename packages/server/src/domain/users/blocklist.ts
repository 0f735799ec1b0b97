import type { Ctx } from '../../context.ts';
import { inTransaction } from '../../store/transaction.ts';
import * as store from '../../store/user-lists.ts';
import { DomainError, requireEach } from '../errors.ts';
import { reachApps, type UsersOfApp } from '../trusts/reach.ts';
import { getProfile } from './profile.ts';
import { lockRegisteredIn, requireKnown } from './registered.ts';

/** A user on a blocklist; an id that was never registered has no profile. */
export type BlockedUser = store.BlockedUser;

/**
 * Adds all users, or none. Fails with `app-not-trusted`, `user-unknown`, `blocklist-admin`, or `blocklist-entry-exists` when one is on
 * the list already.
 */
export async function addToBlocklist(ctx: Ctx, ownerId: string, parts: UsersOfApp[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { users, known, list } = await open({ ...ctx, db: tx }, ownerId, parts);
    requireKnown(users, known);
    const admin = users.find((user) => known.get(user)?.is_admin);
    if (admin) throw new DomainError('blocklist-admin', { subject: admin.id });
    const added = await store.insertEntries(tx, list, users);
    requireEach(users, added, 'blocklist-entry-exists');
  });
}

/**
 * Removes all users, or none. Fails with `app-not-trusted`, `user-unknown`, or with `blocklist-entry-unknown` for who is registered and
 * not on the list.
 */
export async function removeFromBlocklist(ctx: Ctx, ownerId: string, parts: UsersOfApp[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { users, known, list } = await open({ ...ctx, db: tx }, ownerId, parts);
    const removed = await store.deleteEntries(tx, list, users);
    requireKnown(users, { has: (user) => removed.has(user) || known.has(user) });
    requireEach(users, removed, 'blocklist-entry-unknown');
  });
}

/** In the order of adding; users of other apps where that is asked. Fails with `user-unknown` for the owner. */
export async function getBlocklist(ctx: Ctx, ownerId: string, { acrossApps }: { acrossApps: boolean }): Promise<BlockedUser[]> {
  await getProfile(ctx, ownerId);
  return store.listBlocked(ctx.db, { appId: ctx.app.id, id: ownerId }, { acrossApps });
}

/** Locks the list and those of its owner and the users who are registered. Fails with `app-not-trusted`, or `user-unknown` for the owner. */
async function open(ctx: Ctx, ownerId: string, parts: UsersOfApp[]) {
  const inPart = await reachApps(ctx, parts);
  const users = parts.flatMap((part) => inPart(part, part.userIds));
  const owner = { appId: ctx.app.id, id: ownerId };
  const known = await lockRegisteredIn(ctx, [owner, ...users]);
  requireKnown([owner], known);
  const list: store.UserList = { appId: ctx.app.id, userId: ownerId, kind: 'block' };
  await store.lockUserLists(ctx.db, list);
  return { users, known, list };
}
