import type { Ctx } from '../../context.ts';
import { holdTrusts } from '../../store/app-trusts.ts';
import { deleteConversationSettings } from '../../store/conversation-settings.ts';
import { deleteFriendsOf } from '../../store/friends.ts';
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
 * Registers those whose id is free and gives the others, each with its error: `user-exists`, of an id that comes twice for the second,
 * or `parameter-invalid` for an avatar that the app refuses. An id that is deactivated is not free.
 */
export async function registerAccounts(
  ctx: Ctx,
  accounts: NewAccount[],
  { isAdmin = false }: { isAdmin?: boolean } = {},
): Promise<Map<NewAccount, DomainError>> {
  const avatars = accounts.flatMap(({ profile }) => profile.avatar || []);
  const wrongAvatars = await findRefusedMedia(ctx, new Set(avatars));
  const hasWrongAvatar = ({ profile }: NewAccount) => wrongAvatars.has(profile.avatar ?? '');
  const right = accounts.filter((account) => !hasWrongAvatar(account));
  const userIds = right.map((account) => account.userId);
  const taken = await findTakenIds(ctx.db, ctx.app.id, userIds);
  const free = right.filter(({ userId }, index) => !taken.has(userId) && userIds.indexOf(userId) === index);
  const registered = await insertAccounts(ctx, free, isAdmin);
  // Taking each id out as it is met leaves none for a second account.
  const refused = accounts.filter((account) => hasWrongAvatar(account) || !registered.delete(account.userId));
  return new Map(refused.map((account) => [account, hasWrongAvatar(account) ? mediaRefused('avatar') : userExists(account.userId)]));
}

/** Registers a user who may send messages through the API. Fails with `user-exists` or `parameter-invalid`. */
export async function registerAdmin(ctx: Ctx, account: NewAccount): Promise<void> {
  const error = (await registerAccounts(ctx, [account], { isAdmin: true })).get(account);
  if (error) throw error;
}

/** Sets the password and ends the tokens. Fails with `user-unknown`. */
export async function changePassword(ctx: Ctx, userId: string, password: string): Promise<void> {
  const [passwordHash] = await hashPasswords(ctx, [password]);
  await ctx.db.transaction().execute(async (tx) => {
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
  return ctx.db.transaction().execute(async (tx) => {
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

/** Inserts those whose id is still free when the passwords are hashed, and returns their ids. */
async function insertAccounts(ctx: Ctx, accounts: NewAccount[], isAdmin: boolean): Promise<Set<string>> {
  const hashes = await hashPasswords(
    ctx,
    accounts.map((account) => account.password),
  );
  const now = ctx.clock.now();
  const rows = accounts.map(
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
  return ctx.db.transaction().execute(async (tx) => {
    await lockRegistrations(tx, ctx.app.id);
    return new Set(await insertNewUsers(tx, rows));
  });
}
