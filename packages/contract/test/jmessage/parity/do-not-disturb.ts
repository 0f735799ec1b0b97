import type { Facts, World } from './passage.ts';

const other = 'ann1';
const noGroup = 999_999_999;

/** A conversation, as each dialect names it. */
interface Target {
  conversation: object;
  change(how: 'add' | 'remove'): { single?: object; group?: object };
}

type Open = (world: World) => Promise<Target>;

const withUser: Open = async () => ({
  conversation: { conversationType: 1, targetId: other },
  change: (how) => ({ single: { [how]: [other] } }),
});

const withGroup: Open = async ({ jm, name }) => {
  const { gid } = await jm<{ gid: number }>('createGroup', { body: { owner_username: name, name: 'Group' } });
  return { conversation: { conversationType: 3, targetId: String(gid) }, change: (how) => ({ group: { [how]: [gid] } }) };
};

async function rcMuted({ rc, name }: World, { conversation }: Target): Promise<number> {
  return (await rc<{ isMuted: number }>('getConversationNotification', { requestId: name, ...conversation })).isMuted;
}

/** A call that is refused in any case, and so changes nothing: for the target if that is set, else for the unknown group. */
async function jmSet({ jmCode, name }: World, { change }: Target): Promise<boolean> {
  const { single, group } = change('add');
  const code = await jmCode('setDoNotDisturb', { path: { username: name }, body: { single, group: { ...group, remove: [noGroup] } } });
  return code !== 899049;
}

const jmChange = ({ jm, name }: World, body: object) => jm('setDoNotDisturb', { path: { username: name }, body });
const rcChange = ({ rc, name }: World, { conversation }: Target, isMuted: 0 | 1) =>
  rc('setConversationNotification', { requestId: name, ...conversation, isMuted });

const opened = async (world: World, open: Open): Promise<Target> => {
  await world.register();
  return open(world);
};

const set = (open: Open): Facts[string] => ({
  toRongcloud: async (world) => {
    const target = await opened(world, open);
    return { act: () => jmChange(world, target.change('add')), see: () => rcMuted(world, target), is: 1 };
  },
  toJmessage: async (world) => {
    const target = await opened(world, open);
    return { act: () => rcChange(world, target, 1), see: () => jmSet(world, target), is: true };
  },
});

const unset = (open: Open): Facts[string] => ({
  toRongcloud: async (world) => {
    const target = await opened(world, open);
    await rcChange(world, target, 1);
    return { act: () => jmChange(world, target.change('remove')), see: () => rcMuted(world, target), is: 0 };
  },
  toJmessage: async (world) => {
    const target = await opened(world, open);
    await jmChange(world, target.change('add'));
    return { act: () => rcChange(world, target, 0), see: () => jmSet(world, target), is: false };
  },
});

export const doNotDisturbFacts: Facts = {
  'do-not-disturb for a user': set(withUser),
  'the end of do-not-disturb for a user': unset(withUser),
  'do-not-disturb for a group': set(withGroup),
  'the end of do-not-disturb for a group': unset(withGroup),
};
