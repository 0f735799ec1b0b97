import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, loadApi } from '../src/index.ts';
import { startTestServer, type TestServer, type WantedApp } from './support/server.ts';

const limited = (overrides: Record<string, { points: number; seconds: number }> = {}): WantedApp => ({
  settings: { rateLimits: { enabled: true, overrides } },
});

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe('a documented limit', () => {
  test('holds for its window and is told with Retry-After', async () => {
    const { rongcloud } = await on.addApp(limited());
    const call = () => rongcloud.call('batchSetUserTags', { body: { userIds: ['u'], tags: [] } });
    for (let index = 0; index < 10; index++) expect(await call()).toMatchObject({ status: 200 });
    const refused = await call();
    expect(refused).toMatchObject({ status: 429, body: { code: 1008, errorMessage: 'Rate limit exceeded: 10 calls in 1 second.' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    on.clock.advance(1000);
    expect(await call()).toMatchObject({ status: 200 });
  });

  test('is free again when the clock is set back by an hour', async () => {
    const { rongcloud } = await on.addApp(limited());
    const call = () => rongcloud.call('batchSetUserTags', { body: { userIds: ['u'], tags: [] } });
    for (let index = 0; index < 10; index++) await call();
    on.clock.advance(-3_600_000);
    for (let index = 0; index < 10; index++) expect(await call()).toMatchObject({ status: 200 });
    const refused = await call();
    expect(refused).toMatchObject({ status: 429 });
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  test('is not doubled by two bursts at the edge of a window', async () => {
    const { rongcloud } = await on.addApp(limited());
    const burst = async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => rongcloud.call('batchSetUserTags', { body: { userIds: ['u'] } })));
      return answers.filter(({ status }) => status === 200).length;
    };
    on.clock.advance(990);
    expect(await burst()).toBe(10);
    on.clock.advance(20);
    expect(await burst()).toBe(0);
    on.clock.advance(980);
    expect(await burst()).toBe(10);
  });

  test('is counted in the unit of the list: users', async () => {
    const { rongcloud } = await on.addApp(limited());
    const deactivate = (count: number) =>
      rongcloud.call('deactivateUsers', { body: { userId: Array.from({ length: count }, (_, index) => `u${index}`) } });
    expect(await deactivate(60)).toMatchObject({ status: 200 });
    expect(await deactivate(41)).toMatchObject({ status: 429 });
    expect(await deactivate(40)).toMatchObject({ status: 200 });
  });

  test('belongs to one app and one operation', async () => {
    const one = await on.addApp(limited({ 'rongcloud:checkUserOnline': { points: 1, seconds: 60 } }));
    const other = await on.addApp(limited());
    const check = (caller: typeof one) => caller.rongcloud.call('checkUserOnline', { body: { userId: 'u' } });
    expect(await check(one)).toMatchObject({ status: 200 });
    expect(await check(one)).toMatchObject({ status: 429 });
    expect(await check(other)).toMatchObject({ status: 200 });
    expect(await one.rongcloud.call('getUserTags', { body: { userIds: ['u'] } })).toMatchObject({ status: 200 });
  });
});

describe('messages count those whom they go to', () => {
  const text = { fromUserId: 'ann', objectName: 'App:T', content: 'c' };
  const targets = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
  const template = (count: number) => ({ toUserId: targets(count), values: targets(count).map(() => ({})), pushContent: [] });
  const sends: [operationId: string, points: number, fields: (count: number) => object, unit: string][] = [
    ['publishPrivateTemplateMessage', 6000, template, '6000 recipients in 60 seconds'],
    ['publishPrivateStatusMessage', 6000, (count) => ({ toUserId: targets(count) }), '6000 recipients in 60 seconds'],
    ['publishGroupStatusMessage', 20, (count) => ({ toGroupId: targets(count) }), '20 groups in 1 second'],
    ['publishChatroomMessage', 100, (count) => ({ toChatroomId: targets(count) }), '100 chatrooms in 1 second'],
    ['publishSystemMessage', 100, (count) => ({ toUserId: targets(count) }), '100 recipients in 1 second'],
    ['publishSystemTemplateMessage', 100, template, '100 recipients in 1 second'],
  ];

  test.each(sends)('%s: %i', async (operationId, points, fields, unit) => {
    const { rongcloud } = await on.addApp(limited());
    const send = (count: number) => rongcloud.call(operationId, { body: { ...text, ...fields(count) } });
    const most = Math.min(points, operationId.includes('Group') ? 2 : 1000);
    for (let left = points; left > 0; left -= most) expect(await send(most)).toMatchObject({ status: 200 });
    const errorMessage = `Rate limit exceeded: ${unit}.`;
    expect(await send(1)).toMatchObject({ status: 429, body: { code: 1008, errorMessage } });
  });

  test('a broadcast to chatrooms is one', async () => {
    const { rongcloud } = await on.addApp(limited());
    const broadcast = () => rongcloud.call('publishChatroomBroadcast', { body: text });
    expect([(await broadcast()).status, (await broadcast()).status]).toEqual([200, 429]);
    on.clock.advance(1000);
    expect(await broadcast()).toMatchObject({ status: 200 });
  });
});

describe('chatroom attributes', () => {
  const texts = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
  const limitedRoom = async () => {
    const { rongcloud } = await on.addApp(limited());
    const fields = { chatroomId: 'r', userId: 'ann', entryOwnerId: 'ann' };
    return (operationId: string, body: object) => rongcloud.call(operationId, { body: { ...fields, ...body } });
  };

  test('count pairs of JSON text, in one budget for setting one and several', async () => {
    const call = await limitedRoom();
    const batch = (count: number) =>
      call('batchSetChatroomAttributes', { entryInfo: JSON.stringify(Object.fromEntries(texts(count).map((key) => [key, 'v']))) });
    for (const count of [20, 20, 20, 20, 19]) expect(await batch(count)).toMatchObject({ status: 200 });
    expect(await batch(2)).toMatchObject({ status: 429, body: { code: 1008 } });
    expect(await call('setChatroomAttribute', { key: 'a', value: 'v' })).toMatchObject({ status: 200 });
    expect(await call('setChatroomAttribute', { key: 'a', value: 'v' })).toMatchObject({ status: 429 });
    expect(await call('removeChatroomAttribute', { key: 'a' })).toMatchObject({ status: 200 });
  });

  test('count keys of JSON text, in one budget for deleting one and several; a broken text is one', async () => {
    const call = await limitedRoom();
    const batch = (entryKeys: string) => call('batchRemoveChatroomAttributes', { entryKeys });
    for (const count of [20, 20, 20, 20, 18]) expect(await batch(JSON.stringify(texts(count)))).toMatchObject({ status: 200 });
    expect(await batch('[')).toMatchObject({ status: 400 });
    expect(await call('removeChatroomAttribute', { key: 'a' })).toMatchObject({ status: 200 });
    expect(await batch('["a"]')).toMatchObject({ status: 429 });
  });
});

describe('broadcasts and pushes', () => {
  const hour = 3_600_000;
  const push = { platform: ['ios'], audience: { is_to_all: true }, notification: { alert: 'x' } };
  const withMessage = { ...push, fromuserid: 'sys', message: { objectName: 'App:T', content: 'x' } };
  const broadcast = { fromUserId: 'sys', objectName: 'App:T', content: 'x' };
  /** Milliseconds until the day ends in the default zone. */
  const untilMidnight = () => 24 * hour - ((on.clock.now() + 8 * hour) % (24 * hour));

  test('are 2 in an hour and 3 in a calendar day; the refused ones take nothing', async () => {
    const { rongcloud } = await on.addApp(limited());
    const call = (body: object) => rongcloud.call('pushToAudience', { body });
    // 20 minutes past midnight.
    on.clock.advance(untilMidnight() + hour / 3);
    expect(await call(push)).toMatchObject({ status: 200 });
    expect(await call(withMessage)).toMatchObject({ status: 200 });
    for (let again = 0; again < 3; again++) {
      const refused = await call({ ...push, audience: { tag: ['a'] } });
      expect(refused).toMatchObject({ status: 429, body: { code: 1008, errorMessage: 'Rate limit exceeded: 2 calls in 3600 seconds.' } });
      expect(refused.headers.get('retry-after')).toBe('3600');
    }
    on.clock.advance(hour);
    expect(await call(push)).toMatchObject({ status: 200 });
    const refused = await call(push);
    expect(refused).toMatchObject({ status: 429, body: { errorMessage: 'Rate limit exceeded: 3 calls in a day.' } });
    expect(refused.headers.get('retry-after')).toBe(String(untilMidnight() / 1000));
    on.clock.advance(untilMidnight() - 1);
    expect(await call(push)).toMatchObject({ status: 429 });
    on.clock.advance(1);
    expect(await call(push)).toMatchObject({ status: 200 });
    expect(await call(push)).toMatchObject({ status: 200 });
    expect(await call(push)).toMatchObject({ status: 429 });
  });

  test('count apart: broadcasts, recalls and pushes', async () => {
    const { rongcloud } = await on.addApp(limited());
    const recall = { fromUserId: 'sys', messageUID: '5FGT-7VA9-G4DD-4V5P' };
    for (const [operationId, body] of [
      ['broadcastMessage', broadcast],
      ['recallBroadcast', recall],
      ['pushToAudience', push],
    ] as const) {
      const call = () => rongcloud.call(operationId, { body });
      expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([200, 200, 429]);
    }
    for (let again = 0; again < 60; again++) {
      expect(await rongcloud.call('broadcastToOnlineUsers', { body: broadcast })).toMatchObject({ status: 200 });
    }
    expect(await rongcloud.call('broadcastToOnlineUsers', { body: broadcast })).toMatchObject({ status: 429 });
  });

  test('to users count recipients', async () => {
    const { rongcloud } = await on.addApp(limited());
    const userIds = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);
    const call = (count: number) =>
      rongcloud.call('pushToUsers', { body: { userIds: userIds(count), notification: { pushContent: 'x' } } });
    expect(await call(60)).toMatchObject({ status: 200 });
    expect(await call(41)).toMatchObject({ status: 429 });
    expect(await call(40)).toMatchObject({ status: 200 });
  });

  test('have the limit that the app sets, once, in place of both', async () => {
    const { rongcloud } = await on.addApp(limited({ 'rongcloud:pushToAudience': { points: 5, seconds: 60 } }));
    const call = () => rongcloud.call('pushToAudience', { body: push });
    for (let again = 0; again < 5; again++) expect(await call()).toMatchObject({ status: 200 });
    expect(await call()).toMatchObject({ status: 429, body: { errorMessage: 'Rate limit exceeded: 5 calls in 60 seconds.' } });
    on.clock.advance(60_000);
    expect(await call()).toMatchObject({ status: 200 });
  });
});

test('extending group messages has a limit of its own within the one of all messages', async () => {
  const { rongcloud } = await on.addApp(limited());
  const change = { setMessageExpansion: { extraKeyVal: '{}' }, deleteMessageExpansion: { extraKey: '[]' } };
  for (const [operationId, fields] of Object.entries(change)) {
    const call = (conversationType: number) =>
      rongcloud.call(operationId, { body: { msgUID: '5FGT-7VA9-G4DD-4V5P', userId: 'ann', conversationType, targetId: 'x', ...fields } });
    const served = async (conversationType: number, calls: number) =>
      (await Promise.all(Array.from({ length: calls }, () => call(conversationType)))).filter(({ status }) => status !== 429).length;
    expect(await served(3, 25)).toBe(20);
    const refused = await call(3);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 1008, errorMessage: 'Rate limit exceeded: 20 calls for group messages in 1 second.' },
    });
    expect(await served(1, 85)).toBe(80);
    expect(await call(1)).toMatchObject({ status: 429, body: { errorMessage: 'Rate limit exceeded: 100 calls in 1 second.' } });
  }
  on.clock.advance(1000);
});

