import type { jmessage } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { deleteAccounts, type NewAccount, prepareAdmin, preparePasswordChange, prepareRegistration } from '../domain/users/accounts.ts';
import { addToBlocklist, getBlocklist, removeFromBlocklist } from '../domain/users/blocklist.ts';
import { setDisabled } from '../domain/users/blocks.ts';
import { isOnline } from '../domain/users/presence.ts';
import { getProfile, listProfiles, updateProfile } from '../domain/users/profile.ts';
import { changeQuiet } from '../domain/users/quiet.ts';
import { findKnown, requireKnown, requireRegistered } from '../domain/users/registered.ts';
import type { Handlers } from '../http/dialect.ts';
import { readQuiet } from './entries.ts';
import { accountOf, isNickname, profileOf } from './user-fields.ts';
import { presentBlocked, presentOutcomes, presentUser } from './user-present.ts';

const maxRegistrations = 500;

const exists = { statuscode: 0 } as const;
const unknown = { statuscode: 1, statusmsg: 'no_exist' } as const;

export const user = {
  registerUsers: {
    prepare: async (ctx, { body }) => {
      if (body.length > maxRegistrations) throw new DomainError('too-many-users');
      const asked = body.map(readAccount);
      const register = await prepareRegistration(ctx, asked.filter(isAccount));
      return async (within) => {
        const refused = await register(within);
        const outcomes = asked.map((account) => (isAccount(account) ? refused.get(account) : account));
        return presentOutcomes(body.map(({ username }, index) => ({ username, error: outcomes[index] })));
      };
    },
  },

  registerAdmin: {
    prepare: async (ctx, { body }) => {
      const register = await prepareAdmin(ctx, accountOf(Array.isArray(body) ? body[0]! : body));
      return async (within) => {
        await register(within);
      };
    },
  },

  listUsers: async (ctx, { query }) => userPage(ctx, { ...query, adminsOnly: false }),

  listAdmins: async (ctx, { query }) => userPage(ctx, { ...query, adminsOnly: true }),

  getUser: async (ctx, { path }) => presentUser(ctx, await getProfile(ctx, path.username)),

  updateUser: async (ctx, { path, body }) => {
    const { nickname, ...others } = body;
    // The other dialect allows longer ones, and what was read may be sent back.
    const isStored = nickname !== undefined && !isNickname(nickname) && (await getProfile(ctx, path.username)).name === nickname;
    await updateProfile(ctx, path.username, profileOf(isStored ? others : body));
  },

  deleteUser: async (ctx, { path: { username } }) => {
    requireKnown([username], await deleteAccounts(ctx, [username]));
  },

  deleteUsers: async (ctx, { body }) => {
    const deleted = await deleteAccounts(ctx, body);
    const errorOf = (username: string) => (deleted.delete(username) ? undefined : new DomainError('user-unknown', { subject: username }));
    return presentOutcomes(body.map((username) => ({ username, error: errorOf(username) })));
  },

  getUserStatus: async (ctx, { path }) => {
    await requireRegistered(ctx, [path.username]);
    const online = await isOnline(ctx, path.username);
    return { login: online, online };
  },

  queryUserStatuses: async (ctx, { body }) => {
    await requireRegistered(ctx, body);
    return body.map((username) => ({ username, devices: [] }));
  },

  queryKnownUserStatuses: async (ctx, { body }) => {
    const known = await findKnown(ctx, body);
    return body.map((username) => ({ username, devices: [], ...(known.has(username) ? exists : unknown) }));
  },

  changePassword: {
    prepare: async (ctx, { path, body }) => {
      const change = await preparePasswordChange(ctx, path.username, body.new_password);
      return async (within) => {
        await change(within);
      };
    },
  },

  addToBlacklist: async (ctx, { path, body }) => {
    await addToBlocklist(ctx, path.username, [{ userIds: body }]);
  },

  removeFromBlacklist: async (ctx, { path, body }) => {
    await removeFromBlocklist(ctx, path.username, [{ userIds: body }]);
  },

  getBlacklist: async (ctx, { path }) => {
    const entries = await getBlocklist(ctx, path.username, { acrossApps: false });
    return entries.map((entry) => presentBlocked(ctx, entry));
  },

  setDoNotDisturb: async (ctx, { path, body }) => {
    const everything = body.global === undefined ? undefined : body.global === 1;
    await changeQuiet(ctx, path.username, { targets: [readQuiet(body)], everything });
  },

  setUserForbidden: async (ctx, { path, query }) => {
    await setDisabled(ctx, path.username, query.disable);
  },
} satisfies Partial<Handlers<jmessage.operations>>;

/** What is wrong with one user of a registration stands in that user's entry. */
function readAccount(fields: Record<string, unknown>): NewAccount | DomainError {
  try {
    return accountOf(fields);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function isAccount(account: NewAccount | DomainError): account is NewAccount {
  return !(account instanceof DomainError);
}

async function userPage(ctx: RequestCtx, page: { start?: number; count?: number; adminsOnly: boolean }) {
  const { start = 0, count = 500, adminsOnly } = page;
  const { total, profiles } = await listProfiles(ctx, { offset: start, limit: count, adminsOnly });
  return { total, start, count: profiles.length, users: profiles.map((profile) => presentUser(ctx, profile)) };
}
