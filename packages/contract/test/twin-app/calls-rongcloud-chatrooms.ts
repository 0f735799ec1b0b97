import { forms, type Sections } from './calls.ts';

const chatroomId = ['lounge', 'hall', 'attic'];
const userId = ['ann', 'bob', 'zora'];
const each = <Place>(place: (room: { chatroomId: string }) => Place) => chatroomId.map((id) => place({ chatroomId: id }));

export const chatroomSections: Sections = {
  chatroom: () =>
    forms({
      getChatroom: each((room) => room),
      listNamedChatrooms: [{ chatroomId }],
      createChatroom: ['hall', 'attic'].map((id) => ({ chatroomId: id, destroyType: 0, destroyTime: 60, isBan: true })),
      createNamedChatrooms: [{ chatroom: { hall: 'New', cellar: 'New' } }],
      setChatroomDestruction: [{ chatroomId: 'hall', destroyType: 1, destroyTime: 120 }],
      destroyChatrooms: [{ chatroomId }],
    }),

  keepalive: () =>
    forms({
      listKeptAliveChatrooms: [{}],
      keepChatroomAlive: [{ chatroomId: 'hall' }],
      removeKeptAliveChatroom: [{ chatroomId: 'hall' }, { chatroomId: 'attic' }],
    }),

  'chatroom-user': () =>
    forms({
      listChatroomMembers: each((room) => ({ ...room, count: 50, order: 1 })),
      checkChatroomMember: each((room) => ({ ...room, userId: 'bob' })),
      checkChatroomMembers: each((room) => ({ ...room, userId })),
      listMutedChatroomUsers: each((room) => room),
      listMutedChatrooms: [{ size: 50, page: 1 }],
      checkChatroomMuted: each((room) => room),
      listChatroomAllowlistUsers: each((room) => room),
      listUsersMutedInAllChatrooms: [{}],
      listBlockedChatroomUsers: each((room) => room),
      muteChatroomUsers: [{ userId: ['bob'], chatroomId: 'hall', minute: 10 }],
      muteChatroom: [{ chatroomId: 'hall' }],
      addChatroomAllowlistUsers: [{ chatroomId: 'hall', userId: ['bob'] }],
      muteUsersInAllChatrooms: [{ userId: ['bob'], minute: 10 }],
      blockChatroomUsers: [{ userId: ['cat', 'dana'], chatroomId: 'lounge', minute: 10 }],
      unmuteChatroomUsers: each((room) => ({ ...room, userId })),
      unmuteChatrooms: [{ chatroomId }],
      removeChatroomAllowlistUsers: each((room) => ({ ...room, userId })),
      unmuteUsersInAllChatrooms: [{ userId }],
      unblockChatroomUsers: each((room) => ({ ...room, userId })),
    }),

  'chatroom-priority': () =>
    forms({
      listLowPriorityMessageTypes: [{}],
      addLowPriorityMessageTypes: [{ objectName: ['RC:VcMsg'] }],
      removeLowPriorityMessageTypes: [{ objectName: ['RC:ImgMsg', 'second'] }],
    }),

  'chatroom-whitelist': () =>
    forms({
      listChatroomWhitelistUsers: each((room) => room),
      listChatroomWhitelistMessageTypes: [{}],
      addChatroomWhitelistUsers: [{ chatroomId: 'hall', userId: ['bob'] }],
      addChatroomWhitelistMessageTypes: [{ objectnames: ['RC:VcMsg'] }],
      removeChatroomWhitelistUsers: each((room) => ({ ...room, userId })),
      removeChatroomWhitelistMessageTypes: [{ objectnames: ['RC:ImgMsg', 'second'] }],
    }),

  'chatroom-kv': () => {
    const entryInfo = JSON.stringify({ ann: 'newer', bob: 'new' });
    return forms({
      listChatroomAttributes: each((room) => room),
      setChatroomAttribute: [{ chatroomId: 'hall', userId: 'bob', key: 'bob', value: 'new', autoDelete: true }],
      batchSetChatroomAttributes: [{ chatroomId: 'hall', entryOwnerId: 'bob', entryInfo, autoDelete: false }],
      removeChatroomAttribute: each((room) => ({ ...room, userId: 'ann', key: 'ann' })),
      batchRemoveChatroomAttributes: each((room) => ({ ...room, entryOwnerId: 'bob', entryKeys: '["bob","ann"]' })),
    });
  },

  'chatroom-message': () => {
    const message = { fromUserId: 'bob', objectName: 'RC:TxtMsg', content: '{"content":"New"}' };
    return forms({
      publishChatroomMessage: [{ ...message, toChatroomId: chatroomId }],
      publishChatroomBroadcast: [message],
    });
  },
};
