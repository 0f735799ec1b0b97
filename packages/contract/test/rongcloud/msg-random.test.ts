import { createApp, startServer } from '@diglot/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../src/index.ts';
import { conversationMessages, storedMessages } from '../support/messages.ts';
import { accepted, json, post } from '../support/rongcloud-wire.ts';
import { freshDatabase, startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const minute = 60_000;
const text = { fromUserId: 'ann', objectName: 'App:T', content: 'hello' };
const template = { values: [{}], pushContent: [] };
const repeated = (random: string) => ({
  status: 400,
  body: { code: 1002, errorMessage: `msgRandom ${random} was used by this sender within the last minute.` },
});

const operations: [operationId: string, fields: object][] = [
  ['publishPrivateMessage', { toUserId: ['bob'] }],
  ['publishPrivateTemplateMessage', { toUserId: ['bob'], ...template }],
  ['publishPrivateStatusMessage', { toUserId: ['bob'] }],
  ['publishGroupMessage', { toGroupId: ['g'] }],
  ['publishGroupStatusMessage', { toGroupId: ['g'] }],
  ['publishChatroomMessage', { toChatroomId: ['r'] }],
  ['publishSystemMessage', { toUserId: ['bob'] }],
  ['publishSystemTemplateMessage', { toUserId: ['bob'], ...template }],
];

let used = 0;
/** A number that no other test has. */
const fresh = () => String(++used);
const send = (body: object, caller = on.rongcloud) =>
  caller.call('publishPrivateMessage', { body: { ...text, toUserId: ['bob'], ...body } });

test.each(operations)('%s is refused with the number of the last minute, and then taken as new', async (operationId, fields) => {
  const msgRandom = fresh();
  const call = () => on.rongcloud.call(operationId, { body: { ...text, ...fields, msgRandom } });
  expect(await call()).toMatchObject(accepted);
  const stored = await storedMessages(on);
  on.clock.advance(minute - 1);
  expect(await call()).toMatchObject(repeated(msgRandom));
  expect(await storedMessages(on)).toBe(stored);
  on.clock.advance(1);
  expect(await call()).toMatchObject(accepted);
  expect(await call()).toMatchObject(repeated(msgRandom));
});

test('all operations share the numbers of a sender', async () => {
  const msgRandom = fresh();
  await send({ msgRandom });
  for (const [operationId, fields] of operations)
    expect(await on.rongcloud.call(operationId, { body: { ...text, ...fields, msgRandom } })).toMatchObject(repeated(msgRandom));
});

test('another sender and another app have numbers of their own', async () => {
  const msgRandom = fresh();
  const other = await on.addApp();
  expect(await send({ msgRandom })).toMatchObject(accepted);
  expect(await send({ msgRandom, fromUserId: 'eve' })).toMatchObject(accepted);
  expect(await send({ msgRandom }, other.rongcloud)).toMatchObject(accepted);
});

test('a call that is refused does not use its number up', async () => {
  const msgRandom = fresh();
  const off = await on.addApp({
    settings: { rateLimits: { enabled: false, overrides: {} }, services: { chatroomWhitelist: false } },
  });
  const chatroom = (priority: number) =>
    off.rongcloud.call('publishChatroomMessage', { body: { ...text, toChatroomId: ['r'], priority, msgRandom } });
  expect(await chatroom(1)).toMatchObject({ status: 430 });
  expect(await chatroom(0)).toMatchObject(accepted);
  expect(await send({ msgRandom, expansion: true, extraContent: '[' })).toMatchObject({ status: 400 });
  expect(await send({ msgRandom })).toMatchObject(accepted);
});

test('a call that fails to store does not use its number up', async () => {
  const msgRandom = fresh();
  const { db } = on.ctx;
  await db.schema.alterTable('messages').renameTo('messages_away').execute();
  expect(await send({ msgRandom })).toMatchObject({ status: 500 });
  await db.schema
    .alterTable('messages_away' as 'messages')
    .renameTo('messages')
    .execute();
  expect(await send({ msgRandom })).toMatchObject(accepted);
});

test('a recipient who wants nothing makes no difference', async () => {
  const msgRandom = fresh();
  await on.rongcloud.call('addBlocklistUsers', { body: { userId: 'lea', blackUserId: ['ann'] } });
  expect(await send({ toUserId: ['lea'], verifyBlacklist: 1, msgRandom })).toMatchObject(accepted);
  expect(await send({ toUserId: ['lea'], verifyBlacklist: 1, msgRandom })).toMatchObject(repeated(msgRandom));
});

describe('at once', () => {
  const answers = async (calls: Promise<{ status: number }>[]) => (await Promise.all(calls)).map(({ status }) => status).toSorted();
  const one = [200, ...Array.from({ length: 19 }, () => 400)];

  test('one of twenty calls with a number is accepted', async () => {
    const msgRandom = fresh();
    expect(await answers(Array.from({ length: 20 }, () => send({ msgRandom, toUserId: ['once'] })))).toEqual(one);
    expect(await conversationMessages(on, 'ann', 'once')).toHaveLength(1);
  });

  // The embedded database belongs to one node.
  test.runIf(process.env.DATABASE_URL)('one of twenty calls to two nodes is accepted', async () => {
    const { database, drop } = await freshDatabase();
    const nodes = await Promise.all([1, 2].map(() => startServer({ database, warmUp: false })));
    const app = (await createApp(nodes[0]!.services, { name: 'test' }))!;
    const callers = nodes.map(({ url }) =>
      createCaller({ dialect: 'rongcloud', baseUrl: url, app: { appKey: app.key, appSecret: app.secret } }),
    );
    const calls = Array.from({ length: 20 }, (_, index) => send({ msgRandom: '1' }, callers[index % 2]));
    expect(await answers(calls)).toEqual(one);
    for (const node of nodes) await node.stop();
    await drop();
  });

  test('calls with many numbers into the same conversations do not wait for each other for good, also when old ones are forgotten', async () => {
    const toUserId = ['c1', 'c2', 'c3'];
    for (let round = 0; round < 2; round++) {
      const calls = Array.from({ length: 60 }, (_, index) =>
        send({ msgRandom: `${1_000_000 + (index % 30)}`, toUserId: index % 2 ? toUserId : toUserId.toReversed() }),
      );
      const plain = Array.from({ length: 10 }, () => send({ toUserId }));
      expect((await answers([...calls, ...plain])).filter((status) => status === 200)).toHaveLength(40);
      on.clock.advance(minute);
    }
    const seqs = (await conversationMessages(on, 'ann', 'c2')).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  });
});

test('numbers are forgotten', async () => {
  await send({ msgRandom: fresh() });
  on.clock.advance(minute);
  await send({ msgRandom: fresh() });
  const { count } = await on.ctx.db
    .selectFrom('message_randoms')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1);
});

