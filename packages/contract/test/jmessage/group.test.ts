import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann', 'bob');
});
afterAll(() => on.stop());

const refused = (status: number, code: number) => ({ status, body: { error: { code } } });
const create = (body: object) => on.jmessage.call('createGroup', { body });
const make = async (fields: object = {}) =>
  ((await create({ owner_username: 'owner', name: 'Group', ...fields })).body as { gid: number }).gid;
const of = (operationId: string, gid: unknown, input: object = {}) => on.jmessage.call(operationId, { path: { gid }, ...input });
const memberNames = async (gid: number) =>
  ((await of('listGroupMembers', gid)).body as { username: string }[]).map(({ username }) => username);
const total = async () => ((await on.jmessage.call('listGroups')).body as { total: number }).total;

describe('creating', () => {
  test('answers the group with the members given, without the owner', async () => {
    const { status, body } = await create({
      owner_username: 'owner',
      name: '群聊天室',
      members_username: ['ann', 'bob'],
      avatar: 'qiniu/image/1',
      desc: '运动',
      flag: 1,
    });
    expect([status, body]).toEqual([
      201,
      {
        gid: expect.any(Number),
        owner_username: 'owner',
        name: '群聊天室',
        members_username: ['ann', 'bob'],
        desc: '运动',
        avatar: 'qiniu/image/1',
        appkey: on.app.key,
        MaxMemberCount: 500,
        mtime: '2026-01-31 10:38:19',
        ctime: '2026-01-31 10:38:19',
      },
    ]);
    const { gid } = body as { gid: number };
    expect(await memberNames(gid)).toEqual(['owner', 'ann', 'bob']);
    // Official SDKs want at least 4 digits and at most 32 bits.
    expect(gid).toBeGreaterThanOrEqual(10_000_001);
    expect(gid).toBeLessThan(2 ** 31);
  });

  test('takes what the official SDKs send for a group with the least', async () => {
    const least = { owner_username: 'owner', name: 'Least' };
    const bodies = {
      php: { ...least, members_username: [], avatar: null, desc: null, flag: null },
      java: { ...least, flag: 0 },
      csharp: { ...least, item: ['ann'], gid: null, members_username: null },
    };
    for (const body of Object.values(bodies)) {
      const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
      const answer = await on.jmessage.fetch('/v1/groups/', { method: 'POST', headers, body: JSON.stringify(body) });
      expect(answer).toMatchObject({ status: 201, body: { desc: '', members_username: [] } });
    }
  });

  test('a name that comes twice, and the owner among the members, count once', async () => {
    const { body } = await create({ owner_username: 'owner', name: 'Twice', members_username: ['ann', 'owner', 'ann'] });
    expect(body).toMatchObject({ members_username: ['ann'] });
    expect(await memberNames((body as { gid: number }).gid)).toEqual(['owner', 'ann']);
  });

  test('lengths are counted in bytes', async () => {
    const accepted = { name: `${'é'.repeat(31)}xx`, desc: `${'字'.repeat(83)}x`, avatar: 'a'.repeat(250) };
    expect(await create({ owner_username: 'owner', ...accepted })).toMatchObject({ status: 201, body: accepted });
    for (const wrong of [{ name: `${'é'.repeat(32)}x` }, { desc: `${'字'.repeat(83)}xy` }, { avatar: 'a'.repeat(251) }]) {
      expect(await create({ owner_username: 'owner', name: 'Group', ...wrong })).toMatchObject(refused(400, 899003));
    }
  });

  test('a name is needed, which may be empty or have lines; so is an owner; a flag is 0, 1 or 2', async () => {
    expect(await create({ owner_username: 'owner' })).toMatchObject({
      body: { error: { code: 899003, message: 'parameter invalid: name is required' } },
    });
    expect(await create({ name: 'Group' })).toMatchObject(refused(400, 899003));
    for (const name of ['', 'a\nb', 'a\r\nb', ' ', '\t😀'])
      expect(await create({ owner_username: 'owner', name })).toMatchObject({ status: 201, body: { name } });
    for (const wrong of [{ name: true }, { flag: 3 }, { flag: '1' }, { members_username: 'ann' }]) {
      expect(await create({ owner_username: 'owner', name: 'Group', ...wrong })).toMatchObject(refused(400, 899003));
    }
  });

  test('with a user who does not exist makes nothing', async () => {
    const before = await total();
    expect(await create({ owner_username: 'nobody', name: 'Group' })).toMatchObject({
      status: 403,
      body: { error: { code: 899002, message: 'No such user: nobody' } },
    });
    expect(await create({ owner_username: 'owner', name: 'Group', members_username: ['ann', 'nobody'] })).toMatchObject(
      refused(403, 899002),
    );
    expect(await total()).toBe(before);
  });

  test('500 people fit, the owner included', async () => {
    const members_username = ids('fit', 500);
    await insertUsers(on, ...members_username);
    const before = await total();
    expect(await create({ owner_username: 'owner', name: 'Group', members_username })).toMatchObject(refused(403, 899012));
    expect(await create({ owner_username: 'owner', name: 'Group', members_username: ids('fit', 501) })).toMatchObject(refused(400, 899003));
    expect(await total()).toBe(before);
    expect(await create({ owner_username: 'fit0', name: 'Group', members_username })).toMatchObject({ status: 201 });
  });

  test('a user is in 500 groups at most, whichever dialect made them', async () => {
    await insertUsers(on, 'busy');
    const group = Object.fromEntries(ids('open', 499).map((id) => [id, id]));
    await on.rongcloud.call('syncUserGroups', { body: { userId: 'busy', group } });
    expect(await create({ owner_username: 'owner', name: 'Group', members_username: ['busy'] })).toMatchObject({ status: 201 });
    expect(await create({ owner_username: 'owner', name: 'Group', members_username: ['ann', 'busy'] })).toMatchObject({
      status: 403,
      body: { error: { code: 899015, message: 'The groups of this user are full: busy' } },
    });
    expect(await create({ owner_username: 'busy', name: 'Group' })).toMatchObject(refused(403, 899015));
  });

  test('the text id is the gid; gids that other groups have as text are passed over', async () => {
    const last = await make();
    const taken = ids('', 4).map((_, index) => String(last + 5 + index));
    // Each of them takes one gid of its own.
    for (const groupId of taken) await on.rongcloud.call('createGroup', { body: { groupId, groupName: 'Taken', userId: ['ann'] } });
    expect(await make()).toBe(last + 9);
    const { body } = await on.rongcloud.call('listGroupMembers', { body: { groupId: String(last + 9) } });
    expect(body).toMatchObject({ users: [{ id: 'owner' }] });
  });

  test('many at once get gids of their own', async () => {
    const gids = await Promise.all(ids('once', 20).map((name) => make({ name, members_username: ['ann', 'bob'] })));
    expect(new Set(gids).size).toBe(20);
  });
});

