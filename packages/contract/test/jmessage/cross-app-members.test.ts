import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { QueryCounter } from '../support/query-count.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

const queries = new QueryCounter();
let on: TestServer;
let other: OtherApp;
let third: OtherApp;
beforeAll(async () => {
  on = await startTestServer(queries);
  [other, third] = [await addTrustingApp(on), await addTrustingApp(on)];
  await insertUsers(on, 'owner', 'ann', 'bob');
  await other.insertUsers('ann', 'bob', 'cid', 'dan');
  await third.insertUsers('ann', 'eve');
});
afterAll(() => on.stop());

interface Member {
  username: string;
  appkey?: string;
  flag: number;
}

const done = { status: 204, body: undefined };
const refused = (code: number, about = '', status = 403) => ({
  status,
  body: { error: { code, message: expect.stringContaining(about) } },
});
const of = (operationId: string, gid: unknown, body?: unknown) => on.jmessage.call(operationId, { path: { gid }, body });
const change = (gid: number, ...body: object[]) => of('changeCrossGroupMembers', gid, body);

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Group', members_username } });
  return (body as { gid: number }).gid;
}

/** Names in order; of the second app behind a dot, of the third behind a colon, the owner's with a star. */
async function membersOf(gid: number): Promise<string> {
  const marks = new Map([
    [other.app.key, '.'],
    [third.app.key, ':'],
  ]);
  const members = (await of('listCrossGroupMembers', gid)).body as Member[];
  return members.map(({ username, appkey, flag }) => `${marks.get(appkey!) ?? ''}${username}${flag === 1 ? '*' : ''}`).join(' ');
}

describe('members of all apps', () => {
  test('are added and removed, and the same name in two apps is two members', async () => {
    const gid = await make('ann');
    expect(await change(gid, { appkey: other.app.key, add: ['ann', 'cid'] })).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* ann .ann .cid');
    expect(await change(gid, { appkey: other.app.key, remove: ['ann'] })).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* ann .cid');
    expect(await of('removeGroupMembers', gid, ['ann'])).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* .cid');
  });

  test('may be of several apps in one call, of one app twice, and of the own', async () => {
    const gid = await make('ann');
    const changes = [
      { appkey: other.app.key, add: ['cid'] },
      { appkey: on.app.key, add: ['bob'], remove: ['ann'] },
      { appkey: third.app.key, add: ['eve', 'eve'] },
      { appkey: other.app.key, add: ['dan', 'cid'] },
    ];
    expect(await change(gid, ...changes)).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* .cid bob :eve .dan');
  });

  test('are added in every entry before any is removed', async () => {
    const gid = await make();
    await change(gid, { appkey: on.app.key, remove: ['owner'] }, { appkey: other.app.key, add: ['cid'] });
    expect(await membersOf(gid)).toBe('.cid*');
  });

  test('have their app and their profile in the list; in the plain one the app of strangers to the group', async () => {
    const gid = await make();
    await other.jmessage.call('updateUser', { path: { username: 'cid' }, body: { nickname: 'Cid', gender: 2 } });
    await change(gid, { appkey: other.app.key, add: ['cid'] });
    const cid = { username: 'cid', appkey: other.app.key, nickname: 'Cid', gender: 2, flag: 0 };
    const cross = await of('listCrossGroupMembers', gid);
    expect(cross.body).toEqual([{ username: 'owner', appkey: on.app.key, flag: 1 }, cid]);
    expect((await of('listGroupMembers', gid)).body).toEqual([{ username: 'owner', flag: 1 }, cid]);
  });

  test('see the group from their own side, and their app cannot touch it', async () => {
    const gid = await make('ann');
    await change(gid, { appkey: other.app.key, add: ['cid', 'ann'] });
    const { body } = await other.jmessage.call('listCrossUserGroups', { path: { username: 'cid' } });
    const group = { name: 'Group', desc: '', appkey: on.app.key, max_member_count: 500, mtime: '2026-01-31 10:38:19' };
    expect(body).toEqual(expect.arrayContaining([{ gid, ...group, ctime: '2026-01-31 10:38:19' }]));
    expect((await other.jmessage.call('listUserGroups', { path: { username: 'cid' } })).body).toEqual([]);
    for (const operationId of ['getGroup', 'listGroupMembers', 'listCrossGroupMembers', 'deleteGroup']) {
      expect(await other.jmessage.call(operationId, { path: { gid } })).toMatchObject(refused(899006));
    }
    const foreign = [{ appkey: other.app.key, remove: ['cid'] }];
    expect(await other.jmessage.call('changeCrossGroupMembers', { path: { gid }, body: foreign })).toMatchObject(refused(899006));
    const silence = { path: { gid }, query: { status: true }, body: ['cid'] };
    expect(await on.jmessage.call('silenceGroupMembers', silence)).toMatchObject(refused(899002, 'cid'));
  });

  test('of a user are listed for all apps in the order of joining', async () => {
    await insertUsers(on, 'joiner');
    const own = await make('joiner');
    const { body } = await other.jmessage.call('createGroup', { body: { owner_username: 'cid', name: 'Foreign' } });
    const foreign = (body as { gid: number }).gid;
    const joining = [{ appkey: on.app.key, add: ['joiner'] }];
    await other.jmessage.call('changeCrossGroupMembers', { path: { gid: foreign }, body: joining });
    const list = async (operationId: string) => (await on.jmessage.call(operationId, { path: { username: 'joiner' } })).body;
    expect(await list('listCrossUserGroups')).toMatchObject([
      { gid: own, appkey: on.app.key },
      { gid: foreign, appkey: other.app.key, name: 'Foreign' },
    ]);
    expect(await list('listUserGroups')).toMatchObject([{ gid: own }]);
  });
});

