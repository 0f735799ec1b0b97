import type { rongcloud } from '@diglot/api';
import { allowUsers, disallowUsers, listAllowedUsers } from '../domain/groups/allowlist.ts';
import { findMutedForAll, listMutedForAll, muteAll, unmuteAll } from '../domain/groups/mute-all.ts';
import { everywhere, listMuted, muteUsers, unmuteUsers } from '../domain/groups/mutes.ts';
import type { Handlers } from '../http/dialect.ts';
import { dateTime, pageOf, success } from './present.ts';

const minute = 60_000;

export const groupMute = {
  muteGroupUsers: async (ctx, { body }) => {
    const until = body.minute === 0 ? null : ctx.clock.now() + body.minute * minute;
    await muteUsers(ctx, body.groupId ?? everywhere, { userIds: body.userId, until });
    return success();
  },

  unmuteGroupUsers: async (ctx, { body }) => {
    await unmuteUsers(ctx, body.groupId ?? everywhere, body.userId);
    return success();
  },

  listMutedGroupUsers: async (ctx, { body }) => {
    const mutes = await listMuted(ctx, body?.groupId ?? everywhere);
    return success({
      users: mutes.map((mute) => ({
        startTime: dateTime(ctx, mute.muted_at),
        time: dateTime(ctx, mute.muted_until ?? Infinity),
        userId: mute.user_id,
      })),
    });
  },

  muteGroups: async (ctx, { body }) => {
    await muteAll(ctx, body.groupId);
    return success();
  },

  unmuteGroups: async (ctx, { body }) => {
    await unmuteAll(ctx, body.groupId);
    return success();
  },

  listMutedGroups: async (ctx, { body }) => {
    const asked = body?.page || body?.size ? undefined : body?.groupId;
    const groupIds = asked ?? (await listMutedForAll(ctx, pageOf(body?.page, body?.size, 50)));
    const muted = asked ? await findMutedForAll(ctx, asked) : new Set(groupIds);
    return success({ groupinfo: groupIds.map((groupId) => ({ groupId, stat: muted.has(groupId) ? 1 : 0 }) as const) });
  },

  addGroupAllowlistUsers: async (ctx, { body }) => {
    await allowUsers(ctx, body.groupId, body.userId);
    return success();
  },

  removeGroupAllowlistUsers: async (ctx, { body }) => {
    await disallowUsers(ctx, body.groupId, body.userId);
    return success();
  },

  listGroupAllowlistUsers: async (ctx, { body }) => success({ userIds: await listAllowedUsers(ctx, body.groupId) }),
} satisfies Partial<Handlers<rongcloud.operations>>;
