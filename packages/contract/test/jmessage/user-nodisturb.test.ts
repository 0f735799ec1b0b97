import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
let gid: number;
let foreignGid: number;
beforeAll(async () => {
  on = await startTestServer();
  const body = ['owner', 'ann1', 'bob1', 'cat1'].map((username) => ({ username, password: 'secret' }));
  await on.jmessage.call('registerUsers', { body });
  gid = await createGroup(['owner', 'cat1']);
  foreignGid = await createGroup([]);
});
afterAll(() => on.stop());

const createGroup = async (members: string[]) => {
  const body = { owner_username: 'ann1', name: 'g', members_username: members };
  return ((await on.jmessage.call('createGroup', { body })).body as { gid: number }).gid;
};
const set = (username: string, body: unknown) => on.jmessage.call('setDoNotDisturb', { path: { username }, body });
const refused = (code: number, about: string | number) => ({
  status: 403,
  body: { error: { code, message: expect.stringContaining(`${about}`) } },
});
const done = { status: 204 };
const settings = async (userId: string) => {
  const targets = await on.ctx.db.selectFrom('notification_levels').select(['kind', 'target_id']).where('user_id', '=', userId).execute();
  const state = await on.ctx.db.selectFrom('user_states').select('quiet').where('user_id', '=', userId).executeTakeFirst();
  return {
    targets: targets.map(({ kind, target_id }) => `${kind === 3 ? 'group' : 'user'} ${target_id}`).sort(),
    quiet: state?.quiet ?? false,
  };
};

describe('do-not-disturb', () => {
  test('is set for users, groups and everything in one call, and unset again', async () => {
    const answer = await set('cat1', { single: { add: ['ann1', 'bob1', 'ann1'] }, group: { add: [gid] }, global: 1 });
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(await settings('cat1')).toEqual({ targets: [`group ${gid}`, 'user ann1', 'user bob1'], quiet: true });
    expect(await set('cat1', { single: { remove: ['ann1'] }, group: { remove: [gid] } })).toMatchObject(done);
    expect(await settings('cat1')).toEqual({ targets: ['user bob1'], quiet: true });
    expect(await set('cat1', { global: 0 })).toMatchObject(done);
    expect(await settings('cat1')).toEqual({ targets: ['user bob1'], quiet: false });
  });

  test('may have global repeated, on and off', async () => {
    for (const global of [0, 0, 1, 1, 0]) expect(await set('bob1', { global })).toMatchObject(done);
  });

  test('takes a call without any part, with nulls, with empty lists, and gids as text', async () => {
    for (const body of [{}, { single: {}, group: { add: null, remove: [] } }]) expect(await set('owner', body)).toMatchObject(done);
    const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
    const nulls = { method: 'POST', headers, body: '{"single":null,"group":null,"global":null}' };
    expect(await on.jmessage.fetch('/v1/users/owner/nodisturb', nulls)).toMatchObject(done);
    expect(await set('owner', { group: { add: [`${gid}`] } })).toMatchObject(done);
    expect(await settings('owner')).toEqual({ targets: [`group ${gid}`], quiet: false });
    expect(await set('owner', { group: { remove: [gid] } })).toMatchObject(done);
  });

  test('is refused for what is set already or not set, for unknown users and groups, and groups of others', async () => {
    await set('owner', { single: { add: ['ann1'] }, group: { add: [gid] } });
    expect(await set('owner', { single: { add: ['bob1', 'ann1'] } })).toMatchObject(refused(899043, 'ann1'));
    expect(await set('owner', { single: { remove: ['ann1', 'bob1'] } })).toMatchObject(refused(899044, 'bob1'));
    expect(await set('owner', { single: { add: ['nobody'] } })).toMatchObject(refused(899002, 'nobody'));
    expect(await set('owner', { single: { remove: ['nobody'] } })).toMatchObject(refused(899002, 'nobody'));
    expect(await set('owner', { group: { add: [999] } })).toMatchObject(refused(899045, 999));
    expect(await set('owner', { group: { add: [foreignGid] } })).toMatchObject(refused(899046, foreignGid));
    expect(await set('owner', { group: { add: [gid] } })).toMatchObject(refused(899047, gid));
    expect(await set('owner', { group: { remove: [foreignGid] } })).toMatchObject(refused(899049, foreignGid));
    expect(await set('owner', { group: { remove: [999] } })).toMatchObject(refused(899049, 999));
    expect(await settings('owner')).toEqual({ targets: [`group ${gid}`, 'user ann1'], quiet: false });
  });

  test('is changed by all parts of a call, or by none', async () => {
    await set('bob1', { single: { add: ['ann1'] }, global: 0 });
    const refusedLast = { single: { add: ['cat1'], remove: ['ann1'] }, group: { remove: [gid] }, global: 1 };
    expect(await set('bob1', refusedLast)).toMatchObject(refused(899049, gid));
    expect(await settings('bob1')).toEqual({ targets: ['user ann1'], quiet: false });
  });

  test('is refused when the body or a part has the wrong type', async () => {
    const wrong = [
      undefined,
      [1],
      { single: { add: 'ann1' } },
      { single: [1] },
      { group: { add: [0] } },
      { group: { add: ['x'] } },
      { global: 2 },
      { global: '1' },
    ];
    for (const body of wrong) {
      expect(await set('owner', body)).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
    }
  });
});