describe('a call is refused', () => {
  test('for apps that do not trust the own one, known or not', async () => {
    const gid = await make();
    const { app } = await on.addApp();
    for (const appkey of [app.key, 'no-such-app', ' ', '字']) {
      const changes = [
        { appkey: other.app.key, add: ['cid'] },
        { appkey, add: ['ann'] },
      ];
      expect(await change(gid, ...changes)).toMatchObject(refused(899020, appkey));
    }
    expect(await membersOf(gid)).toBe('owner*');
  });

  test('for users who do not exist in their app, and members, of whatever entry, and nobody is added', async () => {
    const gid = await make('ann');
    const cid = { appkey: other.app.key, add: ['cid'] };
    expect(await change(gid, cid, { appkey: third.app.key, add: ['cid'] })).toMatchObject(refused(899002, 'cid'));
    expect(await change(gid, cid, { appkey: third.app.key, remove: ['cid'] })).toMatchObject(refused(899002, 'cid'));
    expect(await change(gid, cid, { appkey: on.app.key, add: ['ann'] })).toMatchObject(refused(899011, 'ann', 400));
    expect(await change(gid, { appkey: other.app.key, add: ['ann'] })).toMatchObject(done);
    expect(await change(gid, cid, { appkey: other.app.key, add: ['ann'] })).toMatchObject(refused(899011, 'ann', 400));
    expect(await membersOf(gid)).toBe('owner* ann .ann');
  });

  test('half for a user to remove who is no member: all additions stand, nobody is removed', async () => {
    const gid = await make('ann');
    const changes = [
      { appkey: on.app.key, add: ['bob'], remove: ['ann'] },
      { appkey: other.app.key, remove: ['ann'] },
      { appkey: third.app.key, add: ['eve'] },
    ];
    expect(await change(gid, ...changes)).toMatchObject(refused(899014, 'ann'));
    expect(await membersOf(gid)).toBe('owner* ann bob :eve');
  });

  test('for unknown groups and foreign ones', async () => {
    const { body } = await other.jmessage.call('createGroup', { body: { owner_username: 'cid', name: 'Foreign' } });
    for (const gid of [1, (body as { gid: number }).gid]) {
      expect(await change(gid, { appkey: other.app.key, add: ['cid'] })).toMatchObject(refused(899006));
      expect(await of('listCrossGroupMembers', gid)).toMatchObject(refused(899006));
    }
    expect(await of('changeCrossGroupMembers', 'x', [{ appkey: other.app.key, add: ['cid'] }])).toMatchObject(refused(899003, '', 400));
  });

  test('when an entry names nobody, or all entries together too many', async () => {
    const gid = await make();
    const appkey = other.app.key;
    for (const entry of [{ appkey }, { appkey, add: [] }, { appkey, add: [], remove: [] }]) {
      const about = '[1].add or remove is required';
      expect(await change(gid, { appkey, add: ['cid'] }, entry)).toMatchObject(refused(899003, about, 400));
    }
    const half = { appkey, add: ids('n', 251) };
    expect(await change(gid, half, half)).toMatchObject(refused(899003, 'add must have at most 500', 400));
    expect(await membersOf(gid)).toBe('owner*');
  });
});

describe('limits', () => {
  test('of the group count members of all apps', async () => {
    const gid = await make();
    await other.insertUsers(...ids('full', 499));
    expect(await change(gid, { appkey: other.app.key, add: ids('full', 499) })).toMatchObject(done);
    expect(await of('addGroupMembers', gid, ['ann'])).toMatchObject(refused(899012));
    expect(await change(gid, { appkey: third.app.key, add: ['eve'] })).toMatchObject(refused(899012));
    const exchange = { appkey: other.app.key, add: ['cid'], remove: ['full0'] };
    expect(await change(gid, exchange)).toMatchObject(refused(899012));
    await change(gid, { appkey: other.app.key, remove: ['full0'] });
    expect(await of('addGroupMembers', gid, ['ann'])).toMatchObject(done);
  });

  test('of groups count those of all apps, for each user of a name alone', async () => {
    await insertUsers(on, 'busy');
    await other.insertUsers('busy');
    const group = Object.fromEntries(ids('open', 499).map((id) => [id, id]));
    await other.rongcloud.call('syncUserGroups', { body: { userId: 'busy', group } });
    const [first, second] = [await make(), await make()];
    expect(await change(first, { appkey: other.app.key, add: ['busy'] })).toMatchObject(done);
    expect(await change(second, { appkey: other.app.key, add: ['busy'] })).toMatchObject(refused(899015, 'busy'));
    expect(await of('addGroupMembers', second, ['busy'])).toMatchObject(done);
    const made = await other.jmessage.call('createGroup', { body: { owner_username: 'busy', name: 'One more' } });
    expect(made).toMatchObject(refused(899015, 'busy'));
  });
});

