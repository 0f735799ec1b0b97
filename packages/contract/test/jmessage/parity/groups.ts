import { expect } from 'vitest';
import { maySendToGroup } from '../../../../server/src/domain/groups/may-send.ts';
import type { Facts, World } from './passage.ts';

interface Group {
  textId: string;
  gid: number;
}

/** Made through the RongCloud dialect; the user of the world's name is its member. */
async function open({ rc, jm, name, register }: World): Promise<Group> {
  await register();
  await rc('createGroup', { groupId: `group of ${name}`, groupName: 'Old', userId: [name] });
  const [group] = await jm<{ gid: number }[]>('listUserGroups', { path: { username: name } });
  return { textId: `group of ${name}`, gid: group!.gid };
}

/** Made through the JMessage dialect; the user of the world's name is its owner. */
async function owned({ jm, name, register }: World): Promise<Group> {
  await register();
  const { gid } = await jm<{ gid: number }>('createGroup', { body: { owner_username: name, name: 'Old' } });
  return { textId: String(gid), gid };
}

async function rcGroups({ rc, name }: World): Promise<{ id: string; name: string }[]> {
  return (await rc<{ groups: { id: string; name: string }[] }>('listUserGroups', { userId: name })).groups;
}

async function jmGroupNames({ jm, name }: World): Promise<string[]> {
  return (await jm<{ name: string }[]>('listUserGroups', { path: { username: name } })).map((group) => group.name);
}

async function rcMembers({ rc }: World, groupId: string): Promise<string[]> {
  return (await rc<{ users: { id: string }[] }>('listGroupMembers', { groupId })).users.map(({ id }) => id);
}

async function jmMembers({ jm }: World, gid: number): Promise<string[]> {
  return (await jm<{ username: string }[]>('listGroupMembers', { path: { gid } })).map(({ username }) => username);
}

export const groupFacts: Facts = {
  'a group': {
    toRongcloud: async (world) => {
      await world.register();
      const made: { gid?: number } = {};
      return {
        act: async () => Object.assign(made, await world.jm('createGroup', { body: { owner_username: world.name, name: '群😀' } })),
        see: async () => (await rcGroups(world)).map(({ id, name }) => [id === String(made.gid), name]),
        is: [[true, '群😀']],
      };
    },
    toJmessage: async (world) => {
      await world.register();
      const group = { groupId: `new ${world.name}`, groupName: '群😀', userId: [world.name] };
      return { act: () => world.rc('createGroup', group), see: () => jmGroupNames(world), is: ['群😀'] };
    },
  },

  'another name of a group': {
    toRongcloud: async (world) => {
      const { textId, gid } = await open(world);
      const change = { path: { gid }, body: { name: 'New' } };
      return { act: () => world.jm('updateGroup', change), see: () => rcGroups(world), is: [{ id: textId, name: 'New' }] };
    },
    toJmessage: async (world) => {
      const { textId } = await owned(world);
      const change = { groupId: textId, groupName: 'New' };
      return { act: () => world.rc('updateGroup', change), see: () => jmGroupNames(world), is: ['New'] };
    },
  },

  'a new member of a group': {
    toRongcloud: async (world) => {
      const { textId, gid } = await open(world);
      const addition = { path: { gid }, body: ['ann1'] };
      return { act: () => world.jm('addGroupMembers', addition), see: () => rcMembers(world, textId), is: [world.name, 'ann1'] };
    },
    toJmessage: async (world) => {
      const { textId, gid } = await owned(world);
      const joining = { groupId: textId, userId: ['ann1'] };
      return { act: () => world.rc('joinGroup', joining), see: () => jmMembers(world, gid), is: [world.name, 'ann1'] };
    },
  },

  'a member who is gone from a group': {
    toRongcloud: async (world) => {
      const { textId, gid } = await open(world);
      await world.rc('joinGroup', { groupId: textId, userId: ['ann1'] });
      const removal = { path: { gid }, body: [world.name] };
      return { act: () => world.jm('removeGroupMembers', removal), see: () => rcMembers(world, textId), is: ['ann1'] };
    },
    toJmessage: async (world) => {
      const { textId, gid } = await owned(world);
      await world.jm('addGroupMembers', { path: { gid }, body: ['ann1'] });
      const leaving = { groupId: textId, userId: ['ann1'] };
      return { act: () => world.rc('quitGroup', leaving), see: () => jmMembers(world, gid), is: [world.name] };
    },
  },

  'a silenced member of a group': {
    toRongcloud: async (world) => {
      const { textId, gid } = await open(world);
      return {
        act: () => world.jm('silenceGroupMembers', { path: { gid }, query: { status: true }, body: [world.name] }),
        see: async () => (await world.rc<{ users: object[] }>('listMutedGroupUsers', { groupId: textId })).users,
        is: [{ userId: world.name, startTime: expect.any(String), time: '9999-12-31 23:59:59' }],
      };
    },
    // No call of JMessage reads it.
    toJmessage: async (world) => {
      const { textId } = await owned(world);
      return {
        act: () => world.rc('muteGroupUsers', { groupId: textId, userId: [world.name], minute: 10 }),
        see: () => maySendToGroup(world.on.ctx, { groupId: textId, senderId: world.name }),
        is: 'sender-muted-in-group',
      };
    },
  },

  'the end of a silence in a group': {
    toRongcloud: async (world) => {
      const { textId, gid } = await open(world);
      await world.rc('muteGroupUsers', { groupId: textId, userId: [world.name], minute: 10 });
      return {
        act: () => world.jm('silenceGroupMembers', { path: { gid }, query: { status: false }, body: [world.name] }),
        see: async () => (await world.rc<{ users: object[] }>('listMutedGroupUsers', { groupId: textId })).users,
        is: [],
      };
    },
    toJmessage: async (world) => {
      const { textId, gid } = await owned(world);
      await world.jm('silenceGroupMembers', { path: { gid }, query: { status: true }, body: [world.name] });
      return {
        act: () => world.rc('unmuteGroupUsers', { groupId: textId, userId: [world.name] }),
        see: () => maySendToGroup(world.on.ctx, { groupId: textId, senderId: world.name }),
        is: 'yes',
      };
    },
  },

  'the end of a group': {
    toRongcloud: async (world) => {
      const { gid } = await open(world);
      return { act: () => world.jm('deleteGroup', { path: { gid } }), see: () => rcGroups(world), is: [] };
    },
    toJmessage: async (world) => {
      const { textId, gid } = await owned(world);
      return {
        act: () => world.rc('dismissGroup', { groupId: textId, userId: world.name }),
        see: () => world.jmCode('getGroup', { path: { gid } }),
        is: 899006,
      };
    },
  },
};
