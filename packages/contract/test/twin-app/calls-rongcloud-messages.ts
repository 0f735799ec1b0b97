import { forms, type Sections } from './calls.ts';

const fromUserId = 'ann';
const text = { objectName: 'RC:TxtMsg', content: '{"content":"All my money"}' };
const toUserId = ['bob', 'cat', 'zora'];
const toGroupId = ['chess', 'go', 'zen'];
const template = { ...text, toUserId, content: '{"content":"{x}"}', values: toUserId.map((id) => ({ '{x}': id })), pushContent: [] };
/** As the numbers of the second app's users. */
const msgRandom = '77';

export const messageSections: Sections = {
  message: () =>
    forms({
      publishPrivateMessage: [
        { fromUserId: 'bob', toUserId, verifyBlacklist: 1, ...text },
        { fromUserId: 'bob', toUserId, msgRandom, ...text },
      ],
      publishGroupMessage: [{ fromUserId, toGroupId, ...text }],
    }),

  'message-template': () =>
    forms({
      publishPrivateTemplateMessage: [{ fromUserId, ...template, verifyBlacklist: 1 }],
      publishSystemTemplateMessage: [{ fromUserId, ...template }],
    }),

  'status-message': () =>
    forms({
      publishPrivateStatusMessage: [{ fromUserId: 'bob', toUserId, ...text, msgRandom, verifyBlacklist: 1 }],
      publishGroupStatusMessage: [{ fromUserId, toGroupId, ...text }],
    }),

  'system-notification': () => forms({ publishSystemMessage: [{ fromUserId, toUserId, ...text }] }),

  'message-expansion': ({ uids }) => {
    const targets = [uids.user, uids.foreign].map((msgUID) => ({ msgUID, userId: 'ann', conversationType: 1, targetId: 'bob' }));
    return forms({
      getMessageExpansion: [uids.user, uids.group, uids.foreign].map((msgUID) => ({ msgUID })),
      setMessageExpansion: targets.map((target) => ({ ...target, extraKeyVal: '{"second":"new"}' })),
      deleteMessageExpansion: targets.map((target) => ({ ...target, extraKey: '["first","second"]' })),
    });
  },

  'message-recall': ({ uids, sentAt }) => {
    const message = { fromUserId, sentTime: sentAt };
    const chess = { ...message, conversationType: 3, targetId: 'chess' };
    const toBob = { ...message, conversationType: 1, targetId: 'bob' };
    return forms({
      recallMessage: [
        { ...toBob, messageUID: uids.user },
        { ...toBob, messageUID: uids.foreign },
        { ...chess, messageUID: uids.group },
      ],
    });
  },

  'message-history': ({ hour, otherHour, sentAt }) => {
    const clear = { fromUserId, msgTimestamp: String(sentAt + 1) };
    return forms({
      getHistoryLog: [{ date: hour }, { date: otherHour }],
      deleteHistoryLog: [{ date: hour }, { date: otherHour }],
      clearMessages: [
        { ...clear, conversationType: 1, targetId: 'bob' },
        { ...clear, conversationType: 1, targetId: 'cat' },
        { ...clear, conversationType: 3, targetId: 'chess' },
        { ...clear, conversationType: 3, targetId: 'go' },
      ],
    });
  },

  broadcast: ({ uids }) => {
    const message = { fromUserId: '__system__', ...text };
    return forms({
      broadcastMessage: [message],
      broadcastToOnlineUsers: [message],
      recallBroadcast: [uids.broadcast, uids.foreign, uids.foreignBroadcast].map((messageUID) => ({
        fromUserId: '__system__',
        messageUID,
      })),
    });
  },

  push: () => {
    const platform = ['ios', 'android'];
    const notification = { alert: 'New' };
    return forms({
      pushToAudience: [
        { platform, audience: { is_to_all: true }, notification },
        { platform, audience: { is_to_all: false, tag: ['chess'] }, notification },
        { platform, audience: { is_to_all: false, tag_or: ['chess', 'second'], packageName: 'com.example' }, notification },
        {
          platform,
          audience: { is_to_all: false, tag: ['chess'], packageName: 'com.example' },
          fromuserid: 'ann',
          message: text,
          notification,
        },
      ],
      pushToUsers: [{ userIds: ['ann', 'bob', 'zora'], notification: { title: 'New', pushContent: 'New' } }],
    });
  },

  'sensitive-word': () =>
    forms({
      listSensitiveWords: [{ type: 2 }],
      addSensitiveWord: [
        { word: 'lottery', replaceWord: '###' },
        { word: 'money', replaceWord: '###' },
      ],
      batchAddSensitiveWords: [{ words: [{ word: 'second', replaceWord: '###' }, { word: 'new' }] }],
      removeSensitiveWord: [{ word: 'lottery' }],
      batchRemoveSensitiveWords: [{ words: ['money', 'second'] }],
    }),
};