test('all JMessage calls of an app share one limit', async () => {
  const { jmessage } = await on.addApp(limited({ 'jmessage:app': { points: 2, seconds: 60 } }));
  expect(await jmessage.call('listUsers')).toMatchObject({ status: 200 });
  expect(await jmessage.call('listGroups')).toMatchObject({ status: 200 });
  const refused = await jmessage.call('listAdmins');
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 2002, message: 'Rate limit exceeded: 2 calls in 60 seconds' } } });
  expect(refused.headers.get('retry-after')).toBe('60');
});

describe('the headers of JMessage', () => {
  const names = ['x-rate-limit-limit', 'x-rate-limit-remaining', 'x-rate-limit-reset'] as const;
  const headersOf = ({ headers }: Answer) => names.map((name) => headers.get(name));
  const none = [null, null, null];

  test('tell limit, calls left, and seconds until all are there, on every answer', async () => {
    const { jmessage } = await on.addApp(limited({ 'jmessage:app': { points: 3, seconds: 60 } }));
    const call = (operationId: string, input: object = {}) => jmessage.call(operationId, input).then(headersOf);
    expect(await call('listUsers')).toEqual(['3', '2', '60']);
    on.clock.advance(20_500);
    expect(await call('getUser', { path: { username: 'nobody' } })).toEqual(['3', '1', '60']);
    expect(await call('createChatroom', { body: {} })).toEqual(['3', '0', '60']);
    on.clock.advance(10_000);
    const refused = await jmessage.call('listUsers');
    expect([refused.status, refused.headers.get('retry-after'), ...headersOf(refused)]).toEqual([429, '30', '3', '0', '50']);
    on.clock.advance(50_000);
    expect(await call('listUsers')).toEqual(['3', '2', '60']);
  });

  test('say what the documented limit leaves, also to a repeat with its first answer', async () => {
    const { jmessage } = await on.addApp(limited());
    const headers = { ...(await jmessage.credentials()), 'Content-Type': 'application/json', 'Idempotency-Key': 'rate' };
    const register = () => jmessage.fetch('/v1/users', { headers, body: '[{"username":"rate1","password":"secret"}]' });
    expect([headersOf(await register()), headersOf(await register())]).toEqual([
      ['600', '599', '60'],
      ['600', '598', '60'],
    ]);
  });

  test('are missing where nothing is counted, and in the other dialect', async () => {
    const { jmessage, rongcloud } = await on.addApp(limited());
    const headers = await jmessage.credentials();
    const answers = [
      await on.jmessage.call('listUsers'),
      await jmessage.fetch('/v1/users', { method: 'GET' }),
      await jmessage.fetch('/v1/nothing', { method: 'GET', headers }),
      await rongcloud.call('checkUserOnline', { body: { userId: 'u' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 200]);
    for (const answer of answers) expect(headersOf(answer)).toEqual(none);
  });

  test('are missing while Redis does not answer', async () => {
    const alone = await startTestServer({ redisUrl: 'redis://127.0.0.1:1' });
    const { jmessage } = await alone.addApp(limited({ 'jmessage:app': { points: 0, seconds: 60 } }));
    const answer = await jmessage.call('listUsers');
    expect([answer.status, ...headersOf(answer)]).toEqual([200, ...none]);
    await alone.stop();
  });

  test('are described at every answer of every operation', () => {
    for (const { id, responses } of loadApi('jmessage').operations)
      for (const [status, { headers = {} }] of Object.entries(responses))
        expect([id, status, ...Object.keys(headers).map((name) => name.toLowerCase())]).toEqual(expect.arrayContaining([...names]));
  });
});

test('an app whose limits are off has none', async () => {
  for (let index = 0; index < 15; index++) {
    expect(await on.rongcloud.call('batchSetUserTags', { body: { userIds: ['u'] } })).toMatchObject({ status: 200 });
  }
});
