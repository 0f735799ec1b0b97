import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../server/src/context.ts';
import { type Broadcast, broadcastsFor } from '../../../server/src/domain/broadcasts/read.ts';
import type { StoredSettings } from '../../../server/src/domain/settings.ts';
import type { Caller } from '../../src/index.ts';
import { accepted, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let on: TestServer;
let ctx: Ctx;
let rongcloud: Caller;
beforeAll(async () => {
  on = await startTestServer();
});
beforeEach(() => newApp());
afterAll(() => on.stop());

/** Every test has an app of its own, whose users are ann and bob. */
async function newApp(settings: StoredSettings = {}): Promise<void> {
  const added = await on.addApp({ settings: { rateLimits: { enabled: false }, ...settings } });
  rongcloud = added.rongcloud;
  ctx = { ...on.ctx, app: added.app };
  await register('ann', 'bob');
}

const register = (...userIds: string[]) => insertUsers({ ...on, app: ctx.app, ctx }, ...userIds);
const call = (operationId: string, body: object) => rongcloud.call(operationId, { body });
const message = { fromUserId: 'sys', objectName: 'App:News', content: 'text, not JSON' };
const send = async (fields: object = {}, operationId = 'broadcastMessage') => {
  const { status, body } = await call(operationId, { ...message, ...fields });
  expect(status).toBe(200);
  return (body as { messageUID: string }).messageUID;
};
const sendOnline = (content: string) => send({ content }, 'broadcastToOnlineUsers');
const read = (userId: string, after = 0, limit = 100): Promise<Broadcast[]> => broadcastsFor(ctx, userId, { after, limit });
const contents = async (userId: string) => (await read(userId)).map(({ message: { content } }) => content);

describe('a broadcast', () => {
  test('has one UID, is stored once in the conversation of its sender, and not in the history', async () => {
    const fields = { pushContent: 'p', pushData: 'd', pushExt: '{"title":"t"}', contentAvailable: 1, disableUpdateLastMsg: true };
    expect(await send(fields)).toMatch(/^[0-9A-V]{4}(-[0-9A-V]{4}){3}$/);
    const rows = await ctx.db
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['kind', 'key', 'sender_id', 'object_name', 'content', 'persisted', 'options'])
      .where('messages.app_id', '=', ctx.app.id)
      .execute();
    expect(rows).toMatchObject([
      { kind: 106, key: 'sys', sender_id: 'sys', object_name: 'App:News', content: 'text, not JSON', persisted: false },
    ]);
    expect(JSON.parse(rows[0]!.options)).toMatchObject({ ...fields, contentAvailable: true });
  });

  test('is for all registered users, and no other', async () => {
    await send();
    expect(await contents('ann')).toEqual([message.content]);
    expect(await contents('bob')).toEqual([message.content]);
    expect(await contents('nobody')).toEqual([]);
  });

  test('is for the users of its app', async () => {
    await send();
    await newApp();
    expect(await contents('ann')).toEqual([]);
  });

  test.each([
    [undefined, 7],
    [3, 3],
    [1, 1],
    [90, 30],
  ])('with offlineDays %s waits %s days, to the millisecond', async (offlineDays, days) => {
    await newApp(offlineDays === undefined ? {} : { offlineDays });
    await send();
    on.clock.advance(days * day - 1);
    expect(await contents('ann')).toEqual([message.content]);
    on.clock.advance(1);
    expect(await contents('ann')).toEqual([]);
  });

  test.each<[boolean, string[]]>([
    [true, ['before', 'at that time', 'after']],
    [false, ['at that time', 'after']],
  ])('for who registers later, with broadcastsForNewUsers %s', async (broadcastsForNewUsers, expected) => {
    await newApp({ broadcastsForNewUsers });
    await send({ content: 'before' });
    on.clock.advance(day);
    await send({ content: 'at that time' });
    await register('new');
    on.clock.advance(day);
    await send({ content: 'after' });
    expect(await contents('new')).toEqual(expected);
    expect(await contents('ann')).toEqual(['before', 'at that time', 'after']);
  });

  test('comes in the order of positions, page by page, also when many are sent at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => send({ content: String(index), fromUserId: `sys${index % 3}` })));
    const all = await read('ann');
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const pages = [await read('ann', 0, 8), await read('ann', 8, 8), await read('ann', 16, 8), await read('ann', 20, 8)];
    expect(pages.map((page) => page.length)).toEqual([8, 8, 4, 0]);
    expect(pages.flat()).toEqual(all);
    expect(new Set(all.map(({ message: { content } }) => content)).size).toBe(20);
  });
});