describe('reading', () => {
  test('shows a group without what it does not have', async () => {
    const gid = await make();
    expect((await of('getGroup', gid)).body).toEqual({
      gid,
      name: 'Group',
      desc: '',
      owner_username: 'owner',
      appkey: on.app.key,
      MaxMemberCount: 500,
      mtime: '2026-01-31 10:38:19',
      ctime: '2026-01-31 10:38:19',
    });
  });

  test.each(['getGroup', 'deleteGroup', 'listGroupMembers'])('%s refuses an unknown gid and what is no gid', async (operationId) => {
    for (const gid of [1, 2 ** 31, Number.MAX_SAFE_INTEGER]) expect(await of(operationId, gid)).toMatchObject(refused(403, 899006));
    for (const gid of ['abc', '0', '-1', '1.5', '9007199254740993', '1e400', '__proto__', ' ']) {
      expect(await of(operationId, gid)).toMatchObject(refused(400, 899003));
    }
  });

  test('groups belong to their app', async () => {
    const gid = await make();
    const other = await on.addApp();
    expect(await other.jmessage.call('getGroup', { path: { gid } })).toMatchObject(refused(403, 899006));
    expect((await other.jmessage.call('listGroups')).body).toEqual({ total: 0, start: 0, count: 0, groups: [] });
    expect(await other.jmessage.call('deleteGroup', { path: { gid } })).toMatchObject(refused(403, 899006));
    expect(await other.jmessage.call('updateGroup', { path: { gid }, body: { name: 'x' } })).toMatchObject(refused(403, 899006));
  });
});

