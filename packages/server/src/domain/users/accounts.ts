import type { Ctx } from '../../context.ts';
import { holdTrusts } from '../../store/app-trusts.ts';
import { deleteConversationSettings } from '../../store/conversation-settings.ts';
import type { Db } from '../../store/db.ts';
import { deleteFriendsOf } from '../../store/friends.ts';
import { inTransaction } from '../../store/transaction.ts';
import { deleteUserListEntries } from '../../store/user-lists.ts';
import { setUserStates } from '../../store/user-states.ts';
import { replaceTags } from '../../store/user-tags.ts';
import { deleteUsers, findTakenIds, insertNewUsers, lockRegistrations, type NewUser } from '../../store/users.ts';
import { leaveAllChatrooms } from '../chatrooms/departure.ts';
import { DomainError } from '../errors.ts';
import { leaveAllGroups } from '../groups/membership.ts';
import { findRefusedMedia, mediaRefused } from '../media/references.ts';
import { deletePushSettings } from '../push/clear.ts';
import { hashPasswords } from './passwords.ts';
import { updateProfile } from './profile.ts';
import { lockRegistered } from './registered.ts';
import { endTokens } from './tokens.ts';

/** A user with a password. */
export interface NewAccount {
  userId: string;
  password: string;
  /** What is left out is not set. */
  profile: Pick<NewUser, 'name' | 'avatar' | 'birthday' | 'gender' | 'signature' | 'region' | 'address' | 'extras'>;
}

/**
 * Hashes the passwords of those whose id is free; what it gives, which can be done in a transaction, registers them and gives the others,
 * each with its error: `user-exists`, of an id that comes twice for the second, or `parameter-invalid` for an avatar that the app refuses.
 * An id that is deactivated is not free.
 */
export async function prepareRegistration(
  ctx: Ctx,
  accounts: NewAccount[],
  { isAdmin = false }: { isAdmin?: boolean } = {},
): Promise<(within: Ctx) => Promise<Map<NewAccount, DomainError>>> {
  const avatars = accounts.flatMap(({ profile }) => profile.avatar || []);
  const wrongAvatars = await findRefusedMedia(ctx, new Set(avatars));
  const hasWrongAvatar = ({ profile }: NewAccount) => wrongAvatars.has(profile.avatar ?? '');
  const right = accounts.filter((account) => !hasWrongAvatar(account));
  const userIds = right.map((account) => account.userId);
  const taken = await findTakenIds(ctx.db, ctx.app.id, userIds);
  const free = right.filter(({ userId }, index) => !taken.has(userId) && userIds.indexOf(userId) === index);
  const rows = await newUsers(ctx, free, isAdmin);
  return async ({ db }) => {
    const registered = await insertAccounts(db, ctx.app.id, rows);
    // Taking each id out as it is met leaves none for a second account.
    const refused = accounts.filter((account) => hasWrongAvatar(account) || !registered.delete(account.userId));
    return new Map(refused.map((account) => [account, hasWrongAvatar(account) ? mediaRefused('avatar') : userExists(account.userId)]));
  };
}

/** The same for a user who may send messages through the API. What it gives fails with `user-exists` or `parameter-invalid`. */
export async function prepareAdmin(ctx: Ctx, account: NewAccount): Promise<(within: Ctx) => Promise<void>> {
  const register = await prepareRegistration(ctx, [account], { isAdmin: true });
  return async (within) => {
    const error = (await register(within)).get(account);
    if (error) throw error;
  };
}

/** Hashes the password; what it gives, which can be done in a transaction, sets it and ends the tokens. That fails with `user-unknown`. */
export async function preparePasswordChange(ctx: Ctx, userId: string, password: string): Promise<(within: Ctx) => Promise<void>> {
  const [passwordHash] = await hashPasswords(ctx, [password]);
  return ({ db }) =>
    inTransaction(db, async (tx) => {
      const within = { ...ctx, db: tx };
      await updateProfile(within, userId, { password_hash: passwordHash! });
      await endTokens(within, [userId]);
    });
}

/**
 * Deletes the users with their memberships, friendships, lists, tags and states, in other apps too, and returns those that were registered.
 * Their messages stay, and their tokens end.
 */
export async function deleteAccounts(ctx: Ctx, userIds: string[]): Promise<Set<string>> {
  return inTransaction(ctx.db, async (tx) => {
    const within = { ...ctx, db: tx };
    await holdTrusts(tx, ctx.app.id);
    const found = new Set((await lockRegistered(within, userIds)).keys());
    if (found.size > 0) await deleteRegistered(within, [...found]);
    return found;
  });
}

async function deleteRegistered(ctx: Ctx, userIds: string[]): Promise<void> {
  const key = { appId: ctx.app.id, userIds };
  await leaveAllGroups(ctx.db, key.appId, userIds);
  await leaveAllChatrooms(ctx.db, key.appId, userIds);
  await deleteUserListEntries(ctx.db, key.appId, userIds);
  await deleteFriendsOf(ctx.db, key.appId, userIds);
  await deleteConversationSettings(ctx.db, key.appId, userIds);
  await deletePushSettings(ctx, userIds);
  await replaceTags(ctx.db, key, []);
  await setUserStates(ctx.db, key, {
    blocked_until: null,
    deactivated_at: null,
    private_muted_at: null,
    quiet: false,
    allowlist_on: false,
  });
  await endTokens(ctx, userIds);
  await deleteUsers(ctx.db, key.appId, userIds);
}

function userExists(userId: string): DomainError {
  return new DomainError('user-exists', { field: 'userId', subject: userId });
}

async function newUsers(ctx: Ctx, accounts: NewAccount[], isAdmin: boolean): Promise<NewUser[]> {
  const hashes = await hashPasswords(
    ctx,
    accounts.map((account) => account.password),
  );
  const now = ctx.clock.now();
  return accounts.map(
    ({ userId, profile }, index): NewUser => ({
      ...profile,
      app_id: ctx.app.id,
      user_id: userId,
      password_hash: hashes[index]!,
      is_admin: isAdmin,
      created_at: now,
      updated_at: now,
    }),
  );
}

/** Inserts those whose id is still free, and returns their ids. */
async function insertAccounts(db: Db, appId: number, rows: NewUser[]): Promise<Set<string>> {
  return inTransaction(db, async (tx) => {
    await lockRegistrations(tx, appId);
    return new Set(await insertNewUsers(tx, rows));
  });
}
