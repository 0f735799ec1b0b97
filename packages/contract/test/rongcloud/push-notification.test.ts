import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const tooLong = 'x'.repeat(65);

describe('a level', () => {
  const bob = { conversationType: 1, targetId: 'bob' };
  const set = (requestId: string, fields: object) => call('setConversationNotification', { requestId, ...bob, ...fields });
  const get = async (requestId: string, fields: object = {}) =>
    (await call('getConversationNotification', { requestId, ...bob, ...fields })).body.isMuted;
  const setType = (requestId: string, conversationType: number, unpushLevel: number) =>
    call('setConversationTypeNotification', { requestId, conversationType, unpushLevel });
  const getType = async (requestId: string, conversationType: number) =>
    (await call('getConversationTypeNotification', { requestId, conversationType })).body.isMuted;

  test('of a conversation is read back until 0 takes it away; it is 0 at first', async () => {
    expect(await get('ann')).toBe(0);
    for (const unpushLevel of [-1, 1, 2, 4, 5, 0, 0]) {
      expect(await set('ann', { unpushLevel })).toMatchObject(accepted);
      expect(await get('ann')).toBe(unpushLevel);
    }
  });

  test('of a type is read back until 0 takes it away; it is 0 at first', async () => {
    expect(await getType('ann', 3)).toBe(0);
    for (const unpushLevel of [-1, 1, 2, 4, 5, 0, 0]) {
      expect(await setType('ann', 3, unpushLevel)).toMatchObject(accepted);
      expect(await getType('ann', 3)).toBe(unpushLevel);
    }
  });

  test('holds for one user, type, target and app, and types and conversations know nothing of each other', async () => {
    const other = await on.addApp();
    await set('cat', { targetId: 'x', unpushLevel: 5 });
    await setType('cat', 6, 4);
    expect(await get('cat', { targetId: 'x' })).toBe(5);
    expect([await get('x', { targetId: 'cat' }), await get('cat'), await get('cat', { targetId: 'x', conversationType: 3 })]).toEqual([
      0, 0, 0,
    ]);
    expect([await getType('cat', 6), await getType('cat', 1), await get('cat', { targetId: 'x', conversationType: 6 })]).toEqual([4, 0, 0]);
    const elsewhere = await other.rongcloud.call('getConversationNotification', { body: { requestId: 'cat', ...bob, targetId: 'x' } });
    expect(elsewhere.body).toEqual({ code: 200, isMuted: 0 });
  });

  test('of a channel is kept apart in an ultra group only', async () => {
    const club = { conversationType: 10, targetId: 'club' };
    await set('dan', { ...club, unpushLevel: 5 });
    await set('dan', { ...club, busChannel: 'news', unpushLevel: 1 });
    expect([await get('dan', club), await get('dan', { ...club, busChannel: 'news' })]).toEqual([5, 1]);
    expect(await get('dan', { ...club, busChannel: 'else' })).toBe(0);
    await set('dan', { busChannel: 'news', unpushLevel: 4 });
    expect([await get('dan'), await get('dan', { busChannel: 'else' })]).toEqual([4, 4]);
  });

  test('of type 2 is the one of type 3', async () => {
    await set('eve', { conversationType: 2, unpushLevel: 2 });
    await setType('eve', 2, 4);
    expect([await get('eve', { conversationType: 3 }), await getType('eve', 3)]).toEqual([2, 4]);
  });

  test('made with the older switch is answered as 1; 0 takes any away', async () => {
    await set('flo', { isMuted: 1 });
    expect(await get('flo')).toBe(1);
    await set('flo', { isMuted: 0 });
    expect(await get('flo')).toBe(0);
    await set('flo', { unpushLevel: 5 });
    await set('flo', { isMuted: 0 });
    expect(await get('flo')).toBe(0);
  });

  test.each([
    [1, 0, 1],
    [0, 0, 0],
    [0, 5, 5],
    [1, -1, -1],
  ])('with isMuted %i and unpushLevel %i is answered as %i', async (isMuted, unpushLevel, level) => {
    expect(await set('gus', { isMuted, unpushLevel })).toMatchObject(accepted);
    expect(await get('gus')).toBe(level);
  });

  test('is one of the list, and there is one', async () => {
    const errorMessage = 'unpushLevel is required.';
    expect(await set('ann', {})).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    for (const unpushLevel of [-2, 3, 6]) {
      expect(await set('ann', { unpushLevel })).toMatchObject(refused(1002));
      expect(await setType('ann', 1, unpushLevel)).toMatchObject(refused(1002));
    }
    for (const conversationType of [0, 4, 7]) {
      expect(await set('ann', { conversationType, unpushLevel: 1 })).toMatchObject(refused(1002));
      expect(await call('getConversationNotification', { requestId: 'ann', conversationType, targetId: 'x' })).toMatchObject(refused(1002));
      expect(await setType('ann', conversationType, 1)).toMatchObject(refused(1002));
      expect(await call('getConversationTypeNotification', { requestId: 'ann', conversationType })).toMatchObject(refused(1002));
    }
  });

  test('takes texts up to their limits', async () => {
    const longest = { requestId: 'x'.repeat(64), targetId: '字'.repeat(64), conversationType: 10, busChannel: 'c'.repeat(20) };
    expect(await call('setConversationNotification', { ...longest, unpushLevel: 5 })).toMatchObject(accepted);
    expect((await call('getConversationNotification', longest)).body).toEqual({ code: 200, isMuted: 5 });
    for (const field of [{ requestId: tooLong }, { targetId: tooLong }, { busChannel: 'c'.repeat(21) }]) {
      expect(await call('setConversationNotification', { ...longest, unpushLevel: 5, ...field })).toMatchObject(refused(1005));
      expect(await call('getConversationNotification', { ...longest, ...field })).toMatchObject(refused(1005));
    }
    expect(await setType(tooLong, 1, 5)).toMatchObject(refused(1005));
    expect(await call('getConversationTypeNotification', { requestId: tooLong, conversationType: 1 })).toMatchObject(refused(1005));
  });
});

