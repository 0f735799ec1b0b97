import type { rongcloud } from '@diglot/api';
import { endKeepalive, keepAlive, listKeptAlive } from '../domain/chatrooms/keepalive.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';

export const keepalive = {
  keepChatroomAlive: async (ctx, { body }) => {
    await keepAlive(ctx, body.chatroomId);
    return success();
  },

  removeKeptAliveChatroom: async (ctx, { body }) => {
    await endKeepalive(ctx, body.chatroomId);
    return success();
  },

  listKeptAliveChatrooms: async (ctx) => success({ chatroomIds: await listKeptAlive(ctx) }),
} satisfies Partial<Handlers<rongcloud.operations>>;
