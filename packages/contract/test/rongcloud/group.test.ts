import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const refused = (code: number, errorMessage: string) => ({ status: 400, body: { code, errorMessage } });
const ok = { status: 200, body: { code: 200 } };
const users = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

const create = (groupId: string, userId: string[], fields: object = {}) =>
  call('createGroup', { groupId, userId, groupName: groupId, ...fields });
const join = (groupId: string, userId: string[], fields: object = {}) => call('joinGroup', { groupId, userId, ...fields });

async function membersOf(groupId: string): Promise<string[]> {
  const { body } = await call('listGroupMembers', { groupId });
  return (body as { users: { id: string }[] }).users.map(({ id }) => id);
}

async function groupsOf(userId: string, page: object = {}): Promise<{ id: string; name: string }[]> {
  return ((await call('listUserGroups', { userId, ...page })).body as { groups: { id: string; name: string }[] }).groups;
}

/** Fills a group with 3000 members of no consequence. */
async function full(groupId: string): Promise<void> {
  for (const part of ['x', 'y', 'z']) await join(groupId, users(part, 1000));
}

describe('creating', () => {
  test('adds the users in their order, each once, registered or not, and answers code only', async () => {
    expect((await create('chess', ['cid', 'ann', 'cid', 'bob'])).body).toEqual({ code: 200, memberCount: 3 });
    expect(await membersOf('chess')).toEqual(['cid', 'ann', 'bob']);
  });

  test('a group that exists is joined and renamed', async () => {
    await create('again', ['a1'], { groupName: 'Old' });
    expect(await create('again', ['a2', 'a1'], { groupName: 'New' })).toMatchObject(ok);
    expect(await membersOf('again')).toEqual(['a1', 'a2']);
    expect(await groupsOf('a1')).toEqual([{ id: 'again', name: 'New' }]);
  });

  test('ids are case-sensitive text', async () => {
    await create('Case', ['c1']);
    await create('case', ['C1']);
    expect([await membersOf('Case'), await membersOf('case')]).toEqual([['c1'], ['C1']]);
  });

  test('ids and names of 64 characters fit, whatever their bytes; one more does not', async () => {
    const long = '字'.repeat(64);
    expect(await create(long, ['ann'], { groupName: '😀'.repeat(64) })).toMatchObject(ok);
    expect(await groupsOf('ann')).toContainEqual({ id: long, name: '😀'.repeat(64) });
    expect(await create(`${long}x`, ['ann'])).toMatchObject(refused(1005, 'groupId must have at most 64 characters.'));
    expect(await create('g', ['ann'], { groupName: 'n'.repeat(65) })).toMatchObject(
      refused(1005, 'groupName must have at most 64 characters.'),
    );
    expect(await create('g', ['é'.repeat(33)])).toMatchObject(refused(1005, 'userId[0] must have 1 to 64 bytes of UTF-8.'));
  });

  test('what is missing is named; empty counts as missing', async () => {
    expect(await call('createGroup', { groupId: 'g', groupName: 'g' })).toMatchObject(refused(1002, 'userId is required.'));
    expect(await create('', ['ann'], { groupName: 'g' })).toMatchObject(refused(1002, 'groupId is required.'));
    expect(await create('g', ['ann'], { groupName: '' })).toMatchObject(refused(1002, 'groupName is required.'));
    expect(await create('g,h', ['ann'])).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await create('g', users('u', 1001))).toMatchObject(refused(1002, 'userId must have at most 1000 items.'));
    expect(await membersOf('g')).toEqual([]);
  });

  test('groups belong to their app', async () => {
    const other = await on.addApp();
    await other.rongcloud.call('createGroup', { body: { groupId: 'chess', userId: ['zoe'], groupName: 'Other' } });
    expect(await membersOf('chess')).not.toContain('zoe');
    expect(await groupsOf('zoe')).toEqual([]);
  });

  test('at once by many callers it makes one group with all members', async () => {
    const ids = users('racer', 20);
    const answers = await Promise.all(ids.map((userId) => create('race', [userId], { groupName: userId })));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect((await membersOf('race')).sort()).toEqual(ids.sort());
  });
});

