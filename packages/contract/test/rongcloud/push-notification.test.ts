import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** What the queries answer, each its own. */
interface Fields {
  isMuted: number;
  data: { startTime: string; period: number; unPushLevel: number; level: number };
  total: number;
  users: object[];
  remark: string;
}

const call = (operationId: string, body: object, caller = on.rongcloud) => caller.call(operationId, { body });
const read = async (...args: Parameters<typeof call>) => (await call(...args)).body as Fields;
const tooLong = 'x'.repeat(65);

describe('a level', () => {
  const bob = { conversationType: 1, targetId: 'bob' };
  const set = (requestId: string, fields: object) => call('setConversationNotification', { requestId, ...bob, ...fields });
  const get = async (requestId: string, fields: object = {}) =>
    (await read('getConversationNotification', { requestId, ...bob, ...fields })).isMuted;
  const setType = (requestId: string, conversationType: number, unpushLevel: number) =>
    call('setConversationTypeNotification', { requestId, conversationType, unpushLevel });
  const getType = async (requestId: string, conversationType: number) =>
    (await read('getConversationTypeNotification', { requestId, conversationType })).isMuted;

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
    expect(await read('getConversationNotification', longest)).toEqual({ code: 200, isMuted: 5 });
    for (const field of [{ requestId: tooLong }, { targetId: tooLong }, { busChannel: 'c'.repeat(21) }]) {
      expect(await call('setConversationNotification', { ...longest, unpushLevel: 5, ...field })).toMatchObject(refused(1005));
      expect(await call('getConversationNotification', { ...longest, ...field })).toMatchObject(refused(1005));
    }
    expect(await setType(tooLong, 1, 5)).toMatchObject(refused(1005));
    expect(await call('getConversationTypeNotification', { requestId: tooLong, conversationType: 1 })).toMatchObject(refused(1005));
  });
});

describe('a quiet period', () => {
  const none = { startTime: '', period: 0, unPushLevel: 0, level: 0 };
  const night = { startTime: '22:30:00', period: 480, level: 5 };
  const set = (userId: string, fields: object = {}) => call('setQuietPeriod', { userId, ...night, ...fields });
  const get = async (userId: string) => (await read('getQuietPeriod', { userId })).data;

  test('is read back, with the level by both of its names, overwritten and deleted; deleting none is no error', async () => {
    expect(await get('ann')).toEqual(none);
    expect(await set('ann')).toMatchObject(accepted);
    expect(await get('ann')).toEqual({ startTime: '22:30:00', period: 480, unPushLevel: 5, level: 5 });
    await set('ann', { startTime: '00:00:00', period: 1439, level: 0 });
    expect(await get('ann')).toEqual({ startTime: '00:00:00', period: 1439, unPushLevel: 0, level: 0 });
    expect(await get('bob')).toEqual(none);
    for (let times = 0; times < 2; times += 1) {
      expect(await call('deleteQuietPeriod', { userId: 'ann' })).toMatchObject(accepted);
      expect(await get('ann')).toEqual(none);
    }
  });

  test('has level 1 unless told otherwise, and 0 minutes take it away', async () => {
    await call('setQuietPeriod', { userId: 'cat', startTime: '23:59:59', period: 1 });
    expect(await get('cat')).toEqual({ startTime: '23:59:59', period: 1, unPushLevel: 1, level: 1 });
    expect(await set('cat', { period: 0 })).toMatchObject(accepted);
    expect(await get('cat')).toEqual(none);
  });

  test('belongs to one app', async () => {
    const other = await on.addApp();
    await set('dan');
    expect((await read('getQuietPeriod', { userId: 'dan' }, other.rongcloud)).data).toEqual(none);
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

test('all of it goes with a deactivation and a deleted account; what others call the user goes with the account only', async () => {
  await insertUsers(on, 'gone', 'off');
  const everything = async (userId: string) => {
    const level = await read('getConversationNotification', { requestId: userId, conversationType: 1, targetId: 'bob' });
    const ofType = await read('getConversationTypeNotification', { requestId: userId, conversationType: 1 });
    const period = await read('getQuietPeriod', { userId });
    const names = await read('listUserRemarks', { userId });
    const inGroup = await read('getGroupRemark', { userId, groupId: 'g' });
    return [level.isMuted, ofType.isMuted, period.data.period, names.total, inGroup.remark];
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
  expect((await read('listUserRemarks', { userId: 'here' })).users).toEqual([{ id: 'off', remark: 'Off' }]);
});
