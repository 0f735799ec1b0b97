import type { Ctx } from '../../context.ts';
import { deleteFriends, type FriendRow, insertFriends, listFriends, updateFriendNotes } from '../../store/friends.ts';
import type { ScopedId } from '../../store/scoped-ids.ts';
import { inTransaction } from '../../store/transaction.ts';
import { DomainError, requireEach } from '../errors.ts';
import { type AppPart, reachApps, type UsersOfApp } from '../trusts/reach.ts';
import { getProfile } from './profile.ts';
import { lockRegisteredIn, requireKnown } from './registered.ts';

/** What a user notes about a friend; undefined leaves what is there. */
export interface Note extends AppPart {
  friendId: string;
  noteName?: string | undefined;
  others?: string | undefined;
}

/** A friend's profile and app, and what is noted about the friend. */
export type Friend = FriendRow;

/**
 * Makes all users friends of the one, on both sides at once, or none. Fails with `app-not-trusted`, `user-unknown`, `friend-exists`, or
 * `parameter-invalid` when the user is among them.
 */
export async function addFriends(ctx: Ctx, userId: string, parts: UsersOfApp[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { user, users } = await meet({ ...ctx, db: tx }, userId, parts);
    if (users.some((one) => one.appId === user.appId && one.id === user.id)) {
      throw new DomainError('parameter-invalid', { field: 'username', reason: `${userId} cannot be a friend of itself` });
    }
    requireEach(users, await insertFriends(tx, user, users), 'friend-exists');
  });
}

/** Ends the friendships on both sides, with their notes. Those who are no friends are no failure. Fails with `app-not-trusted` or `user-unknown`. */
export async function removeFriends(ctx: Ctx, userId: string, parts: UsersOfApp[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { user, users } = await meet({ ...ctx, db: tx }, userId, parts);
    await deleteFriends(tx, user, users);
  });
}

/**
 * Changes all notes, or none; of several about one friend the later ones count. An empty note is none. Fails with `app-not-trusted`,
 * `user-unknown` or `friend-unknown`.
 */
export async function setFriendNotes(ctx: Ctx, userId: string, notes: Note[]): Promise<void> {
  const parts = notes.map(({ appKey, friendId }) => ({ appKey, userIds: [friendId] }));
  await inTransaction(ctx.db, async (tx) => {
    const { user, users } = await meet({ ...ctx, db: tx }, userId, parts);
    const changes = users.map((friend, index) => ({
      friend,
      noteName: notes[index]!.noteName ?? null,
      others: notes[index]!.others ?? null,
    }));
    requireEach(users, await updateFriendNotes(tx, user, changes), 'friend-unknown');
  });
}

/** Those of all apps, in the order of becoming friends. Fails with `user-unknown`. */
export async function getFriends(ctx: Ctx, userId: string): Promise<Friend[]> {
  await getProfile(ctx, userId);
  return listFriends(ctx.db, { appId: ctx.app.id, id: userId });
}

/** Locks the user and the others. Fails with `app-not-trusted` or `user-unknown`. */
async function meet(ctx: Ctx, userId: string, parts: UsersOfApp[]): Promise<{ user: ScopedId; users: ScopedId[] }> {
  const inPart = await reachApps(ctx, parts);
  const user = { appId: ctx.app.id, id: userId };
  const users = parts.flatMap((part) => inPart(part, part.userIds));
  const all = [user, ...users];
  requireKnown(all, await lockRegisteredIn(ctx, all));
  return { user, users };
}