describe('a quiet period', () => {
  const none = { startTime: '', period: 0, unPushLevel: 0 };
  const night = { startTime: '22:30:00', period: 480, level: 5 };
  const set = (userId: string, fields: object = {}) => call('setQuietPeriod', { userId, ...night, ...fields });
  const get = async (userId: string) => (await call('getQuietPeriod', { userId })).body.data;

  test('is read back, overwritten and deleted; deleting none is no error', async () => {
    expect(await get('ann')).toEqual(none);
    expect(await set('ann')).toMatchObject(accepted);
    expect(await get('ann')).toEqual({ startTime: '22:30:00', period: 480, unPushLevel: 5 });
    await set('ann', { startTime: '00:00:00', period: 1439, level: 0 });
    expect(await get('ann')).toEqual({ startTime: '00:00:00', period: 1439, unPushLevel: 0 });
    expect(await get('bob')).toEqual(none);
    for (let times = 0; times < 2; times += 1) {
      expect(await call('deleteQuietPeriod', { userId: 'ann' })).toMatchObject(accepted);
      expect(await get('ann')).toEqual(none);
    }
  });

  test('has level 1 unless told otherwise, and 0 minutes take it away', async () => {
    await call('setQuietPeriod', { userId: 'cat', startTime: '23:59:59', period: 1 });
    expect(await get('cat')).toEqual({ startTime: '23:59:59', period: 1, unPushLevel: 1 });
    expect(await set('cat', { period: 0 })).toMatchObject(accepted);
    expect(await get('cat')).toEqual(none);
  });

  test('belongs to one app', async () => {
    const other = await on.addApp();
    await set('dan');
    expect((await other.rongcloud.call('getQuietPeriod', { body: { userId: 'dan' } })).body.data).toEqual(none);
  });

  test('is refused with times, lengths and levels that are none', async () => {
    for (const startTime of ['24:00:00', '23:60:00', '23:59:60', '9:00:00', '09:00', '3600'])
      expect(await set('ann', { startTime })).toMatchObject(refused(1002));
    for (const fields of [{ period: -1 }, { period: 1440 }, { period: 1.5 }, { level: 2 }, { startTime: '' }, { userId: '' }])
      expect(await set('ann', fields)).toMatchObject(refused(1002));
    for (const operationId of ['getQuietPeriod', 'deleteQuietPeriod']) {
      expect(await call(operationId, {})).toMatchObject(refused(1002));
      expect(await call(operationId, { userId: tooLong })).toMatchObject(refused(1005));
    }
    expect(await set(tooLong)).toMatchObject(refused(1005));
  });
});

