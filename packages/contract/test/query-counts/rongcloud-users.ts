import { type CountedCalls, forEach } from './calls.ts';

const tags = Array.from({ length: 20 }, (_, index) => `tag${index}`);

export const userCalls: CountedCalls = {
  conversation: {
    // Of a user who has pinned so many.
    setConversationPin: {
      statements: 1,
      many: 20,
      about: async (targetIds, { rc }) => {
        const pin = { userId: 'ann', conversationType: 1, setTop: true };
        for (const targetId of targetIds) await rc('setConversationPin', { ...pin, targetId });
        return { body: { ...pin, targetId: 'bob' } };
      },
    },
  },

  group: {
    // Leaves as many groups as it joins.
    syncUserGroups: {
      statements: 8,
      many: 1000,
      about: async (groupIds, { rc }) => {
        const old = groupIds.map((id) => `old-${id}`);
        await rc('syncUserGroups', { userId: 'ann', group: forEach(old, 'Old') });
        return { body: { userId: 'ann', group: forEach(groupIds, 'New') } };
      },
    },
    listUserGroups: {
      statements: 1,
      many: 1000,
      about: async (groupIds, { rc }) => {
        await rc('syncUserGroups', { userId: 'ann', group: forEach(groupIds, 'Chess') });
        return { body: { userId: 'ann' } };
      },
    },
  },

  'group-mute': {
    muteGroupUsers: { statements: 1, many: 20, about: (userId) => ({ body: { groupId: 'chess', userId, minute: 1 } }) },
  },

  'push-notification': {
    setUserRemarks: {
      statements: 3,
      many: 100,
      about: (ids) => ({ body: { userId: 'ann', remarks: JSON.stringify(ids.map((id) => ({ id, remark: 'Tony' }))) } }),
    },
  },

  user: {
    batchSetUserTags: { statements: 2, many: 1000, about: (userIds) => ({ body: { userIds, tags } }) },
    deactivateUsers: { statements: 12, many: 100, about: (userId) => ({ body: { userId } }) },
    getUserTags: {
      statements: 1,
      many: 50,
      about: async (userIds, { rc }) => {
        await rc('batchSetUserTags', { userIds, tags });
        return { body: { userIds } };
      },
    },
  },

  'user-lists': {
    addBlocklistUsers: { statements: 3, many: 20, about: (blackUserId) => ({ body: { userId: 'ann', blackUserId } }) },
    listBlocklistUsers: {
      statements: 1,
      many: 20,
      about: async (blackUserId, { rc }) => {
        await rc('addBlocklistUsers', { userId: 'ann', blackUserId });
        return { body: { userId: 'ann' } };
      },
    },
  },
};
