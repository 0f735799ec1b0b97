import type { CallInput } from '../../src/index.ts';
import type { Sections } from './calls.ts';
import { mediaIdOf } from './rows-of-messages.ts';

const on = (path: object, body?: unknown): CallInput => ({ path: { ...path }, ...(body !== undefined && { body }) });
const user = (username: string, body?: unknown) => on({ username }, body);
const pages: CallInput[] = [{ query: { start: 0, count: 2 } }, { query: { start: 1, count: 100 } }];
const text = { version: 1, msg_type: 'text', msg_body: { text: 'All my money' }, from_type: 'user', from_id: 'ann' };

export const jmessageSections: Sections = {
  user: () => ({
    listUsers: pages,
    listAdmins: pages,
    queryUserStatuses: [{ body: ['ann', 'bob'] }],
    queryKnownUserStatuses: [{ body: ['ann', 'bob', 'zora'] }],
    getUser: [user('ann'), user('bob'), user('zora')],
    getUserStatus: [user('bob')],
    getBlacklist: [user('ann'), user('bob')],
    registerUsers: [{ body: ['zora', 'dana', 'bob', 'gone'].map((username) => ({ username, password: 'secret' })) }],
    registerAdmin: [{ body: { username: 'newcomer', password: 'secret' } }],
    updateUser: [user('bob', { nickname: 'Newer' }), ...['A', 'C'].map((digit) => user('bob', { avatar: mediaIdOf(digit) }))],
    changePassword: [user('bob', { new_password: 'secret' })],
    addToBlacklist: [user('bob', ['ann', 'cat'])],
    setDoNotDisturb: [user('ann', { single: { remove: ['bob'] }, global: 0 }), user('bob', { single: { add: ['ann'] }, global: 0 })],
    setUserForbidden: [true, false].map((disable) => ({ path: { username: 'bob' }, query: { disable } })),
    removeFromBlacklist: [user('ann', ['bob']), user('bob', ['ann'])],
    deleteUser: [user('bob')],
    deleteUsers: [{ body: ['ann', 'cat'] }],
  }),

  friend: () => ({
    listFriends: [user('ann'), user('bob'), user('dana')],
    addFriends: [user('cat', ['dana'])],
    setFriendNotes: [user('ann', [{ username: 'bob', note_name: 'New', others: 'New' }])],
    removeFriends: [user('ann', ['bob']), user('bob', ['cat'])],
  }),

  group: ({ gids }) => ({
    listGroups: pages,
    getGroup: gids.map((gid) => on({ gid })),
    listGroupMembers: gids.map((gid) => on({ gid })),
    listUserGroups: [user('ann'), user('bob')],
    createGroup: [{ body: { owner_username: 'bob', name: 'New', members_username: ['ann', 'cat'] } }],
    updateGroup: gids.map((gid) => on({ gid }, { name: 'Newer' })),
    silenceGroupMembers: gids.flatMap((gid) =>
      [false, true].map((status) => ({ path: { gid }, query: { status }, body: ['ann', 'dana'] })),
    ),
    setGroupShield: [user('bob', { add: gids.slice(0, 1) }), user('ann', { remove: gids.slice(0, 1) }), user('ann', { add: gids })],
    addGroupMembers: gids.map((gid) => on({ gid }, ['bob', 'cat'])),
    removeGroupMembers: gids.map((gid) => on({ gid }, ['bob'])),
    changeGroupMembers: gids.map((gid) => on({ gid }, { add: ['bob'], remove: ['cat'] })),
    deleteGroup: gids.map((gid) => on({ gid })),
  }),

  'group-owner': ({ gids }) => ({ transferGroup: gids.map((gid) => on({ gid }, { username: 'dana' })) }),

  chatroom: ({ roomIds }) => ({
    listChatrooms: pages,
    getChatrooms: [{ body: roomIds.slice(0, 2) }, { body: roomIds }],
    listChatroomMembers: roomIds.map((room_id) => ({ path: { room_id }, query: { start: 0, count: 100 } })),
    listUserChatrooms: [user('ann'), user('bob')],
    createChatroom: [{ body: { owner_username: 'bob', name: 'New', members_username: ['ann', 'cat'] } }],
    updateChatroom: roomIds.map((room_id) => on({ room_id }, { name: 'Newer' })),
    silenceChatroomMember: roomIds.flatMap((room_id) =>
      [1, 0].map((status) => ({ path: { room_id, username: 'ann' }, query: { status } })),
    ),
    addChatroomMembers: roomIds.map((room_id) => on({ room_id }, ['cat'])),
    removeChatroomMembers: roomIds.map((room_id) => on({ room_id }, ['cat'])),
    deleteChatroom: roomIds.map((room_id) => on({ room_id })),
  }),

  message: ({ gids, messageIds, partnerKey, secondKey }) => ({
    sendMessage: [
      { body: { ...text, target_type: 'single', target_id: 'bob' } },
      ...[partnerKey, secondKey].map((target_appkey) => ({ body: { ...text, target_type: 'single', target_id: 'ann', target_appkey } })),
      ...gids.map((gid) => ({ body: { ...text, target_type: 'group', target_id: String(gid) } })),
    ],
    retractMessage: [messageIds.user, messageIds.foreign].map((id) => on({ username: 'ann', msgid: id + 1 })),
  }),

  'message-history': ({ gids, roomIds, range }) => {
    const query = { count: 100, ...range };
    return {
      listMessages: [{ query }],
      listUserMessages: ['ann', 'bob'].map((username) => ({ path: { username }, query })),
      listGroupMessages: gids.map((gid) => ({ path: { gid }, query })),
      listChatroomMessages: roomIds.map((chatroomid) => ({ path: { chatroomid }, query })),
    };
  },

  media: () => ({
    getMedia: ['A', 'B', 'C'].map((digit) => ({ query: { mediaId: mediaIdOf(digit) } })),
    uploadMedia: [{ query: { type: 'file' }, body: { filename: 'Hello' } }],
  }),

  'sensitive-word': () => ({
    listSensitiveWords: pages,
    getSensitiveWordFilter: [{}],
    addSensitiveWords: [{ body: ['lottery', 'new'] }],
    updateSensitiveWord: [{ body: { old_word: 'lottery', new_word: 'newer' } }],
    deleteSensitiveWords: [{ body: { word: 'money' } }],
    setSensitiveWordFilter: [0, 1].map((status) => ({ query: { status } })),
  }),

  'sdk-register': () => ({
    getClientRegistration: [{}],
    setClientRegistration: [0, 1].map((status) => ({ query: { status } })),
  }),

  'cross-app': ({ appKey, partnerKey, secondKey, gids, roomIds }) => {
    const keys = [appKey, partnerKey];
    const ofBoth = (body: (appkey: string) => object) => [keys.map(body)];
    return {
      listCrossGroupMembers: gids.map((gid) => on({ gid })),
      listCrossUserGroups: [user('ann'), user('bob')],
      getCrossBlacklist: [user('ann'), user('bob')],
      addToCrossBlacklist: ofBoth((appkey) => ({ appkey, usernames: ['ann'] })).map((body) => user('bob', body)),
      removeFromCrossBlacklist: keys.map((appkey) => user('ann', [{ appkey, usernames: appkey === appKey ? ['bob'] : ['ann'] }])),
      setCrossDoNotDisturb: [
        user('bob', [{ appkey: partnerKey, single: { add: ['ann'] } }]),
        user('ann', [{ appkey: partnerKey, single: { remove: ['ann'] } }]),
        user('cat', [{ appkey: appKey, group: { add: gids.slice(0, 1) } }]),
      ],
      addCrossFriends: [...keys, secondKey].map((appkey) => user('dana', { appkey, users: appkey === appKey ? ['cat'] : ['ann'] })),
      setCrossFriendNotes: [user('ann', [{ appkey: partnerKey, username: 'ann', note_name: 'New', others: 'New' }])],
      removeCrossFriends: keys.map((appkey) => user('ann', { appkey, users: appkey === appKey ? ['bob'] : ['ann'] })),
      changeCrossGroupMembers: gids.map((gid) =>
        on({ gid }, [
          { appkey: appKey, add: ['bob'] },
          { appkey: partnerKey, remove: ['ann'] },
        ]),
      ),
      changeCrossChatroomMembers: roomIds.map((room_id) =>
        on({ room_id }, [
          { appkey: appKey, add: ['cat'] },
          { appkey: partnerKey, add: ['ann'] },
        ]),
      ),
    };
  },
};