describe('64 bits', () => {
  /** Operations that take it as JSON: one that is documented with a form, one with JSON. */
  const inJson = ['publish', 'publish_template'].map((name) => (msgRandom: string) => {
    const own = name === 'publish' ? '' : ',"values":[{}],"pushContent":[]';
    const body = `{"fromUserId":"bits","toUserId":["bob"],"objectName":"App:T","content":"c","msgRandom":${msgRandom}${own}}`;
    return post(on.rongcloud, `/message/private/${name}.json`, { body, headers: json });
  });

  test('no digit is lost, whether they come as a number or as text', async () => {
    for (const [index, call] of inJson.entries()) {
      on.clock.advance(minute);
      expect(await call('9223372036854775807')).toMatchObject(accepted);
      expect(await call('9223372036854775806')).toMatchObject(accepted);
      expect(await inJson[1 - index]!('"9223372036854775807"')).toMatchObject(repeated('9223372036854775807'));
      expect(await send({ fromUserId: 'bits', msgRandom: '9223372036854775806' })).toMatchObject(repeated('9223372036854775806'));
      expect(await call('-9223372036854775808')).toMatchObject(accepted);
      expect(await call('7')).toMatchObject(accepted);
      expect(await send({ fromUserId: 'bits', msgRandom: '007' })).toMatchObject(repeated('7'));
    }
  });

  test.each(['9223372036854775808', '-9223372036854775809'])('%s does not fit', async (msgRandom) => {
    const refused = { status: 400, body: { code: 1002, errorMessage: 'msgRandom has more than 64 bits.' } };
    for (const call of inJson) {
      expect(await call(msgRandom)).toMatchObject(refused);
      expect(await call(`"${msgRandom}"`)).toMatchObject(refused);
    }
    expect(await send({ msgRandom })).toMatchObject(refused);
  });

  test.each(['1.5', 'true', '"0x1"', '"1e3"', '1e30', '12345678901234567890', '" 1"'])(
    '%s is no integer of that kind',
    async (msgRandom) => {
      for (const call of inJson) expect(await call(msgRandom)).toMatchObject({ status: 400, body: { code: 1002 } });
    },
  );

  test.each(['""', 'null'])('%s is none', async (msgRandom) => {
    for (const call of inJson) for (const _ of [1, 2]) expect(await call(msgRandom)).toMatchObject(accepted);
  });
});
