import type { World } from '../jmessage/parity/passage.ts';
import { addTrustingApp } from '../support/apps.ts';
import type { Makers } from './calls.ts';

const username = 'ann';
const path = { username };

async function group({ jm }: World, members_username = ['n1']) {
  return jm<{ gid: number }>('createGroup', { body: { owner_username: username, name: 'Chess', members_username } });
}

async function room({ jm }: World, members_username = ['n1']) {
  const { chatroom_id: room_id } = await jm<{ chatroom_id: number }>('createChatroom', {
    body: { owner_username: username, name: 'Room', members_username },
  });
  return { room_id };
}

/** Key of an app that trusts this one and has a user li. */
async function trusting({ on }: World) {
  const other = await addTrustingApp(on);
  await other.insertUsers('li');
  return other.app.key;
}

export const jmessageMakers: Makers = {
  queryUserStatuses: () => ({ body: [username] }),
  updateUser: () => ({ path, body: { nickname: 'Ann' } }),
  deleteUser: async (world) => {
    await group(world);
    await room(world);
    return { path };
  },
  changePassword: () => ({ path, body: { new_password: 'battery staple' } }),
  addToBlacklist: () => ({ path, body: ['n1'] }),
  removeFromBlacklist: async ({ jm }) => {
    await jm('addToBlacklist', { path, body: ['n1'] });
    return { path, body: ['n1'] };
  },
  setDoNotDisturb: async (world) => ({ path, body: { single: { add: ['n1'] }, group: { add: [(await group(world)).gid] }, global: 1 } }),
  setUserForbidden: () => ({ path, query: { disable: true } }),
  setFriendNotes: async ({ jm }) => {
    await jm('addFriends', { path, body: ['n1'] });
    return { path, body: [{ username: 'n1', note_name: 'N' }] };
  },
  removeFriends: () => ({ path, body: ['n1'] }),
  retractMessage: async (world) => {
    const target = { target_type: 'group', target_id: String((await group(world)).gid) };
    const body = { version: 1, ...target, from_type: 'user', from_id: username, msg_type: 'text', msg_body: { text: 'Hello' } };
    const { msg_id: msgid } = await world.jm<{ msg_id: number }>('sendMessage', { body });
    return { path: { username, msgid } };
  },
  updateGroup: async (world) => ({ path: await group(world), body: { name: 'Go' } }),
  deleteGroup: async (world) => ({ path: await group(world) }),
  changeGroupMembers: async (world) => ({ path: await group(world, []), body: { add: ['n1'], remove: [username] } }),
  addGroupMembers: async (world) => ({ path: await group(world, []), body: ['n1'] }),
  removeGroupMembers: async (world) => ({ path: await group(world), body: ['n1'] }),
  silenceGroupMembers: async (world) => ({ path: await group(world), query: { status: true }, body: ['n1'] }),
  setGroupShield: async (world) => ({ path, body: { add: [(await group(world)).gid] } }),
  getChatrooms: async (world) => ({ body: [(await room(world)).room_id] }),
  updateChatroom: async (world) => ({ path: await room(world), body: { owner_username: 'n1', name: 'Finals' } }),
  deleteChatroom: async (world) => ({ path: await room(world) }),
  silenceChatroomMember: async (world) => ({ path: { ...(await room(world)), username: 'n1' }, query: { status: 1 } }),
  addChatroomMembers: async (world) => ({ path: await room(world, []), body: ['n1'] }),
  removeChatroomMembers: async (world) => ({ path: await room(world), body: ['n1'] }),
  updateSensitiveWord: () => ({ body: { old_word: 'money', new_word: 'cash' } }),
  deleteSensitiveWords: () => ({ body: ['money'] }),
  changeCrossGroupMembers: async (world) => ({
    path: await group(world),
    body: [{ appkey: await trusting(world), add: ['li'], remove: [] }],
  }),
  changeCrossChatroomMembers: async (world) => ({ path: await room(world), body: [{ appkey: await trusting(world), add: ['li'] }] }),
  addToCrossBlacklist: async (world) => ({ path, body: [{ appkey: await trusting(world), usernames: ['li'] }] }),
  removeFromCrossBlacklist: async (world) => {
    const body = [{ appkey: await trusting(world), usernames: ['li'] }];
    await world.jm('addToCrossBlacklist', { path, body });
    return { path, body };
  },
  setCrossDoNotDisturb: async (world) => ({ path, body: [{ appkey: await trusting(world), single: { add: ['li'] } }] }),
  setCrossFriendNotes: async (world) => {
    const appkey = await trusting(world);
    await world.jm('addCrossFriends', { path, body: [{ appkey, users: ['li'] }] });
    return { path, body: [{ appkey, username: 'li', note_name: 'Li' }] };
  },
  removeCrossFriends: async (world) => ({ path, body: [{ appkey: await trusting(world), users: ['li'] }] }),
};
