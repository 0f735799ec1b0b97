import { isBlocked } from '../../../../server/src/domain/users/blocks.ts';
import { isPassword } from '../../../../server/src/domain/users/passwords.ts';
import { verifyToken } from '../../../../server/src/domain/users/tokens.ts';
import { findUser } from '../../../../server/src/store/users.ts';
import type { Facts, World } from './passage.ts';

const asName = '长😀';

async function nickname({ on, name }: World): Promise<string | undefined> {
  return ((await on.jmessage.call('getUser', { path: { username: name } })).body as { nickname?: string }).nickname;
}

async function userName({ on, name }: World): Promise<string | undefined> {
  return ((await on.rongcloud.call('getUser', { body: { userId: name } })).body as { userName?: string }).userName;
}

async function blocks({ rc, name }: World): Promise<object[]> {
  const { users } = await rc<{ users: { userId: string }[] }>('listBlockedUsers');
  return users.filter(({ userId }) => userId === name);
}

const forbid = ({ jm, name }: World, disable: boolean) => jm('setUserForbidden', { path: { username: name }, query: { disable } });

export const userFacts: Facts = {
  'a user': {
    toRongcloud: (world) => ({ act: () => world.register({ nickname: asName }), see: () => userName(world), is: asName }),
    toJmessage: (world) => ({
      act: () => world.rc('registerUser', { userId: world.name, name: asName }),
      see: () => nickname(world),
      is: asName,
    }),
  },

  'another display name': {
    toRongcloud: async (world) => {
      await world.register({ nickname: 'Old' });
      const change = { path: { username: world.name }, body: { nickname: asName } };
      return { act: () => world.jm('updateUser', change), see: () => userName(world), is: asName };
    },
    toJmessage: async (world) => {
      await world.register({ nickname: 'Old' });
      return { act: () => world.rc('updateUser', { userId: world.name, name: asName }), see: () => nickname(world), is: asName };
    },
  },

  'no display name': {
    toRongcloud: async (world) => {
      await world.register({ nickname: 'Old' });
      const change = { path: { username: world.name }, body: { nickname: '' } };
      return { act: () => world.jm('updateUser', change), see: () => userName(world), is: '' };
    },
    toJmessage: async (world) => {
      await world.register({ nickname: 'Old' });
      return { act: () => world.rc('deactivateUsers', { userId: [world.name] }), see: () => nickname(world), is: undefined };
    },
  },

  'the end of a user': {
    toRongcloud: async (world) => {
      await world.register();
      const path = { username: world.name };
      return { act: () => world.jm('deleteUser', { path }), see: () => world.rcCode('getUser', { userId: world.name }), is: 1002 };
    },
    // RongCloud deletes nobody; the name of who is deactivated is taken.
    toJmessage: (world) => ({
      act: () => world.rc('deactivateUsers', { userId: [world.name] }),
      see: async () => {
        const { body } = await world.on.jmessage.call('registerUsers', { body: [{ username: world.name, password: 'secret' }] });
        await world.on.jmessage.call('deleteUser', { path: { username: world.name } });
        return (body as { error?: { code: number } }[])[0]!.error?.code;
      },
      is: 899001,
    }),
  },

  'what a password does to a token, and a token to a password': {
    toRongcloud: async (world) => {
      const { token } = await world.rc<{ token: string }>('registerUser', { userId: world.name });
      const first = { path: { username: world.name }, body: { new_password: 'first' } };
      return {
        act: () => world.jm('changePassword', first),
        see: async () => (await verifyToken(world.on.ctx, token)) !== undefined,
        is: false,
      };
    },
    toJmessage: async (world) => {
      await world.register();
      const tokens: string[] = [];
      return {
        act: async () => tokens.push((await world.rc<{ token: string }>('registerUser', { userId: world.name })).token),
        see: async () => {
          const user = await findUser(world.on.ctx.db, world.on.app.id, world.name);
          const holders = await Promise.all(tokens.map((token) => verifyToken(world.on.ctx, token)));
          return {
            password: await isPassword(world.on.ctx, { text: 'secret' }, user!.password_hash!),
            holders: holders.map((holder) => holder?.userId),
          };
        },
        is: { password: true, holders: [world.name] },
      };
    },
  },

  'a block': {
    toRongcloud: async (world) => {
      await world.register();
      const endless = { userId: world.name, blockEndTime: '9999-12-31 23:59:59' };
      return { act: () => forbid(world, true), see: () => blocks(world), is: [endless] };
    },
    // No call of JMessage reads it.
    toJmessage: async (world) => {
      await world.register();
      const block = { userId: [world.name], minute: 10 };
      return { act: () => world.rc('blockUsers', block), see: () => isBlocked(world.on.ctx, world.name), is: true };
    },
  },

  'the end of a block': {
    toRongcloud: async (world) => {
      await world.register();
      await world.rc('blockUsers', { userId: [world.name], minute: 10 });
      return { act: () => forbid(world, false), see: () => blocks(world), is: [] };
    },
    toJmessage: async (world) => {
      await world.register();
      await forbid(world, true);
      return {
        act: () => world.rc('unblockUsers', { userId: [world.name] }),
        see: () => isBlocked(world.on.ctx, world.name),
        is: false,
      };
    },
  },

  'a place on the list of blocked users of a user': {
    toRongcloud: async (world) => {
      await world.register();
      return {
        act: () => world.jm('addToBlacklist', { path: { username: world.name }, body: ['ann1'] }),
        see: async () => (await world.rc<{ users: string[] }>('listBlocklistUsers', { userId: world.name })).users,
        is: ['ann1'],
      };
    },
    toJmessage: async (world) => {
      await world.register();
      return {
        act: () => world.rc('addBlocklistUsers', { userId: world.name, blackUserId: ['ann1'] }),
        see: async () => {
          const list = await world.jm<{ username: string }[]>('getBlacklist', { path: { username: world.name } });
          return list.map(({ username }) => username);
        },
        is: ['ann1'],
      };
    },
  },
};
