import { forms, type Sections } from './calls.ts';

const groupId = ['chess', 'go', 'zen'];
const each = <Place>(place: (groupId: string) => Place) => groupId.map(place);

export const groupSections: Sections = {
  group: () =>
    forms({
      listGroupMembers: each((group) => ({ groupId: group })),
      listUserGroups: [{ userId: 'ann', page: 1, size: 50 }, { userId: 'bob' }],
      createGroup: [
        { userId: ['bob'], groupId: 'go', groupName: 'New' },
        { userId: ['bob'], groupId: 'zen', groupName: 'New' },
      ],
      joinGroup: [{ userId: ['cat'], groupId: 'go' }],
      updateGroup: [{ groupId: 'go', groupName: 'Newer' }],
      quitGroup: [{ userId: ['ann', 'cat'], groupId: 'go' }],
      syncUserGroups: [
        { userId: 'cat', group: { go: 'Synced', new: 'New' } },
        { userId: 'ann', group: { go: 'Go' } },
      ],
      dismissGroup: each((group) => ({ userId: 'ann', groupId: group })),
    }),

  'group-mute': () => {
    const userId = ['ann', 'bob', 'zora'];
    return forms({
      listMutedGroupUsers: [...each((group) => ({ groupId: group })), {}],
      listMutedGroups: [{ page: 1, size: 50 }, { groupId }],
      listGroupAllowlistUsers: each((group) => ({ groupId: group })),
      muteGroupUsers: [
        { userId: ['bob'], groupId: 'go', minute: 10 },
        { userId: ['bob'], minute: 10 },
      ],
      muteGroups: [{ groupId: ['go'] }],
      addGroupAllowlistUsers: [{ userId: ['bob'], groupId: 'go' }],
      unmuteGroupUsers: [...each((group) => ({ userId, groupId: group })), { userId }],
      unmuteGroups: [{ groupId }],
      removeGroupAllowlistUsers: each((group) => ({ userId, groupId: group })),
    });
  },
};