describe('changing', () => {
  test('sets what is given and the time of change, and can clear all of it', async () => {
    const gid = await make({ desc: 'old', avatar: 'old' });
    on.clock.advance(1000);
    expect(await of('updateGroup', gid, { body: { name: 'New' } })).toMatchObject({ status: 204 });
    expect(await of('getGroup', gid)).toMatchObject({ body: { name: 'New', desc: 'old', avatar: 'old', mtime: '2026-01-31 10:38:20' } });
    await of('updateGroup', gid, { body: { desc: '', avatar: '' } });
    const { body } = await of('getGroup', gid);
    expect(body).toMatchObject({ name: 'New', desc: '', ctime: '2026-01-31 10:38:19' });
    expect(body).not.toHaveProperty('avatar');
    expect(await of('updateGroup', gid, { body: { name: '' } })).toMatchObject({ status: 204 });
    expect(await of('getGroup', gid)).toMatchObject({ body: { name: '' } });
    const groups = await on.rongcloud.call('listUserGroups', { body: { userId: 'owner' } });
    expect(groups).toMatchObject({ body: { groups: expect.arrayContaining([{ id: String(gid), name: '' }]) } });
  });

  test('ignores what cannot be changed, as the C# SDK sends it, but needs something', async () => {
    const gid = await make();
    const body = { gid: 0, owner_username: 'ann', flag: 0, MaxMemberCount: 9, desc: 'new' };
    expect(await of('updateGroup', gid, { body })).toMatchObject({ status: 204 });
    expect(await of('getGroup', gid)).toMatchObject({ body: { name: 'Group', desc: 'new', owner_username: 'owner', MaxMemberCount: 500 } });
    for (const nothing of [{}, { owner_username: 'ann' }]) {
      expect(await of('updateGroup', gid, { body: nothing })).toMatchObject(refused(400, 899003));
    }
  });

  test('holds the limits and the group', async () => {
    const gid = await make();
    for (const body of [{ name: 'é'.repeat(33) }, { name: 'é'.repeat(129) }, { desc: '字'.repeat(84) }]) {
      expect(await of('updateGroup', gid, { body })).toMatchObject(refused(400, 899003));
    }
    expect(await of('updateGroup', 1, { body: { name: 'x' } })).toMatchObject(refused(403, 899006));
  });
});

describe('deleting', () => {
  test('ends the group for its members, once', async () => {
    await insertUsers(on, 'del');
    const gid = await make({ members_username: ['del'] });
    expect(await of('deleteGroup', gid)).toMatchObject({ status: 204 });
    expect(await of('getGroup', gid)).toMatchObject(refused(403, 899006));
    expect((await on.jmessage.call('listUserGroups', { path: { username: 'del' } })).body).toEqual([]);
    expect(await of('deleteGroup', gid)).toMatchObject(refused(403, 899006));
  });
});

describe('lists', () => {
  test('groups come in order of creation, in pages with the real total', async () => {
    const { rongcloud, jmessage } = await on.addApp();
    for (const groupId of ['one', 'two', 'three']) await rongcloud.call('joinGroup', { body: { groupId, userId: ['ann'] } });
    const list = async (query: object) => {
      const { groups, ...page } = (await jmessage.call('listGroups', { query: query as Record<string, unknown> })).body as {
        groups: { name: string }[];
      };
      return { ...page, names: groups.map(({ name }) => name) };
    };
    expect(await list({})).toEqual({ total: 3, start: 0, count: 3, names: ['one', 'two', 'three'] });
    expect(await list({ start: 1, count: 1 })).toEqual({ total: 3, start: 1, count: 1, names: ['two'] });
    expect(await list({ start: 2, count: 500 })).toEqual({ total: 3, start: 2, count: 1, names: ['three'] });
    expect(await list({ start: 3 })).toEqual({ total: 3, start: 3, count: 0, names: [] });
    for (const query of [{ count: 0 }, { count: 501 }, { start: -1 }, { start: 'x' }]) {
      expect(await jmessage.call('listGroups', { query })).toMatchObject(refused(400, 899003));
    }
  });

  test("a user's groups come in order of joining; the user must exist", async () => {
    await insertUsers(on, 'lou');
    const first = await make();
    const second = await make({ members_username: ['lou'] });
    await of('addGroupMembers', first, { body: ['lou'] });
    const { body } = await on.jmessage.call('listUserGroups', { path: { username: 'lou' } });
    expect((body as { gid: number }[]).map(({ gid }) => gid)).toEqual([second, first]);
    expect(await on.jmessage.call('listUserGroups', { path: { username: 'nobody' } })).toMatchObject(refused(403, 899002));
    expect(await on.jmessage.call('listUserGroups', { path: { username: 'a,b' } })).toMatchObject(refused(400, 899003));
  });

  test('every path is served with a trailing slash too', async () => {
    const gid = await make();
    const headers = await on.jmessage.credentials();
    for (const path of ['/v1/groups', `/v1/groups/${gid}`, `/v1/groups/${gid}/members`, '/v1/users/owner/groups']) {
      expect(await on.jmessage.fetch(`${path}/`, { method: 'GET', headers })).toMatchObject({ status: 200 });
    }
  });
});
