import type { Facts, World } from './passage.ts';

// A cross-app call takes users of the own app too, and does then what the plain call does.

interface Calls {
  add: string;
  remove: string;
  list: string;
  /** Names as the calls take them. */
  named(world: World, userIds: string[]): unknown;
}

const plain: Calls = {
  add: 'addToBlacklist',
  remove: 'removeFromBlacklist',
  list: 'getBlacklist',
  named: (_, userIds) => userIds,
};

const crossApp: Calls = {
  add: 'addToCrossBlacklist',
  remove: 'removeFromCrossBlacklist',
  list: 'getCrossBlacklist',
  named: ({ on }, usernames) => [{ appkey: on.app.key, usernames }],
};

const other = 'ann1';

async function rcBlocked({ rc, name }: World): Promise<string[]> {
  return (await rc<{ users: string[] }>('listBlocklistUsers', { userId: name })).users;
}

async function jmBlocked({ jm, name }: World, { list }: Calls): Promise<string[]> {
  return (await jm<{ username: string }[]>(list, { path: { username: name } })).map(({ username }) => username);
}

const rcBlock = ({ rc, name }: World) => rc('addBlocklistUsers', { userId: name, blackUserId: [other] });

function blacklistFacts(calls: Calls): { added: Facts[string]; removed: Facts[string] } {
  const change = (world: World, operationId: string) => () =>
    world.jm(operationId, { path: { username: world.name }, body: calls.named(world, [other]) });
  return {
    added: {
      toRongcloud: async (world) => {
        await world.register();
        return { act: change(world, calls.add), see: () => rcBlocked(world), is: [other] };
      },
      toJmessage: async (world) => {
        await world.register();
        return { act: () => rcBlock(world), see: () => jmBlocked(world, calls), is: [other] };
      },
    },
    removed: {
      toRongcloud: async (world) => {
        await world.register();
        await rcBlock(world);
        return { act: change(world, calls.remove), see: () => rcBlocked(world), is: [] };
      },
      toJmessage: async (world) => {
        await world.register();
        await change(world, calls.add)();
        const lift = { userId: world.name, blackUserId: [other] };
        return { act: () => world.rc('removeBlocklistUsers', lift), see: () => jmBlocked(world, calls), is: [] };
      },
    },
  };
}

/** A group that the user of the world's name owns. */
async function ownGroup({ jm, name, register }: World): Promise<number> {
  await register();
  return (await jm<{ gid: number }>('createGroup', { body: { owner_username: name, name: 'Group' } })).gid;
}

async function rcMembers({ rc }: World, gid: number): Promise<string[]> {
  return (await rc<{ users: { id: string }[] }>('listGroupMembers', { groupId: String(gid) })).users.map(({ id }) => id);
}

async function jmMembers({ jm }: World, gid: number): Promise<string[]> {
  return (await jm<{ username: string }[]>('listCrossGroupMembers', { path: { gid } })).map(({ username }) => username);
}

const changeMembers = ({ jm, on }: World, gid: number, lists: object) =>
  jm('changeCrossGroupMembers', { path: { gid }, body: [{ appkey: on.app.key, ...lists }] });

const blacklist = blacklistFacts(plain);
const crossBlacklist = blacklistFacts(crossApp);

export const crossAppFacts: Facts = {
  'a user on a blacklist': blacklist.added,
  'a user off a blacklist': blacklist.removed,
  'a user on a blacklist, by a cross-app call': crossBlacklist.added,
  'a user off a blacklist, by a cross-app call': crossBlacklist.removed,

  'a group member, by a cross-app call': {
    toRongcloud: async (world) => {
      const gid = await ownGroup(world);
      return { act: () => changeMembers(world, gid, { add: [other] }), see: () => rcMembers(world, gid), is: [world.name, other] };
    },
    toJmessage: async (world) => {
      const gid = await ownGroup(world);
      const join = { groupId: String(gid), userId: [other] };
      return { act: () => world.rc('joinGroup', join), see: () => jmMembers(world, gid), is: [world.name, other] };
    },
  },

  'a member who left a group, by a cross-app call': {
    toRongcloud: async (world) => {
      const gid = await ownGroup(world);
      await world.rc('joinGroup', { groupId: String(gid), userId: [other] });
      return { act: () => changeMembers(world, gid, { remove: [other] }), see: () => rcMembers(world, gid), is: [world.name] };
    },
    toJmessage: async (world) => {
      const gid = await ownGroup(world);
      await changeMembers(world, gid, { add: [other] });
      const quit = { groupId: String(gid), userId: [other] };
      return { act: () => world.rc('quitGroup', quit), see: () => jmMembers(world, gid), is: [world.name] };
    },
  },
};
