import type { World } from '../jmessage/parity/passage.ts';
import { addTrustingApp } from '../support/apps.ts';
import { upload } from '../support/media.ts';
import { sendGroup } from '../support/messages.ts';
import { type CountedCalls, hour, localTime, text } from './calls.ts';

const username = 'ann';
const path = { username };

export const jmessageCalls: CountedCalls = {
  chatroom: {
    createChatroom: {
      statements: 8,
      many: 3000,
      about: (names) => ({ body: { owner_username: username, name: 'Room', members_username: names } }),
    },
    listUserChatrooms: {
      statements: 2,
      many: 20,
      about: async (names, { jm }) => {
        for (const name of names) await jm('createChatroom', { body: { owner_username: username, name } });
        return { path };
      },
    },
  },

  'cross-app': {
    addCrossFriends: {
      statements: 3,
      many: 500,
      about: async (users, { on }) => {
        const other = await addTrustingApp(on);
        await other.insertUsers(...users);
        return { path, body: { appkey: other.app.key, users } };
      },
    },
  },

  friend: {
    addFriends: { statements: 2, many: 500, about: (friends) => ({ path, body: friends }) },
    listFriends: {
      statements: 2,
      many: 500,
      about: async (friends, { jm }) => {
        await jm('addFriends', { path, body: friends });
        return { path };
      },
    },
  },

  group: {
    createGroup: {
      statements: 6,
      many: 499,
      about: (names) => ({ body: { owner_username: username, name: 'Chess', members_username: names } }),
    },
    listGroupMembers: { statements: 2, many: 499, about: async (names, { jm }) => ({ path: { gid: await newGroup(jm, names) } }) },
  },

  'group-owner': {
    // Among so many members.
    transferGroup: {
      statements: 3,
      many: 499,
      about: async (names, { jm }) => ({ path: { gid: await newGroup(jm, names) }, body: { username: names[0] } }),
    },
  },

  media: {
    // Removes what so many uploads left that never ended.
    uploadMedia: {
      statements: 4,
      many: 10,
      about: async (names, { on }) => {
        for (const name of names) await upload(on, 'file', name);
        await on.ctx.db.updateTable('media').set({ stored: false }).where('app_id', '=', on.app.id).execute();
        on.clock.advance(2 * hour);
        return { query: { type: 'file' }, body: { filename: new File(['Hello'], 'file.txt') } };
      },
    },
  },

  'message-history': {
    // To as many users, groups and chat rooms.
    listMessages: {
      statements: 5,
      many: 50,
      about: async (names, { on, rc }) => {
        await rc('publishPrivateMessage', { ...text, toUserId: names });
        await rc('publishChatroomMessage', { ...text, toChatroomId: names });
        for (const name of names) await sendGroup(on.rongcloud, { fromUserId: username, toGroupId: name });
        const [begin_time, end_time] = [-hour, hour].map((millis) => localTime(on.clock.now() + millis));
        return { query: { count: 1000, begin_time, end_time } };
      },
    },
  },

  message: {
    // To a group of so many.
    sendMessage: {
      statements: 3,
      many: 499,
      about: async (names, { jm }) => {
        const target = { target_type: 'group', target_id: String(await newGroup(jm, names)) };
        return { body: { version: 1, ...target, from_type: 'user', from_id: username, msg_type: 'text', msg_body: { text: 'Hello' } } };
      },
    },
  },

  'sdk-register': {
    // Of an app of so many users.
    setClientRegistration: { statements: 2, many: 500, about: () => ({ query: { status: 1 } }) },
  },

  'sensitive-word': {
    addSensitiveWords: { statements: 3, many: 2000, about: (words) => ({ body: words }) },
    listSensitiveWords: {
      statements: 2,
      many: 1000,
      about: async (words, { jm }) => {
        await jm('addSensitiveWords', { body: words });
        return {};
      },
    },
  },

  user: {
    registerUsers: {
      statements: 3,
      many: 20,
      about: (names) => ({ body: names.map((name) => ({ username: `new-${name}`, password: 'secret' })) }),
    },
    listUsers: { statements: 2, many: 499, about: () => ({ query: { count: 500 } }) },
    // Owners of a group and a chat room each, who are friends of another.
    deleteUsers: {
      statements: 35,
      many: 20,
      about: async (names, { jm }) => {
        for (const owner of names) {
          const members = { owner_username: owner, name: 'Chess', members_username: [username] };
          await jm('createGroup', { body: members });
          await jm('createChatroom', { body: members });
        }
        await jm('addFriends', { path, body: names });
        return { body: names };
      },
    },
  },
};

async function newGroup(jm: World['jm'], members_username: string[]): Promise<number> {
  const { gid } = await jm<{ gid: number }>('createGroup', { body: { owner_username: username, name: 'Chess', members_username } });
  return gid;
}
