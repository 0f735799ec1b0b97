import type { World } from '../jmessage/parity/passage.ts';
import { sendGroup, sendPrivate } from '../support/messages.ts';
import type { Makers } from './calls.ts';

const chatroomId = 'room-10001';
const bound = { bindNotifyMsg: true, fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };

async function room({ rc }: World) {
  await rc('createChatroom', { chatroomId });
}

async function roomWithEntries(world: World) {
  await room(world);
  for (const key of ['topic', 'level']) await world.rc('setChatroomAttribute', { chatroomId, userId: 'uid1', key, value: 'v' });
}

async function group({ rc }: World) {
  await rc('createGroup', { groupId: 'chess', groupName: 'Chess', userId: ['ann', 'n1'] });
}

export const rongcloudMakers: Makers = {
  getUser: () => ({ body: { userId: 'ann' } }),
  updateUser: () => ({ body: { userId: 'ann', name: 'Ann' } }),
  joinGroup: () => ({ body: { groupId: 'chess', userId: ['ann'], ...bound } }),
  updateGroup: async (world) => {
    await group(world);
    return { body: { groupId: 'chess', groupName: 'Go', ...bound } };
  },
  quitGroup: async (world) => {
    await group(world);
    return { body: { groupId: 'chess', userId: ['ann'], ...bound } };
  },
  dismissGroup: async (world) => {
    await group(world);
    return { body: { groupId: 'chess', userId: 'ann', ...bound } };
  },
  setChatroomDestruction: room,
  getChatroom: room,
  muteChatroom: room,
  addChatroomAllowlistUsers: room,
  addChatroomWhitelistUsers: room,
  setChatroomAttribute: async (world) => {
    await room(world);
    return { body: { chatroomId, userId: 'ann', key: 'topic', value: 'chess', objectName: 'App:Set', content: 'x' } };
  },
  removeChatroomAttribute: roomWithEntries,
  batchRemoveChatroomAttributes: roomWithEntries,
  removeKeptAliveChatroom: async ({ rc }) => {
    await rc('keepChatroomAlive', { chatroomId });
  },
  deleteMessageExpansion: async ({ on }) => {
    const fields = { fromUserId: 'ann', toUserId: 'n1', expansion: true, extraContent: '{"type":"3"}' };
    const msgUID = await sendPrivate(on.rongcloud, fields);
    return { body: { msgUID, userId: 'ann', conversationType: 1, targetId: 'n1', extraKey: '["type"]' } };
  },
  recallMessage: async ({ on }) => {
    const messageUID = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'chess' });
    return { body: { fromUserId: 'ann', conversationType: 3, targetId: 'chess', messageUID } };
  },
  recallBroadcast: async ({ rc }) => {
    const { messageUID } = await rc<{ messageUID: string }>('broadcastMessage', { fromUserId: 'ann', objectName: 'App:T', content: 'x' });
    return { body: { fromUserId: 'ann', messageUID } };
  },
};