test.each(['broadcastMessage', 'broadcastToOnlineUsers'])(
  '%s is sent once with the same msgRandom within a minute',
  async (operationId) => {
    const random = { ...message, msgRandom: '77' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(operationId, random)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400]);
    expect(answers.find(({ status }) => status === 400)).toMatchObject(refused(1002));
    expect(await read('ann')).toMatchObject([{ position: 1 }]);
    on.clock.advance(minute);
    await send({ msgRandom: '77' }, operationId);
    expect(await read('ann')).toMatchObject([{ position: 1 }, { position: 2 }]);
  },
);

describe('an online broadcast', () => {
  test('waits 10 minutes for users to come online, whatever the settings', async () => {
    await newApp({ offlineDays: 1, broadcastsForNewUsers: false });
    await sendOnline('now');
    on.clock.advance(10 * minute - 1);
    await register('new');
    for (const userId of ['ann', 'new']) expect(await contents(userId)).toEqual(['now']);
    expect(await contents('nobody')).toEqual([]);
    on.clock.advance(1);
    expect(await contents('ann')).toEqual([]);
  });

  test('cannot be taken back', async () => {
    const messageUID = await sendOnline('now');
    expect(await call('recallBroadcast', { fromUserId: 'sys', messageUID })).toMatchObject(accepted);
    expect(await read('ann')).toMatchObject([{ message: { retracted: false } }]);
  });
});

describe('taking back', () => {
  const recall = (messageUID: string, fields: object = {}) => call('recallBroadcast', { fromUserId: 'sys', messageUID, ...fields });

  test('marks the broadcast and sends a command to everybody, once', async () => {
    const messageUID = await send();
    const { sentAt } = (await read('ann'))[0]!.message;
    on.clock.advance(minute);
    expect(await recall(messageUID, { isAdmin: 1, isDelete: 1, extra: 'typo', sentTime: 0 })).toMatchObject(accepted);
    expect(await recall(messageUID)).toMatchObject(accepted);
    const [original, command, ...others] = await read('bob');
    expect(original).toMatchObject({ message: { content: message.content, retracted: true } });
    expect(command).toMatchObject({ message: { senderId: 'sys', objectName: 'RC:RcCmd', retracted: false } });
    expect(JSON.parse(command!.message.content)).toEqual({
      messageUId: messageUID,
      conversationType: 6,
      sentTime: sentAt,
      isAdmin: 1,
      isDelete: 1,
      extra: 'typo',
    });
    expect(others).toEqual([]);
  });

  test('at the same time sends one command', async () => {
    const messageUID = await send();
    const command = { fromUserId: 'sys', objectName: 'RC:RcCmd', content: JSON.stringify({ messageUId: messageUID }) };
    await Promise.all([...Array.from({ length: 6 }, () => recall(messageUID)), call('broadcastMessage', command)]);
    const [original, ...commands] = await read('ann');
    expect(original).toMatchObject({ message: { retracted: true } });
    expect([1, 2]).toContain(commands.length);
  });

  test.each<[string, (uid: string) => Promise<unknown>]>([
    ['another sender', (uid) => recall(uid, { fromUserId: 'other' })],
    ['a UID that was never given', () => recall('5FGT-7VA9-G4DD-4V5P')],
    ['a message that is no broadcast', async () => recall(await privateMessage())],
    ['a broadcast of another app', async (uid) => call('recallBroadcast', { fromUserId: 'sys', messageUID: uid })],
  ])('by or of %s changes nothing', async (title, attempt) => {
    const messageUID = await send();
    const [owner, caller] = [ctx, rongcloud];
    if (title.endsWith('another app')) await newApp();
    expect(await attempt(messageUID)).toMatchObject(accepted);
    [ctx, rongcloud] = [owner, caller];
    expect(await read('ann')).toMatchObject([{ message: { retracted: false } }]);
  });

  async function privateMessage(): Promise<string> {
    const { body } = await call('publishPrivateMessage', { ...message, toUserId: ['ann'] });
    return (body as { messageUIDs: { messageUID: string }[] }).messageUIDs[0]!.messageUID;
  }

  test.each([
    ['messageUId', 'sys', true],
    ['MessageUId', 'sys', true],
    ['messageUId', 'other', false],
    ['id', 'sys', false],
  ])('by broadcasting a command with %s from %s: %s', async (field, fromUserId, retracted) => {
    const uid = await send();
    const content = JSON.stringify({ conversationType: '6', [field]: uid, isAdmin: 0, isDelete: 0 });
    await send({ fromUserId, objectName: 'RC:RcCmd', content });
    expect(await read('ann')).toMatchObject([{ message: { retracted } }, { message: { objectName: 'RC:RcCmd', content } }]);
  });

  test.each(['', 'null', '[]', '{"messageUId":7}', '{"messageUId":"5FGT"}'])(
    'by a command with %j is a message like any other',
    async (content) => {
      await send();
      const answer = await call('broadcastMessage', { ...message, objectName: 'RC:RcCmd', content });
      expect(answer.status).toBe(content === '' ? 400 : 200);
      expect((await read('ann'))[0]).toMatchObject({ message: { retracted: false } });
    },
  );
});

