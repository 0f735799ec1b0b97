import type { rongcloud } from '@diglot/api';
import { listBlocked, setBlock } from '../domain/users/blocks.ts';
import { deactivateUsers, listDeactivated, reactivateUsers } from '../domain/users/deactivation.ts';
import { listPrivateMuted, setPrivateMute } from '../domain/users/mutes.ts';
import { isOnline } from '../domain/users/presence.ts';
import { getProfile, updateProfile } from '../domain/users/profile.ts';
import { registerWithToken } from '../domain/users/registration.ts';
import { getTags, setTags } from '../domain/users/tags.ts';
import { expireTokens } from '../domain/users/tokens.ts';
import type { Handlers } from '../http/dialect.ts';
import { dateTime, pageOf, success } from './present.ts';

const minute = 60_000;
/** What the list of blocked users gives when no page is asked for. */
const unpaged = { offset: 0, limit: 1000 };

export const user = {
  registerUser: async (ctx, { body }) => {
    const token = await registerWithToken(ctx, body);
    return success({ userId: body.userId, token });
  },

  expireTokens: async (ctx, { body }) => {
    await expireTokens(ctx, body.userId, body.time);
    return success();
  },

  getUser: async (ctx, { body }) => {
    const profile = await getProfile(ctx, body.userId);
    return success({
      userName: profile.name ?? '',
      userPortrait: profile.portrait_uri ?? '',
      createTime: dateTime(ctx, profile.created_at),
    });
  },

  updateUser: async (ctx, { body }) => {
    await updateProfile(ctx, body.userId, {
      ...(body.name !== undefined && { name: body.name }),
      ...(body.portraitUri !== undefined && { portrait_uri: body.portraitUri }),
    });
    return success();
  },

  deactivateUsers: async (ctx, { body }) => success({ operateId: await deactivateUsers(ctx, body.userId) }),

  listDeactivatedUsers: async (ctx, { body }) => {
    return success({ users: await listDeactivated(ctx, pageOf(body?.pageNo, body?.pageSize, 50)) });
  },

  reactivateUsers: async (ctx, { body }) => success({ operateId: await reactivateUsers(ctx, body.userId) }),

  blockUsers: async (ctx, { body }) => {
    await setBlock(ctx, body.userId, ctx.clock.now() + body.minute * minute);
    return success();
  },

  unblockUsers: async (ctx, { body }) => {
    await setBlock(ctx, body.userId, null);
    return success();
  },

  listBlockedUsers: async (ctx, { body }) => {
    const blocked = await listBlocked(ctx, body?.page ? pageOf(body.page, body.size, 50) : unpaged);
    return success({ users: blocked.map(({ userId, until }) => ({ userId, blockEndTime: dateTime(ctx, until) })) });
  },

  checkUserOnline: async (ctx, { body }) => success({ status: (await isOnline(ctx, body.userId)) ? '1' : '0' } as const),

  setPrivateMute: async (ctx, { body }) => {
    await setPrivateMute(ctx, body.userId, body.state === 1);
    return success();
  },

  listPrivateMutedUsers: async (ctx, { body }) => {
    const { total, userIds } = await listPrivateMuted(ctx, { offset: body.offset ?? 0, limit: body.num || 100 });
    return success({ total, users: userIds });
  },

  setUserTags: async (ctx, { body }) => {
    await setTags(ctx, [body.userId], body.tags ?? []);
    return success();
  },

  batchSetUserTags: async (ctx, { body }) => {
    await setTags(ctx, body.userIds, body.tags ?? []);
    return success();
  },

  getUserTags: async (ctx, { body }) => success({ result: Object.fromEntries(await getTags(ctx, body.userIds)) }),
} satisfies Partial<Handlers<rongcloud.operations>>;
