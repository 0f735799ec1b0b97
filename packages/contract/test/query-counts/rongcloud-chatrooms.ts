import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { type CountedCalls, forEach, second, text } from './calls.ts';

const chatroomId = 'room';

export const chatroomCalls: CountedCalls = {
  chatroom: {
    createNamedChatrooms: { statements: 3, many: 100, about: (ids) => ({ body: { chatroom: forEach(ids, 'Room') } }) },
    destroyChatrooms: {
      statements: 3,
      many: 20,
      about: async (ids, { rc }) => {
        await rc('createNamedChatrooms', { chatroom: forEach(ids, 'Room') });
        return { body: { chatroomId: ids } };
      },
    },
  },

  'chatroom-kv': {
    batchSetChatroomAttributes: {
      statements: 3,
      many: 10,
      about: async (keys, { rc }) => {
        await rc('createChatroom', { chatroomId });
        return { body: { chatroomId, entryOwnerId: 'ann', entryInfo: JSON.stringify(forEach(keys, 'v')) } };
      },
    },
  },

  'chatroom-message': {
    // Starts the idle time of each chatroom again.
    publishChatroomMessage: {
      statements: 4,
      many: 100,
      about: async (toChatroomId, { on, rc }) => {
        await rc('createNamedChatrooms', { chatroom: forEach(toChatroomId, 'Room') });
        on.clock.advance(second);
        return { body: { ...text, toChatroomId } };
      },
    },
  },

  'chatroom-priority': {
    addLowPriorityMessageTypes: { statements: 3, many: 20, about: (objectName) => ({ body: { objectName } }) },
  },

  'chatroom-user': {
    // Of members whose attributes go with them.
    blockChatroomUsers: {
      statements: 9,
      many: 20,
      about: async (userId, { on, rc }) => {
        await rc('createChatroom', { chatroomId });
        await joinChatroom(on.ctx, { chatroomId, userIds: userId });
        for (const each of userId) await rc('setChatroomAttribute', { chatroomId, userId: each, key: each, value: 'v', autoDelete: true });
        on.clock.advance(second);
        return { body: { chatroomId, userId, minute: 1 } };
      },
    },
    listChatroomMembers: {
      statements: 3,
      many: 500,
      about: async (userIds, { on, rc }) => {
        await rc('createChatroom', { chatroomId });
        await joinChatroom(on.ctx, { chatroomId, userIds });
        return { body: { chatroomId, count: 500, order: 1 } };
      },
    },
  },

  'chatroom-whitelist': {
    addChatroomWhitelistUsers: {
      statements: 3,
      many: 5,
      about: async (userId, { rc }) => {
        await rc('createChatroom', { chatroomId });
        return { body: { chatroomId, userId } };
      },
    },
  },

  keepalive: {
    // Where so many are kept alive.
    keepChatroomAlive: {
      statements: 4,
      many: 4,
      about: async (others, { rc }) => {
        for (const other of others) await rc('keepChatroomAlive', { chatroomId: other });
        return { body: { chatroomId } };
      },
    },
  },
};
