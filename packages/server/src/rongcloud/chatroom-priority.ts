import type { rongcloud } from '@diglot/api';
import { addMessageTypes, messageTypes, removeMessageTypes } from '../domain/chatrooms/message-types.ts';
import type { Handlers } from '../http/dialect.ts';
import { success } from './present.ts';

export const chatroomPriority = {
  addLowPriorityMessageTypes: async (ctx, { body }) => {
    await addMessageTypes(ctx, 'low-priority', body.objectName);
    return success();
  },

  removeLowPriorityMessageTypes: async (ctx, { body }) => {
    await removeMessageTypes(ctx, 'low-priority', body.objectName);
    return success();
  },

  listLowPriorityMessageTypes: async (ctx) => success({ objectNames: await messageTypes(ctx, 'low-priority') }),
} satisfies Partial<Handlers<rongcloud.operations>>;