describe('refused are', () => {
  test.each(['broadcastMessage', 'broadcastToOnlineUsers'])(
    '%s without sender, type or content, or with too long ones',
    async (operationId) => {
      for (const field of ['fromUserId', 'objectName', 'content']) {
        const missing = { status: 400, body: { code: 1002, errorMessage: `${field} is required.` } };
        expect(await call(operationId, { ...message, [field]: '' })).toMatchObject(missing);
      }
      expect(await call(operationId, { ...message, fromUserId: 'x'.repeat(65) })).toMatchObject(refused(1005));
      expect(await call(operationId, { ...message, objectName: 'x'.repeat(33) })).toMatchObject(refused(1005));
      expect(await call(operationId, { ...message, content: 'x'.repeat(131_073) })).toMatchObject(refused(1005));
      const longest = { fromUserId: '字'.repeat(21), objectName: 'x'.repeat(32), content: '%'.repeat(131_072) };
      expect(await call(operationId, longest)).toMatchObject(accepted);
    },
  );

  test('an unknown system', async () => {
    expect(await call('broadcastMessage', { ...message, os: 'symbian' })).toMatchObject(refused(1002));
  });

  test('a recall without sender or UID, or with a UID of another form', async () => {
    const body = { fromUserId: 'sys', messageUID: '5FGT-7VA9-G4DD-4V5P' };
    for (const field of ['fromUserId', 'messageUID']) {
      const missing = { status: 400, body: { code: 1002, errorMessage: `${field} is required.` } };
      expect(await call('recallBroadcast', { ...body, [field]: '' })).toMatchObject(missing);
    }
    expect(await call('recallBroadcast', { ...body, messageUID: 'abc' })).toMatchObject(refused(1002));
    expect(await call('recallBroadcast', { ...body, extra: 'x'.repeat(4097) })).toMatchObject(refused(1005));
  });

  test('everything while the service is off, bad parameters first', async () => {
    await newApp({ services: { broadcast: false } });
    const off = { status: 430, body: { code: 1009, errorMessage: 'Service broadcast is not enabled.' } };
    expect(await call('broadcastMessage', message)).toMatchObject(off);
    expect(await call('broadcastToOnlineUsers', message)).toMatchObject(off);
    expect(await call('recallBroadcast', { fromUserId: 'sys', messageUID: '5FGT-7VA9-G4DD-4V5P' })).toMatchObject(off);
    expect(await call('broadcastMessage', { ...message, content: '' })).toMatchObject(refused(1002));
    expect(await contents('ann')).toEqual([]);
  });
});
