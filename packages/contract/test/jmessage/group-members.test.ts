import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann', 'bob', 'cid', 'dan');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, status = 403) => ({ status, body: { error: { code } } });
const of = (operationId: string, gid: unknown, body?: unknown) => on.jmessage.call(operationId, { path: { gid }, body });
const change = (gid: number, body: object) => of('changeGroupMembers', gid, body);

async function send(gid: number, body: string) {
  const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
  return on.jmessage.fetch(`/v1/groups/${gid}/members/`, { headers, body });
}

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Group', members_username } });
  return (body as { gid: number }).gid;
}

/** Names in order, the owner's with a star. */
async function membersOf(gid: number): Promise<string> {
  const members = (await of('listGroupMembers', gid)).body as { username: string; flag: number }[];
  return members.map(({ username, flag }) => (flag === 1 ? `${username}*` : username)).join(' ');
}

/** Fills the group to 500 members. */
async function fill(gid: number, prefix: string): Promise<void> {
  const present = ((await of('listGroupMembers', gid)).body as unknown[]).length;
  const userIds = ids(prefix, 500 - present);
  await insertUsers(on, ...userIds);
  await of('addGroupMembers', gid, userIds);
}

describe('adding and removing in one call', () => {
  test('adds, then removes', async () => {
    const gid = await make('ann');
    expect(await change(gid, { add: ['bob', 'cid'], remove: ['ann', 'cid'] })).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* bob');
  });

  test('takes a list that is empty, null or missing beside one that is not', async () => {
    const gid = await make();
    expect(await change(gid, { add: ['ann'], remove: [] })).toMatchObject(done);
    expect(await change(gid, { add: [], remove: ['ann'] })).toMatchObject(done);
    expect(await send(gid, '{"add":["ann","ann"],"remove":null}')).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* ann');
    for (const body of [{}, { add: [] }, { add: [], remove: [] }]) {
      expect(await change(gid, body)).toMatchObject(refused(899003, 400));
    }
    expect(await change(gid, { add: ids('n', 501) })).toMatchObject(refused(899003, 400));
  });

  test('with a name to remove that is no member the additions stand and nobody is removed', async () => {
    const gid = await make('ann');
    expect(await change(gid, { add: ['bob'], remove: ['ann', 'dan'] })).toMatchObject({
      status: 403,
      body: { error: { code: 899014, message: 'There are user not exist in this group: dan' } },
    });
    expect(await membersOf(gid)).toBe('owner* ann bob');
  });

  test('changes nothing when a user does not exist, on either side, or is a member already', async () => {
    const gid = await make('ann');
    expect(await change(gid, { add: ['bob', 'nobody'] })).toMatchObject(refused(899002));
    expect(await change(gid, { add: ['bob'], remove: ['ann', 'nobody'] })).toMatchObject(refused(899002));
    expect(await change(gid, { add: ['bob', 'ann'], remove: ['owner'] })).toMatchObject({
      status: 400,
      body: { error: { code: 899011, message: 'Repeat to add the members: ann' } },
    });
    expect(await membersOf(gid)).toBe('owner* ann');
  });

  test('counts the places before the removals', async () => {
    const gid = await make('ann');
    await fill(gid, 'c');
    expect(await change(gid, { add: ['bob'], remove: ['ann'] })).toMatchObject(refused(899012));
    expect(await change(gid, { remove: ['ann'] })).toMatchObject(done);
    expect(await change(gid, { add: ['bob'] })).toMatchObject(done);
  });

  test('refuses an unknown group before unknown users', async () => {
    expect(await change(1, { add: ['nobody'] })).toMatchObject(refused(899006));
    expect(await of('changeGroupMembers', 'x', { add: ['ann'] })).toMatchObject(refused(899003, 400));
  });
});

describe('the version 2 calls', () => {
  test('add and remove bare lists of 1 to 500 names', async () => {
    const gid = await make();
    expect(await of('addGroupMembers', gid, ['bob', 'ann'])).toMatchObject(done);
    expect(await of('removeGroupMembers', gid, ['bob'])).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* ann');
    for (const body of [[], {}, 'ann', [true], ids('n', 501)]) {
      expect(await of('addGroupMembers', gid, body)).toMatchObject(refused(899003, 400));
      expect(await of('removeGroupMembers', gid, body)).toMatchObject(refused(899003, 400));
    }
  });

  test('are refused as the version 1 call is, changing nothing', async () => {
    const gid = await make('ann');
    expect(await of('addGroupMembers', 1, ['ann'])).toMatchObject(refused(899006));
    expect(await of('addGroupMembers', gid, ['bob', 'nobody'])).toMatchObject(refused(899002));
    expect(await of('addGroupMembers', gid, ['bob', 'ann'])).toMatchObject(refused(899011, 400));
    expect(await of('removeGroupMembers', 1, ['ann'])).toMatchObject(refused(899006));
    expect(await of('removeGroupMembers', gid, ['ann', 'nobody'])).toMatchObject(refused(899002));
    expect(await of('removeGroupMembers', gid, ['ann', 'bob'])).toMatchObject(refused(899014));
    expect(await membersOf(gid)).toBe('owner* ann');
  });
});

