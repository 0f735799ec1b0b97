import { forms, type Sections } from './calls.ts';

const userId = ['ann', 'bob', 'dana', 'zora'];

export const userSections: Sections = {
  user: () =>
    forms({
      getUser: [{ userId: 'ann' }, { userId: 'bob' }, { userId: 'zora' }],
      checkUserOnline: [{ userId: 'bob' }],
      getUserTags: [{ userIds: userId }],
      listDeactivatedUsers: [{ pageNo: 1, pageSize: 50 }],
      listBlockedUsers: [{ page: 1, size: 50 }],
      listPrivateMutedUsers: [{ num: 100, offset: 0, type: 'PERSON' }],
      registerUser: [{ userId: 'bob', name: 'New' }, { userId: 'zora', name: 'New' }, { userId: 'dana' }],
      updateUser: [{ userId: 'bob', name: 'Newer' }],
      expireTokens: [{ userId, time: 1 }],
      blockUsers: [{ userId: ['bob', 'zora'], minute: 10 }],
      unblockUsers: [{ userId }],
      setPrivateMute: [
        { userId: ['bob', 'zora'], state: 1, type: 'PERSON' },
        { userId, state: 0, type: 'PERSON' },
      ],
      setUserTags: [{ userId: 'bob', tags: ['new'] }],
      batchSetUserTags: [{ userIds: ['ann', 'cat'] }],
      deactivateUsers: [{ userId: ['ann', 'bob'] }],
      reactivateUsers: [{ userId: [...userId, 'old'] }],
    }),

  'user-lists': () =>
    forms({
      listBlocklistUsers: [{ userId: 'ann', size: 1 }, { userId: 'bob' }],
      listAllowlistUsers: [{ userId: 'ann', size: 1 }, { userId: 'bob' }],
      getAllowlistSwitch: [{ userId }],
      addBlocklistUsers: [{ userId: 'bob', blackUserId: ['ann', 'eve'] }],
      addAllowlistUsers: [{ userId: 'bob', whiteUserId: ['ann', 'eve'] }],
      setAllowlistSwitch: [{ userId, whiteSetting: 0 }],
      removeBlocklistUsers: [
        { userId: 'ann', blackUserId: ['bob', 'cat'] },
        { userId: 'bob', blackUserId: ['ann'] },
      ],
      removeAllowlistUsers: [
        { userId: 'ann', whiteUserId: ['bob', 'cat'] },
        { userId: 'bob', whiteUserId: ['ann'] },
      ],
    }),

  conversation: () =>
    forms({
      setConversationPin: [
        { userId: 'ann', conversationType: 1, targetId: 'bob', setTop: false },
        { userId: 'bob', conversationType: 3, targetId: 'chess', setTop: false },
      ],
    }),

  'push-notification': () => {
    const ann = { requestId: 'ann', conversationType: 1, targetId: 'bob' };
    const bob = { requestId: 'bob', conversationType: 3, targetId: 'chess' };
    const allGroups = ['ann', 'bob'].map((requestId) => ({ requestId, conversationType: 3 }));
    const remarks = JSON.stringify([{ id: 'cat', remark: 'New' }]);
    return forms({
      getConversationNotification: [ann, bob],
      getConversationTypeNotification: allGroups,
      getQuietPeriod: [{ userId: 'ann' }, { userId: 'bob' }],
      listUserRemarks: [{ userId: 'ann' }, { userId: 'bob' }],
      getGroupRemark: [
        { userId: 'ann', groupId: 'chess' },
        { userId: 'bob', groupId: 'chess' },
      ],
      setConversationNotification: [
        { ...ann, unpushLevel: 1 },
        { ...bob, unpushLevel: 0 },
      ],
      setConversationTypeNotification: allGroups.map((type) => ({ ...type, unpushLevel: 0 })),
      setQuietPeriod: [{ userId: 'bob', startTime: '01:00:00', period: 60, level: 1 }],
      setUserRemarks: [{ userId: 'bob', remarks }],
      setGroupRemark: [{ userId: 'bob', groupId: 'chess', remark: 'New' }],
      deleteQuietPeriod: [{ userId: 'ann' }, { userId: 'cat' }],
      deleteUserRemark: [
        { userId: 'ann', targetId: 'bob' },
        { userId: 'zora', targetId: 'bob' },
      ],
      deleteGroupRemark: [
        { userId: 'ann', groupId: 'chess' },
        { userId: 'cat', groupId: 'chess' },
      ],
    });
  },
};
