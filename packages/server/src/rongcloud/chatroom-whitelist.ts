import type { rongcloud } from '@diglot/api';
import { addMessageTypes, messageTypes, removeMessageTypes } from '../domain/chatrooms/message-types.ts';
import { listProtectedUsers, protectUsers, unprotectUsers } from '../domain/chatrooms/protected-users.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';

export const chatroomWhitelist = {
  addChatroomWhitelistUsers: async (ctx, { body }) => {
    await protectUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  removeChatroomWhitelistUsers: async (ctx, { body }) => {
    await unprotectUsers(ctx, body.chatroomId, body.userId);
    return success();
  },

  listChatroomWhitelistUsers: async (ctx, { body }) => success({ users: await listProtectedUsers(ctx, body.chatroomId) }),

  addChatroomWhitelistMessageTypes: async (ctx, { body }) => {
    await addMessageTypes(ctx, 'protected', body.objectnames);
    return success();
  },

  removeChatroomWhitelistMessageTypes: async (ctx, { body }) => {
    await removeMessageTypes(ctx, 'protected', body.objectnames);
    return success();
  },

  listChatroomWhitelistMessageTypes: async (ctx) => success({ whitlistMsgType: await messageTypes(ctx, 'protected') }),
} satisfies Partial<Handlers<rongcloud.operations>>;