describe('the owner', () => {
  test('who is removed or leaves hands over to the member who joined next, of whatever app', async () => {
    const gid = await make();
    await change(gid, { appkey: other.app.key, add: ['ann', 'cid'] });
    await change(gid, { appkey: on.app.key, add: ['ann'], remove: ['owner'] });
    expect(await membersOf(gid)).toBe('.ann* .cid ann');
    expect((await of('getGroup', gid)).body).not.toHaveProperty('owner_username');
    await change(gid, { appkey: other.app.key, remove: ['ann', 'cid'] });
    expect(await membersOf(gid)).toBe('ann*');
    expect((await of('getGroup', gid)).body).toMatchObject({ owner_username: 'ann' });
  });

  test('of another app is not the own user of the same name', async () => {
    const gid = await make();
    await change(gid, { appkey: other.app.key, add: ['ann'] }, { appkey: on.app.key, add: ['ann'] });
    await of('removeGroupMembers', gid, ['owner']);
    expect(await membersOf(gid)).toBe('.ann* ann');
    await of('removeGroupMembers', gid, ['ann']);
    expect(await membersOf(gid)).toBe('.ann*');
    await other.insertUsers('owner');
    const left = await make();
    await change(left, { appkey: other.app.key, add: ['ann', 'owner'] });
    await of('removeGroupMembers', left, ['owner']);
    expect(await membersOf(left)).toBe('.ann* .owner');
  });

  test('who is the last member to be removed takes the group along', async () => {
    const gid = await make();
    await change(gid, { appkey: on.app.key, remove: ['owner'] }, { appkey: other.app.key, add: ['cid'] });
    expect(await change(gid, { appkey: other.app.key, remove: ['cid'] })).toMatchObject(done);
    expect(await of('getGroup', gid)).toMatchObject(refused(899006));
  });
});

describe('the end of an account', () => {
  test('ends its memberships in other apps, as removing does', async () => {
    await other.insertUsers('leaver');
    const [passed, alone] = [await make('ann'), await make()];
    for (const gid of [passed, alone]) {
      await change(gid, { appkey: other.app.key, add: ['leaver'] });
      await of('removeGroupMembers', gid, ['owner']);
    }
    await of('transferGroup', passed, { username: 'leaver', appkey: other.app.key });
    await other.jmessage.call('deleteUser', { path: { username: 'leaver' } });
    expect(await membersOf(passed)).toBe('ann*');
    expect(await of('getGroup', alone)).toMatchObject(refused(899006));
  });
});

describe('at once', () => {
  test('calls that add the same users of several apps succeed in one', async () => {
    const gid = await make();
    const changes = [
      { appkey: other.app.key, add: ['cid', 'dan'] },
      { appkey: third.app.key, add: ['eve'] },
    ];
    const answers = await Promise.all([change(gid, ...changes), change(gid, ...changes.toReversed())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 400]);
    expect((await membersOf(gid)).split(' ').sort()).toEqual(['.cid', '.dan', ':eve', 'owner*']);
  });

  test('lists in opposite orders into several groups of two apps wait for each other', async () => {
    const names = ids('crowd', 20);
    await Promise.all([insertUsers(on, ...names), other.insertUsers(...names)]);
    const gids = await Promise.all(ids('g', 4).map(() => make()));
    const entries = (add: string[]) => [
      { appkey: on.app.key, add },
      { appkey: other.app.key, add },
    ];
    const ours = gids.map((gid, index) => change(gid, ...(index % 2 ? entries(names) : entries(names.toReversed()).toReversed())));
    const theirs = ids('t', 4).map(async (name) => {
      const { body } = await other.jmessage.call('createGroup', { body: { owner_username: 'cid', name } });
      return other.jmessage.call('changeCrossGroupMembers', { path: { gid: (body as { gid: number }).gid }, body: entries(names) });
    });
    const answers = await Promise.all([...ours, ...theirs]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
  });
});

test('the number of statements does not grow with the number of apps and users', async () => {
  const names = ids('q', 50);
  await Promise.all([insertUsers(on, ...names), other.insertUsers(...names), third.insertUsers(...names)]);
  const [one, several] = [await make(), await make()];
  for (const side of ['add', 'remove']) {
    const entry = ({ app }: Pick<OtherApp, 'app'>, users: string[]) => ({ appkey: app.key, [side]: users });
    const single = await queries.of(() => change(one, entry(other, ['q0'])));
    expect(await queries.of(() => change(several, entry(other, names), entry(on, names), entry(third, names)))).toBe(single);
  }
  const list = (gid: number) => queries.of(() => of('listCrossGroupMembers', gid));
  const short = await list(one);
  await change(several, { appkey: other.app.key, add: names });
  expect(await list(several)).toBe(short);
});
