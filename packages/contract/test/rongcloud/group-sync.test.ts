import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, post } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const sync = (userId: string, group?: object) => call('syncUserGroups', { userId, ...(group && { group }) });
const send = (body: string) => post(on.rongcloud, '/group/sync.json', { body });
const users = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Names by id, sorted by id. */
async function groupsOf(userId: string): Promise<Record<string, string>> {
  const { groups } = (await call('listUserGroups', { userId })).body as { groups: { id: string; name: string }[] };
  return Object.fromEntries(groups.map(({ id, name }) => [id, name]));
}

describe('a sync', () => {
  test('leaves, joins, renames and makes groups until the list is exactly the one given', async () => {
    await call('createGroup', { groupId: 'left', groupName: 'Left', userId: ['sam', 'tom'] });
    await call('createGroup', { groupId: 'stays', groupName: 'Old', userId: ['sam', 'tom'] });
    await call('createGroup', { groupId: 'joined', groupName: 'Joined', userId: ['tom'] });
    expect((await sync('sam', { stays: 'New', joined: 'Joined', made: 'Made' })).body).toEqual({ code: 200 });
    expect(await groupsOf('sam')).toEqual({ stays: 'New', joined: 'Joined', made: 'Made' });
    expect(await groupsOf('tom')).toEqual({ left: 'Left', stays: 'New', joined: 'Joined' });
  });

  test('with no group leaves all', async () => {
    await sync('una', { g1: 'One', g2: 'Two' });
    expect(await sync('una')).toMatchObject({ status: 200 });
    expect(await groupsOf('una')).toEqual({});
  });

  test('with an empty name keeps the name; a new group is named by its id', async () => {
    await sync('eve', { keep: 'Kept' });
    await sync('eve', { keep: '', blank: '' });
    expect(await groupsOf('eve')).toEqual({ keep: 'Kept', blank: 'blank' });
  });

  test('repeated changes nothing', async () => {
    await sync('rob', { r1: 'R', r2: 'R' });
    await sync('rob', { r1: 'R', r2: 'R' });
    expect(await groupsOf('rob')).toEqual({ r1: 'R', r2: 'R' });
  });

  test('into a full group changes nothing at all', async () => {
    for (const part of ['x', 'y', 'z']) await call('joinGroup', { groupId: 'full', userId: users(part, 1000) });
    await sync('max', { before: 'Before' });
    expect(await sync('max', { before: 'After', full: 'Renamed', made2: 'Made' })).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: 'groupId full would have 3001 members, the limit is 3000.' },
    });
    expect(await groupsOf('max')).toEqual({ before: 'Before' });
    expect(await groupsOf('x0')).toEqual({ full: 'full' });
    expect(await sync('x0', { full: 'Member' })).toMatchObject({ status: 200 });
  });

  test('twice at once leaves the user in the groups of one of them', async () => {
    await sync('two', { start: 'Start' });
    await Promise.all([sync('two', { p1: 'P', p2: 'P' }), sync('two', { q1: 'Q', q2: 'Q' })]);
    expect([
      ['p1', 'p2'],
      ['q1', 'q2'],
    ]).toContainEqual(Object.keys(await groupsOf('two')).sort());
  });

  test('by many users at once into the same groups, in any order, makes each once', async () => {
    const ids = users('room', 300);
    const forth = Object.fromEntries(ids.map((id) => [id, id]));
    const back = Object.fromEntries([...ids].reverse().map((id) => [id, id]));
    const answers = await Promise.all(users('many', 20).map((userId, index) => sync(userId, index % 2 ? forth : back)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await call('listGroupMembers', { groupId: 'room299' })).body).toMatchObject({ users: { length: 20 } });
  });
});

describe('group[id]=name', () => {
  test('arrives with plain and with percent-encoded brackets', async () => {
    expect(await send('userId=map&group[10001]=TestGroup1&group%5B10002%5D=Test%20Group2')).toMatchObject({ status: 200 });
    expect(await groupsOf('map')).toEqual({ '10001': 'TestGroup1', '10002': 'Test Group2' });
  });

  test('takes ids that mean something to JavaScript as ids', async () => {
    const ids = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '[x]', '0'];
    const query = ids.map((id) => `group[${encodeURIComponent(id)}]=${encodeURIComponent(`name of ${id}`)}`).join('&');
    expect(await send(`userId=proto&${query}`)).toMatchObject({ status: 200 });
    const { groups } = (await call('listUserGroups', { userId: 'proto' })).body as { groups: { id: string; name: string }[] };
    expect(groups.map(({ id, name }) => `${id}: ${name}`).sort()).toEqual(ids.map((id) => `${id}: name of ${id}`).sort());
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('also comes as JSON, own keys only', async () => {
    const body = '{"userId":"json","group":{"__proto__":"P","j1":"J"}}';
    expect(await post(on.rongcloud, '/group/sync.json', { body, headers: json })).toMatchObject({ status: 200 });
    const { groups } = (await call('listUserGroups', { userId: 'json' })).body as { groups: { id: string }[] };
    expect(groups.map(({ id }) => id).sort()).toEqual(['__proto__', 'j1']);
  });

  test('that is no map, or holds no id, is refused', async () => {
    for (const body of ['userId=bad&group=g1', 'userId=bad&group=g1&group[g1]=x', 'userId=bad&group[a,b]=x', 'userId=bad&group[%01]=x']) {
      expect(await send(body)).toMatchObject({ status: 400, body: { code: 1002 } });
    }
    expect(await groupsOf('bad')).toEqual({});
  });

  test('takes ids and names of 64 characters and 5000 groups, and no more', async () => {
    const groups = (count: number) => Object.fromEntries(users('bulk', count).map((id) => [id, '']));
    expect(await sync('len', { ['字'.repeat(64)]: '😀'.repeat(64) })).toMatchObject({ status: 200 });
    expect(await sync('len', { ok: 'n'.repeat(65) })).toMatchObject({ body: { code: 1005 } });
    expect(await sync('len', { ['g'.repeat(65)]: 'n' })).toMatchObject({ status: 400 });
    expect(await sync('len', groups(5001))).toMatchObject({ body: { code: 1002 } });
    expect(await sync('len', groups(5000))).toMatchObject({ status: 200 });
    expect(Object.keys(await groupsOf('len'))).toHaveLength(5000);
  });

  test('needs a user', async () => {
    expect(await send('group[g1]=x')).toMatchObject({ body: { code: 1002, errorMessage: 'userId is required.' } });
    expect(await sync('u'.repeat(65), { g1: 'x' })).toMatchObject({ body: { code: 1005 } });
  });
});
