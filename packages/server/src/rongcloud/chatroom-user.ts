import type { rongcloud } from '@diglot/api';
import type { RequestCtx } from '../context.ts';
import { allowUsers, disallowUsers, listAllowedUsers } from '../domain/chatrooms/allowlist.ts';
import { blockUsers, listBlocked, unblockUsers } from '../domain/chatrooms/blocks.ts';
import { findMembers, listMembers } from '../domain/chatrooms/members.ts';
import { isMutedForAll, listMutedForAll, muteAll, unmuteAll } from '../domain/chatrooms/mute-all.ts';
import { everywhere, listMuted, muteUsers, unmuteUsers } from '../domain/chatrooms/mutes.ts';
import type { Handlers } from '../http/dialect.ts';
import { dateTime, pageOf, success } from './present.ts';

const minute = 60_000;
/** Members of one answer, also when the caller does not say how many. */
const mostMembers = 500;

export const chatroomUser = {
  listChatroomMembers: async (ctx, { body }) => {
    const page = { newestFirst: body.order === 2, limit: Math.min(body.count ?? mostMembers, mostMembers) };
    const { total, members } = await listMembers(ctx, body.chatroomId, page);
    return success({ total, users: members.map((member) => ({ id: member.user_id, time: dateTime(ctx, member.joined_at) })) });
  },

  checkChatroomMember: async (ctx, { body }) => {
    const members = await findMembers(ctx, body.chatroomId, [body.userId]);
    return success({ isInChrm: members.has(body.userId) });
  },

  checkChatroomMembers: async (ctx, { body }) => {
    const members = await findMembers(ctx, body.chatroomId, body.userId);
    return success({ result: body.userId.map((userId) => ({ userId, isInChrm: members.has(userId) ? 1 : 0 }) as const) });
  },

  muteChatroomUsers: async (ctx, { body }) => {
    await muteUsers(ctx, body.chatroomId, timed(ctx, body));
    return success();
  },

  unmuteChatroomUsers: async (ctx, { body }) => {
    await unmuteUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  listMutedChatroomUsers: async (ctx, { body }) => usersUntil(ctx, await listMuted(ctx, body.chatroomId)),

  muteChatroom: async (ctx, { body }) => {
    await muteAll(ctx, body.chatroomId);
    return success();
  },

  unmuteChatrooms: async (ctx, { body }) => {
    await unmuteAll(ctx, body.chatroomId);
    return success();
  },

  listMutedChatrooms: async (ctx, { body }) => {
    return success({ chatroomIds: await listMutedForAll(ctx, pageOf(body?.page, body?.size, 50)) });
  },

  checkChatroomMuted: async (ctx, { body }) => success({ status: (await isMutedForAll(ctx, body.chatroomId)) ? 1 : 0 } as const),

  addChatroomAllowlistUsers: async (ctx, { body }) => {
    await allowUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  removeChatroomAllowlistUsers: async (ctx, { body }) => {
    await disallowUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  listChatroomAllowlistUsers: async (ctx, { body }) => success({ userIds: await listAllowedUsers(ctx, body.chatroomId) }),

  muteUsersInAllChatrooms: async (ctx, { body }) => {
    await muteUsers(ctx, everywhere, timed(ctx, body));
    return success();
  },

  unmuteUsersInAllChatrooms: async (ctx, { body }) => {
    await unmuteUsers(ctx, everywhere, body.userId);
    return success();
  },

  listUsersMutedInAllChatrooms: async (ctx) => usersUntil(ctx, await listMuted(ctx, everywhere)),

  blockChatroomUsers: async (ctx, { body }) => {
    await blockUsers(ctx, body.chatroomId, timed(ctx, body));
    return success();
  },

  unblockChatroomUsers: async (ctx, { body }) => {
    await unblockUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  listBlockedChatroomUsers: async (ctx, { body }) => usersUntil(ctx, await listBlocked(ctx, body.chatroomId)),
} satisfies Partial<Handlers<rongcloud.operations>>;

function timed(ctx: RequestCtx, body: { userId: string[]; minute: number }): { userIds: string[]; until: number } {
  return { userIds: body.userId, until: ctx.clock.now() + body.minute * minute };
}

function usersUntil(ctx: RequestCtx, users: { user_id: string; until: number }[]) {
  return success({ users: users.map(({ user_id, until }) => ({ userId: user_id, time: dateTime(ctx, until) })) });
}