describe('limits', () => {
  test('the 500th member fits, a list that passes it adds nobody', async () => {
    const gid = await make();
    await insertUsers(on, ...ids('m', 500));
    expect(await of('addGroupMembers', gid, ids('m', 500))).toMatchObject(refused(899012));
    expect(await membersOf(gid)).toBe('owner*');
    expect(await of('addGroupMembers', gid, ids('m', 499))).toMatchObject(done);
    expect(await of('addGroupMembers', gid, ['m499'])).toMatchObject(refused(899012));
  });

  test('at once for the last place lets exactly one in', async () => {
    const gid = await make('ann');
    await fill(gid, 'r');
    await of('removeGroupMembers', gid, ['ann']);
    await insertUsers(on, ...ids('late', 40));
    const answers = await Promise.all(ids('late', 40).map((username) => of('addGroupMembers', gid, [username])));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  test('a user is added to a 500th group, not to another; many at once pass it no more than one', async () => {
    await insertUsers(on, 'busy');
    const group = Object.fromEntries(ids('open', 498).map((id) => [id, id]));
    await on.rongcloud.call('syncUserGroups', { body: { userId: 'busy', group } });
    const [first, ...others] = await Promise.all(ids('g', 41).map(() => make()));
    expect(await change(first!, { add: ['busy'] })).toMatchObject(done);
    const answers = await Promise.all(others.map((gid) => of('addGroupMembers', gid, ['ann', 'busy'])));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.find(({ status }) => status !== 204)).toMatchObject(refused(899015));
    expect(await change(await make(), { add: ['ann', 'busy'] })).toMatchObject(refused(899015));
  });

  test('lists in opposite orders into several groups at once wait for each other', async () => {
    const gids = await Promise.all(ids('g', 8).map(() => make()));
    const names = ids('cross', 40);
    await insertUsers(on, ...names);
    const answers = await Promise.all(gids.map((gid, index) => of('addGroupMembers', gid, index % 2 ? names : [...names].reverse())));
    expect(answers.map(({ status }) => status)).toEqual(gids.map(() => 204));
  });
});

describe('the owner', () => {
  test('hands over to the member who joined next', async () => {
    const gid = await make('ann', 'bob');
    await change(gid, { add: ['cid'], remove: ['owner'] });
    expect(await membersOf(gid)).toBe('ann* bob cid');
    expect(await of('getGroup', gid)).toMatchObject({ body: { owner_username: 'ann' } });
    await of('removeGroupMembers', gid, ['ann', 'bob']);
    expect(await membersOf(gid)).toBe('cid*');
  });

  test('hands over to a member who is added in the same call', async () => {
    const gid = await make();
    await change(gid, { add: ['dan'], remove: ['owner'] });
    expect(await membersOf(gid)).toBe('dan*');
  });

  test('who comes back is an ordinary member', async () => {
    const gid = await make('ann');
    await of('removeGroupMembers', gid, ['owner']);
    await of('addGroupMembers', gid, ['owner']);
    expect(await membersOf(gid)).toBe('ann* owner');
  });

  test('is the last to leave: the group is deleted', async () => {
    const gid = await make('ann');
    expect(await of('removeGroupMembers', gid, ['owner', 'ann'])).toMatchObject(done);
    expect(await of('getGroup', gid)).toMatchObject(refused(899006));
  });

  test('leaves while others join: the group has an owner, or is gone', async () => {
    const gid = await make();
    const answers = await Promise.all([
      of('addGroupMembers', gid, ['ann']),
      of('removeGroupMembers', gid, ['owner']),
      of('addGroupMembers', gid, ['bob']),
    ]);
    expect(answers.map(({ status }) => status)).not.toContain(500);
    const group = await of('getGroup', gid);
    if (group.status === 200) expect(await membersOf(gid)).toMatch(/\*/);
  });
});

describe('the list', () => {
  test('has the fields of the profile that are set', async () => {
    await on.jmessage.call('updateUser', {
      path: { username: 'ann' },
      body: { nickname: 'Ann', birthday: '1990-01-24', gender: 2, signature: 's', region: '', address: 'a', avatar: 'm', extras: { a: 1 } },
    });
    const gid = await make('ann');
    expect((await of('listGroupMembers', gid)).body).toEqual([
      { username: 'owner', flag: 1 },
      {
        username: 'ann',
        nickname: 'Ann',
        birthday: '1990-01-24 00:00:00',
        gender: 2,
        signature: 's',
        address: 'a',
        avatar: 'm',
        flag: 0,
      },
    ]);
  });
});
