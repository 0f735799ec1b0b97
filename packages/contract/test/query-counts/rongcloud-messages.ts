import { sendGroup, sendPrivate } from '../support/messages.ts';
import { connect } from '../support/pushes.ts';
import { type CountedCalls, forEach, hour, localTime, template, text } from './calls.ts';

export const messageCalls: CountedCalls = {
  broadcast: {
    // To an app of so many users.
    broadcastMessage: { statements: 6, many: 1000, about: () => ({ body: text }) },
  },

  message: {
    publishPrivateMessage: { statements: 2, many: 1000, about: (toUserId) => ({ body: { ...text, toUserId, verifyBlacklist: 1 } }) },
  },

  'message-expansion': {
    setMessageExpansion: {
      statements: 4,
      many: 100,
      about: async (keys, { on }) => {
        const msgUID = await sendPrivate(on.rongcloud, { fromUserId: 'ann', toUserId: 'bob', expansion: true });
        const target = { msgUID, userId: 'ann', conversationType: 1, targetId: 'bob' };
        return { body: { ...target, extraKeyVal: JSON.stringify(forEach(keys, 'v')) } };
      },
    },
  },

  'message-history': {
    // With so many messages.
    deleteHistoryLog: {
      statements: 2,
      many: 1000,
      about: async (toUserId, { on, rc }) => {
        await rc('publishPrivateMessage', { ...text, toUserId });
        const date = localTime(on.clock.now()).replaceAll(/\D/g, '').slice(0, 10);
        on.clock.advance(hour);
        return { body: { date } };
      },
    },
  },

  'message-recall': {
    // From a group of so many.
    recallMessage: {
      statements: 3,
      many: 1000,
      about: async (userId, { on, rc }) => {
        await rc('createGroup', { groupId: 'chess', groupName: 'Chess', userId });
        const messageUID = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'chess' });
        return { body: { fromUserId: 'ann', conversationType: 3, targetId: 'chess', messageUID } };
      },
    },
  },

  'message-template': {
    publishPrivateTemplateMessage: {
      statements: 2,
      many: 1000,
      about: (toUserId) => ({ body: { ...template(toUserId), verifyBlacklist: 1 } }),
    },
  },

  push: {
    pushToUsers: {
      statements: 2,
      many: 100,
      about: async (userIds, { on }) => {
        for (const userId of userIds) await connect(on, userId);
        return { body: { userIds, notification: { title: 'T', pushContent: 'Hello' } } };
      },
    },
  },

  'sensitive-word': {
    batchAddSensitiveWords: { statements: 3, many: 50, about: (names) => ({ body: { words: names.map((word) => ({ word })) } }) },
    listSensitiveWords: {
      statements: 1,
      many: 50,
      about: async (names, { rc }) => {
        await rc('batchAddSensitiveWords', { words: names.map((word) => ({ word })) });
        return { body: { type: 2 } };
      },
    },
  },

  'status-message': {
    publishPrivateStatusMessage: { statements: 2, many: 1000, about: (toUserId) => ({ body: { ...text, toUserId, verifyBlacklist: 1 } }) },
  },

  'system-notification': {
    publishSystemTemplateMessage: { statements: 1, many: 100, about: (toUserId) => ({ body: template(toUserId) }) },
  },
};
