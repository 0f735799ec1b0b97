import { joinChatroom, leaveChatroom } from '../../../../server/src/domain/chatrooms/members.ts';
import type { Facts, World } from './passage.ts';

// Through RongCloud nobody but clients joins and leaves.

interface Room {
  textId: string;
  number: number;
}

/** Made through the RongCloud dialect; the user of the world's name is its member. */
async function open({ on, rc, jm, name, register }: World): Promise<Room> {
  await register();
  await rc('createNamedChatrooms', { chatroom: { [`room of ${name}`]: 'Old' } });
  await joinChatroom(on.ctx, { chatroomId: `room of ${name}`, userIds: [name] });
  const [room] = await jm<{ id: number }[]>('listUserChatrooms', { path: { username: name } });
  return { textId: `room of ${name}`, number: room!.id };
}

/** Made through the JMessage dialect; the user of the world's name is its owner. */
async function owned({ jm, name, register }: World): Promise<Room> {
  await register();
  const { chatroom_id } = await jm<{ chatroom_id: number }>('createChatroom', { body: { owner_username: name, name: 'Old' } });
  return { textId: String(chatroom_id), number: chatroom_id };
}

async function rcNames({ rc }: World, chatroomId: string): Promise<string[]> {
  return (await rc<{ chatRooms: { name: string }[] }>('listNamedChatrooms', { chatroomId: [chatroomId] })).chatRooms.map(
    ({ name }) => name,
  );
}

async function jmNames({ jm, name }: World): Promise<string[]> {
  return (await jm<{ name: string }[]>('listUserChatrooms', { path: { username: name } })).map((room) => room.name);
}

async function rcMembers({ rc }: World, chatroomId: string): Promise<string[]> {
  return (await rc<{ users: { id: string }[] }>('listChatroomMembers', { chatroomId, count: 500, order: 2 })).users.map(({ id }) => id);
}

/** Names of the members, with a minus those who are silenced. */
async function jmMembers({ jm }: World, room_id: number): Promise<string[]> {
  const { users } = await jm<{ users: { username: string; flag: number }[] }>('listChatroomMembers', { path: { room_id } });
  return users.map(({ username, flag }) => (flag === 1 ? `-${username}` : username));
}

async function rcMutes({ rc }: World, chatroomId: string): Promise<object[]> {
  return (await rc<{ users: object[] }>('listMutedChatroomUsers', { chatroomId })).users;
}

const silence = ({ jm, name }: World, room_id: number, status: 0 | 1) =>
  jm('silenceChatroomMember', { path: { room_id, username: name }, query: { status } });

export const chatroomFacts: Facts = {
  'a chatroom': {
    toRongcloud: async (world) => {
      await world.register();
      const made: { chatroom_id?: number } = {};
      return {
        act: async () => Object.assign(made, await world.jm('createChatroom', { body: { owner_username: world.name, name: '室😀' } })),
        see: () => rcNames(world, String(made.chatroom_id)),
        is: ['室😀'],
      };
    },
    toJmessage: (world) => ({
      act: () => world.rc('createNamedChatrooms', { chatroom: { [`new ${world.name}`]: `室😀 ${world.name}` } }),
      see: async () => (await world.jm<{ rooms: { name: string }[] }>('listChatrooms')).rooms.at(-1)?.name,
      is: `室😀 ${world.name}`,
    }),
  },

  'another name of a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      const change = { path: { room_id: number }, body: { name: 'New' } };
      return { act: () => world.jm('updateChatroom', change), see: () => rcNames(world, textId), is: ['New'] };
    },
    toJmessage: async (world) => {
      const { textId } = await owned(world);
      return { act: () => world.rc('createNamedChatrooms', { chatroom: { [textId]: 'New' } }), see: () => jmNames(world), is: ['New'] };
    },
  },

  'a new member of a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      const addition = { path: { room_id: number }, body: ['ann1'] };
      return { act: () => world.jm('addChatroomMembers', addition), see: () => rcMembers(world, textId), is: ['ann1', world.name] };
    },
    toJmessage: async (world) => {
      const { textId, number } = await owned(world);
      return {
        act: () => joinChatroom(world.on.ctx, { chatroomId: textId, userIds: ['ann1'] }),
        see: () => jmMembers(world, number),
        is: ['ann1', world.name],
      };
    },
  },

  'a member who is gone from a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      const removal = { path: { room_id: number }, body: [world.name] };
      return { act: () => world.jm('removeChatroomMembers', removal), see: () => rcMembers(world, textId), is: [] };
    },
    toJmessage: async (world) => {
      const { textId, number } = await owned(world);
      await world.jm('addChatroomMembers', { path: { room_id: number }, body: ['ann1'] });
      return {
        act: () => leaveChatroom(world.on.ctx, { chatroomId: textId, userIds: ['ann1'] }),
        see: () => jmMembers(world, number),
        is: [world.name],
      };
    },
  },

  'a silenced member of a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      const endless = { userId: world.name, time: '9999-12-31 23:59:59' };
      return { act: () => silence(world, number, 1), see: () => rcMutes(world, textId), is: [endless] };
    },
    toJmessage: async (world) => {
      const { textId, number } = await owned(world);
      const mute = { chatroomId: textId, userId: [world.name], minute: 10 };
      return { act: () => world.rc('muteChatroomUsers', mute), see: () => jmMembers(world, number), is: [`-${world.name}`] };
    },
  },

  'the end of a silence in a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      await world.rc('muteChatroomUsers', { chatroomId: textId, userId: [world.name], minute: 10 });
      return { act: () => silence(world, number, 0), see: () => rcMutes(world, textId), is: [] };
    },
    toJmessage: async (world) => {
      const { textId, number } = await owned(world);
      await silence(world, number, 1);
      const lifting = { chatroomId: textId, userId: [world.name] };
      return { act: () => world.rc('unmuteChatroomUsers', lifting), see: () => jmMembers(world, number), is: [world.name] };
    },
  },

  'the end of a chatroom': {
    toRongcloud: async (world) => {
      const { textId, number } = await open(world);
      return {
        act: () => world.jm('deleteChatroom', { path: { room_id: number } }),
        see: () => world.rcCode('getChatroom', { chatroomId: textId }),
        is: 23410,
      };
    },
    toJmessage: async (world) => {
      const { textId, number } = await owned(world);
      return {
        act: () => world.rc('destroyChatrooms', { chatroomId: [textId] }),
        see: () => world.jmCode('getChatrooms', { body: [number] }),
        is: 899081,
      };
    },
  },
};