describe('joining', () => {
  test('a group that was never made makes it, named by its id', async () => {
    expect(await join('fresh', ['f1'])).toMatchObject(ok);
    expect(await groupsOf('f1')).toEqual([{ id: 'fresh', name: 'fresh' }]);
  });

  test('renames only with a name', async () => {
    await create('named', ['n1'], { groupName: 'First' });
    await join('named', ['n2']);
    expect(await groupsOf('n2')).toEqual([{ id: 'named', name: 'First' }]);
    await join('named', ['n2'], { groupName: 'Second' });
    expect(await groupsOf('n2')).toEqual([{ id: 'named', name: 'Second' }]);
  });

  test('3000 members fit; a call that passes them adds nobody, makes nothing and renames nothing', async () => {
    await full('crowd');
    const full3000 = refused(1002, 'groupId crowd would have 3001 members, the limit is 3000.');
    expect(await join('crowd', ['one-more'])).toMatchObject(full3000);
    expect(await create('crowd', ['x0', 'one-more'], { groupName: 'Other' })).toMatchObject(full3000);
    expect(await join('crowd', ['x0', 'y0'])).toMatchObject(ok);
    expect(await groupsOf('one-more')).toEqual([]);
    expect(await groupsOf('x0')).toContainEqual({ id: 'crowd', name: 'crowd' });
    expect(await membersOf('crowd')).toHaveLength(3000);
  });

  test('at once for the last two places lets exactly two in', async () => {
    await full('tight');
    await call('quitGroup', { groupId: 'tight', userId: ['x0', 'x1'] });
    const answers = await Promise.all(users('late', 40).map((userId) => join('tight', [userId])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await membersOf('tight')).toHaveLength(3000);
  });

  test('maxMember holds for its call only, never above the limit of the group, and 0 is none', async () => {
    expect(await join('small', ['s1', 's2', 's3'], { maxMember: 2 })).toMatchObject(
      refused(1002, 'groupId small would have 3 members, the limit is 2.'),
    );
    expect(await membersOf('small')).toEqual([]);
    expect(await join('small', ['s1', 's2'], { maxMember: 2 })).toMatchObject(ok);
    expect(await join('small', ['s1'], { maxMember: 1 })).toMatchObject(ok);
    expect(await join('small', ['s3'], { maxMember: 0 })).toMatchObject(ok);
    await full('large');
    expect(await join('large', ['l1'], { maxMember: 5000 })).toMatchObject({ status: 400 });
  });
});

describe('leaving', () => {
  test('takes those out who are members; the others and an unknown group are no error', async () => {
    await create('leave', ['l1', 'l2', 'l3']);
    expect(await call('quitGroup', { groupId: 'leave', userId: ['l2', 'stranger'] })).toMatchObject(ok);
    expect(await membersOf('leave')).toEqual(['l1', 'l3']);
    expect(await call('quitGroup', { groupId: 'no-such-group', userId: ['l1'] })).toMatchObject(ok);
  });

  test('the last member leaves a group that keeps its name', async () => {
    await create('empty', ['e1'], { groupName: 'Kept' });
    await call('quitGroup', { groupId: 'empty', userId: ['e1'] });
    expect(await membersOf('empty')).toEqual([]);
    await join('empty', ['e2']);
    expect(await groupsOf('e2')).toEqual([{ id: 'empty', name: 'Kept' }]);
  });

  test('and coming back goes to the end of the list', async () => {
    await create('back', ['b1', 'b2']);
    await call('quitGroup', { groupId: 'back', userId: ['b1'] });
    await join('back', ['b1']);
    expect(await membersOf('back')).toEqual(['b2', 'b1']);
  });

  test('needs users and a group', async () => {
    expect(await call('quitGroup', { groupId: 'g' })).toMatchObject(refused(1002, 'userId is required.'));
    expect(await call('quitGroup', { groupId: 'g'.repeat(65), userId: ['l1'] })).toMatchObject({ body: { code: 1005 } });
  });
});

describe('dismissing', () => {
  test('ends all memberships, whoever asks; again is no error', async () => {
    await create('gone', ['g1', 'g2'], { groupName: 'Gone' });
    expect(await call('dismissGroup', { groupId: 'gone', userId: 'nobody' })).toMatchObject(ok);
    expect(await membersOf('gone')).toEqual([]);
    expect(await groupsOf('g1')).toEqual([]);
    expect(await call('dismissGroup', { groupId: 'gone', userId: 'nobody' })).toMatchObject(ok);
    await join('gone', ['g3']);
    expect(await groupsOf('g3')).toEqual([{ id: 'gone', name: 'gone' }]);
  });

  test('needs the acting user', async () => {
    expect(await call('dismissGroup', { groupId: 'g' })).toMatchObject(refused(1002, 'userId is required.'));
    expect(await call('dismissGroup', { groupId: 'g', userId: 'u'.repeat(65) })).toMatchObject({ body: { code: 1005 } });
  });

  test('while others join ends in a group or in none, never in an error', async () => {
    await create('fight', ['f0']);
    const joins = users('fighter', 10).map((userId) => join('fight', [userId]));
    const dismissals = users('boss', 5).map((userId) => call('dismissGroup', { groupId: 'fight', userId }));
    const answers = await Promise.all([...joins, ...dismissals]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});

describe('renaming', () => {
  test('changes the name; an unknown group is no error and is not made', async () => {
    await create('rename', ['r1'], { groupName: 'Old' });
    expect(await call('updateGroup', { groupId: 'rename', groupName: 'New' })).toMatchObject(ok);
    expect(await groupsOf('r1')).toEqual([{ id: 'rename', name: 'New' }]);
    expect(await call('updateGroup', { groupId: 'nothing', groupName: 'New' })).toMatchObject(ok);
    expect(await call('updateGroup', { groupId: 'rename' })).toMatchObject(refused(1002, 'groupName is required.'));
    expect(await call('updateGroup', { groupId: 'rename', groupName: 'n'.repeat(65) })).toMatchObject({ body: { code: 1005 } });
  });
});

describe('lists', () => {
  test('members of an unknown group and groups of an unknown user are none', async () => {
    expect((await call('listGroupMembers', { groupId: 'nowhere' })).body).toEqual({ code: 200, users: [] });
    expect((await call('listUserGroups', { userId: 'nobody' })).body).toEqual({ code: 200, groups: [] });
  });

  test('3000 members come in one answer', async () => {
    await full('everybody');
    expect(await membersOf('everybody')).toEqual([...users('x', 1000), ...users('y', 1000), ...users('z', 1000)]);
  });

  test('groups come in order of joining, in pages of 50 unless told, unpaged without a page', async () => {
    const ids = users('page', 51);
    for (const groupId of ids) await join(groupId, ['pam']);
    const names = async (page: object) => (await groupsOf('pam', page)).map(({ id }) => id);
    expect(await names({})).toEqual(ids);
    expect(await names({ page: 0, size: 3 })).toEqual(ids);
    expect(await names({ page: 1 })).toEqual(ids.slice(0, 50));
    expect(await names({ page: 2, size: 0 })).toEqual(ids.slice(50));
    expect(await names({ page: 2, size: 3 })).toEqual(ids.slice(3, 6));
    expect(await names({ page: 99, size: 1000 })).toEqual([]);
    expect(await call('listUserGroups', { userId: 'pam', page: 1, size: 1001 })).toMatchObject(refused(1002, 'size must be at most 1000.'));
    expect(await call('listUserGroups', { userId: 'u'.repeat(65) })).toMatchObject({ body: { code: 1005 } });
  });

  test('need an id', async () => {
    expect(await call('listGroupMembers')).toMatchObject(refused(1002, 'groupId is required.'));
    expect(await call('listGroupMembers', { groupId: 'g'.repeat(65) })).toMatchObject({ body: { code: 1005 } });
    expect(await call('listUserGroups')).toMatchObject(refused(1002, 'userId is required.'));
  });
});