describe("a user's names", () => {
  interface Entry {
    id: string;
    remark: string;
  }
  const send = (userId: string, remarks: unknown) => call('setUserRemarks', { userId, remarks: JSON.stringify(remarks) });
  const named = (...userIds: string[]): Entry[] => userIds.map((id) => ({ id, remark: `name of ${id}` }));
  const list = async (userId: string, fields: object = {}) => (await call('listUserRemarks', { userId, ...fields })).body;

  test('are listed in the order of setting; one that is changed keeps its place, the others stay', async () => {
    expect(await list('ann')).toEqual({ code: 200, total: 0, users: [] });
    expect(await send('ann', named('b', 'a'))).toMatchObject(accepted);
    await send('ann', [...named('c'), { id: 'b', remark: 'new' }]);
    expect(await list('ann')).toEqual({ code: 200, total: 3, users: [{ id: 'b', remark: 'new' }, ...named('a', 'c')] });
    expect((await list('b')).total).toBe(0);
  });

  test('hold the last entry of an id that comes twice', async () => {
    await send('bea', [{ id: 'x', remark: 'first' }, ...named('y'), { id: 'x', remark: 'last' }]);
    expect((await list('bea')).users).toEqual([{ id: 'x', remark: 'last' }, ...named('y')]);
  });

  test('go one by one; one that is not there is no error', async () => {
    await send('cat', named('a', 'b'));
    for (const targetId of ['a', 'a', 'never']) expect(await call('deleteUserRemark', { userId: 'cat', targetId })).toMatchObject(accepted);
    expect(await list('cat')).toEqual({ code: 200, total: 1, users: named('b') });
  });

  test('come in pages of at most 50', async () => {
    await send('dan', named(...ids('u', 60)));
    for (const fields of [{}, { page: 0, size: 0 }, { page: 1, size: 100 }])
      expect(await list('dan', fields)).toEqual({ code: 200, total: 60, users: named(...ids('u', 50)) });
    expect((await list('dan', { page: 2, size: 100 })).users).toEqual(named(...ids('u', 60).slice(50)));
    expect((await list('dan', { page: 3, size: 2 })).users).toEqual(named('u4', 'u5'));
    expect(await list('dan', { page: 1_000_000 })).toEqual({ code: 200, total: 60, users: [] });
    for (const fields of [{ page: -1 }, { page: 1_000_001 }, { size: -1 }, { size: 'ten' }])
      expect(await call('listUserRemarks', { userId: 'dan', ...fields })).toMatchObject(refused(1002));
  });

  test('are read with keys in any case, from a form that is not encoded and from JSON', async () => {
    await send('eve', [{ Id: 'go', Remark: 'Go' }]);
    await post(on.rongcloud, '/user/remarks/set.json', { body: 'remarks=[{"id":"java","remark":"Java"}]&userId=eve' });
    const body = JSON.stringify({ userId: 'eve', remarks: JSON.stringify([{ ID: 'json', REMARK: '名' }]) });
    await post(on.rongcloud, '/user/remarks/set.json', { body, headers: json });
    expect((await list('eve')).users.map(({ id, remark }: Entry) => `${id} ${remark}`)).toEqual(['go Go', 'java Java', 'json 名']);
  });

  test('are 1 to 100 in a call, and a refused entry changes nothing', async () => {
    expect(await send('flo', named(...ids('u', 100)))).toMatchObject(accepted);
    expect(await send('gus', named(...ids('u', 101)))).toMatchObject(refused(1002));
    for (const entry of [null, 1, 'a', [], {}, { id: 'a' }, { remark: 'a' }, { id: 'a', remark: '' }, { id: 1, remark: 'a' }])
      expect(await send('gus', [...named('a'), entry])).toMatchObject(refused(1002));
    for (const entry of [
      { id: 'a,b', remark: 'a' },
      { id: '\0', remark: 'a' },
      { id: 'a', remark: '\0' },
      { id: 'a', remark: '\ud800' },
    ])
      expect(await send('gus', [...named('a'), entry])).toMatchObject(refused(1002));
    for (const remarks of ['[', '{"a":"name"}', '[]', 'null', '"a"', '['.repeat(1000)])
      expect(await call('setUserRemarks', { userId: 'gus', remarks })).toMatchObject(refused(1002));
    expect((await list('gus')).total).toBe(0);
  });

  test('take ids of 64 bytes and names of 64 characters', async () => {
    const longest = { id: 'x'.repeat(64), remark: '😀'.repeat(64) };
    expect(await send('hal', [longest])).toMatchObject(accepted);
    expect((await list('hal')).users).toEqual([longest]);
    for (const entry of [
      { id: '字'.repeat(22), remark: 'a' },
      { id: 'a', remark: tooLong },
    ])
      expect(await send('hal', [entry])).toMatchObject(refused(1005));
    expect(await send(tooLong, named('a'))).toMatchObject(refused(1005));
    expect(await call('listUserRemarks', { userId: tooLong })).toMatchObject(refused(1005));
    expect(await call('deleteUserRemark', { userId: 'hal', targetId: tooLong })).toMatchObject(refused(1005));
    expect(await call('deleteUserRemark', { userId: 'hal' })).toMatchObject(refused(1002));
  });

  test('survive calls at once that name the same users in different orders, and a deactivation', async () => {
    const userIds = ids('u', 50);
    const answers = await Promise.all([
      send('racer', named(...userIds)),
      send('racer', named(...userIds.toReversed())),
      call('deactivateUsers', { userId: ['racer'] }),
      send('racer', named(...userIds.toReversed())),
      call('deactivateUsers', { userId: ['racer'] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('belong to one app', async () => {
    const other = await on.addApp();
    await send('ina', named('a'));
    expect((await other.rongcloud.call('listUserRemarks', { body: { userId: 'ina' } })).body.total).toBe(0);
  });
});

describe("a member's name in a group", () => {
  const set = (userId: string, groupId: string, remark: string) => call('setGroupRemark', { userId, groupId, remark });
  const get = async (userId: string, groupId: string) => (await call('getGroupRemark', { userId, groupId })).body;

  test('is read back, overwritten and deleted; deleting none is no error', async () => {
    expect(await get('ann', 'g')).toEqual({ code: 200, remark: '' });
    for (const remark of ['Captain', 'キャプテン']) {
      expect(await set('ann', 'g', remark)).toMatchObject(accepted);
      expect(await get('ann', 'g')).toEqual({ code: 200, remark });
    }
    expect([(await get('ann', 'h')).remark, (await get('bob', 'g')).remark]).toEqual(['', '']);
    for (let times = 0; times < 2; times += 1) {
      expect(await call('deleteGroupRemark', { userId: 'ann', groupId: 'g' })).toMatchObject(accepted);
      expect((await get('ann', 'g')).remark).toBe('');
    }
  });

  test('stays when the member leaves and when the group goes', async () => {
    await call('createGroup', { userId: ['cat', 'dan'], groupId: 'club', groupName: 'Club' });
    await set('cat', 'club', 'Captain');
    await call('quitGroup', { userId: ['cat'], groupId: 'club' });
    await call('dismissGroup', { userId: 'dan', groupId: 'club' });
    expect((await get('cat', 'club')).remark).toBe('Captain');
  });

  test('belongs to one app', async () => {
    const other = await on.addApp();
    await set('eve', 'g', 'Captain');
    expect((await other.rongcloud.call('getGroupRemark', { body: { userId: 'eve', groupId: 'g' } })).body.remark).toBe('');
  });

  test('has 1 to 64 characters, and its parameters their limits', async () => {
    expect(await set('flo', 'g', '😀'.repeat(64))).toMatchObject(accepted);
    expect(await set('flo', 'g', '')).toMatchObject(refused(1002));
    expect(await set('flo', 'g', tooLong)).toMatchObject(refused(1005));
    for (const operationId of ['setGroupRemark', 'getGroupRemark', 'deleteGroupRemark']) {
      for (const fields of [{ userId: tooLong }, { groupId: tooLong }])
        expect(await call(operationId, { userId: 'flo', groupId: 'g', remark: 'a', ...fields })).toMatchObject(refused(1005));
      for (const fields of [{ userId: '' }, { groupId: '' }])
        expect(await call(operationId, { userId: 'flo', groupId: 'g', remark: 'a', ...fields })).toMatchObject(refused(1002));
    }
  });
});

test('all of it goes with a deactivation and a deleted account; what others call the user goes with the account only', async () => {
  await insertUsers(on, 'gone', 'off');
  const everything = async (userId: string) => {
    const level = await call('getConversationNotification', { requestId: userId, conversationType: 1, targetId: 'bob' });
    const ofType = await call('getConversationTypeNotification', { requestId: userId, conversationType: 1 });
    const period = await call('getQuietPeriod', { userId });
    const names = await call('listUserRemarks', { userId });
    const inGroup = await call('getGroupRemark', { userId, groupId: 'g' });
    return [level.body.isMuted, ofType.body.isMuted, period.body.data.period, names.body.total, inGroup.body.remark];
  };
  for (const userId of ['gone', 'off', 'here']) {
    await call('setConversationNotification', { requestId: userId, conversationType: 1, targetId: 'bob', unpushLevel: 5 });
    await call('setConversationTypeNotification', { requestId: userId, conversationType: 1, unpushLevel: 4 });
    await call('setQuietPeriod', { userId, startTime: '22:00:00', period: 60 });
    await call('setUserRemarks', { userId, remarks: '[{"id":"off","remark":"Off"},{"id":"gone","remark":"Gone"}]' });
    await call('setGroupRemark', { userId, groupId: 'g', remark: 'Captain' });
  }
  await call('deactivateUsers', { userId: ['off'] });
  await on.jmessage.call('deleteUser', { path: { username: 'gone' } });
  const nothing = [0, 0, 0, 0, ''];
  expect([await everything('off'), await everything('gone')]).toEqual([nothing, nothing]);
  expect(await everything('here')).toEqual([5, 4, 60, 1, 'Captain']);
  expect((await call('listUserRemarks', { userId: 'here' })).body.users).toEqual([{ id: 'off', remark: 'Off' }]);
});
