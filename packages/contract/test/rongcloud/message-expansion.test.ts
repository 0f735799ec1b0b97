import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { messageUid } from '../../../server/src/domain/uid.ts';
import { conversationMessages, messagesIn, sendGroup, sendPrivate } from '../support/messages.ts';
import { accepted, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

type Pairs = Record<string, { v: string; ts: number }>;
const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const because = (errorMessage: string) => ({ status: 400, body: { code: 1002, errorMessage } });
const pairs = (count: number, prefix = 'k') => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, 'v']));

async function get(msgUID: string): Promise<Pairs> {
  const { status, body } = await call('getMessageExpansion', { msgUID });
  expect(status).toBe(200);
  return (body as { extraContent: Pairs }).extraContent;
}

const values = async (msgUID: string) => Object.fromEntries(Object.entries(await get(msgUID)).map(([key, { v }]) => [key, v]));

let messages = 0;
/** A message from ann to a user of its own. */
async function newMessage(fields: object = { expansion: true }) {
  messages += 1;
  const targetId = `reader${messages}`;
  const msgUID = await sendPrivate(on.rongcloud, { fromUserId: 'ann', toUserId: targetId, ...fields });
  const place = { msgUID, userId: 'ann', conversationType: 1, targetId };
  return {
    ...place,
    set: (entries: object, change: object = {}) =>
      call('setMessageExpansion', { ...place, extraKeyVal: JSON.stringify(entries), ...change }),
    remove: (keys: string[], change: object = {}) =>
      call('deleteMessageExpansion', { ...place, extraKey: JSON.stringify(keys), ...change }),
    values: () => values(msgUID),
    history: () => conversationMessages(on, 'ann', targetId),
    stored: () => messagesIn(on, { kind: 1, key: `ann,${targetId}` }),
  };
}

describe('pairs', () => {
  test('are those the message was sent with until they are set, added to and deleted', async () => {
    const { set, remove, ...message } = await newMessage({ expansion: true, extraContent: '{"a":"1","b":"2"}' });
    expect(await message.values()).toEqual({ a: '1', b: '2' });
    expect(await set({ b: 'two', c: '3' })).toMatchObject(accepted);
    expect(await message.values()).toEqual({ a: '1', b: 'two', c: '3' });
    expect(await remove(['a', 'c', 'never'])).toMatchObject(accepted);
    expect(await message.values()).toEqual({ b: 'two' });
    expect(await set({}, { extraKeyVal: '{"a":"again","__proto__":"own"}' })).toMatchObject(accepted);
    expect(Object.entries(await message.values()).sort()).toEqual([
      ['__proto__', 'own'],
      ['a', 'again'],
      ['b', 'two'],
    ]);
  });

  test('have a number for a version, which grows with each change', async () => {
    const { set, remove, msgUID } = await newMessage({ expansion: true, extraContent: '{"a":"1","b":"2"}' });
    const versions = [(await get(msgUID)).a!.ts];
    for (const value of ['x', 'x', 'y']) {
      await set({ a: value });
      versions.push((await get(msgUID)).a!.ts);
    }
    await remove(['a']);
    await set({ a: 'new' });
    versions.push((await get(msgUID)).a!.ts);
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
    expect((await get(msgUID)).b!.ts).toBe(versions[0]);
  });

  test('of a message are 300 at most, those it was sent with included; a call beyond sets none', async () => {
    const { set, remove, ...message } = await newMessage({ expansion: true, extraContent: JSON.stringify(pairs(100, 'first')) });
    expect(await set(pairs(100, 'x'))).toMatchObject(accepted);
    expect(await set(pairs(99, 'y'))).toMatchObject(accepted);
    expect(await set({ one: 'v', two: 'v' })).toMatchObject(because('A message has at most 300 pairs.'));
    expect(Object.keys(await message.values())).toHaveLength(299);
    expect(await set({ one: 'v' })).toMatchObject(accepted);
    expect(await set({ one: 'again' })).toMatchObject(accepted);
    expect(await set({ more: 'v' })).toMatchObject(refused(1002));
    expect(await remove(['first0'])).toMatchObject(accepted);
    expect(await set({ more: 'v' })).toMatchObject(accepted);
    expect(Object.keys(await message.values())).toHaveLength(300);
  });

  test('are 300 at most, whoever is faster', async () => {
    const { set, values: current, stored } = await newMessage();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((prefix) => set(pairs(90, prefix))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 400, 400]);
    expect(Object.keys(await current())).toHaveLength(270);
    expect(await stored()).toHaveLength(4);
  });

  test('set at the same time are all there, under versions of their own', async () => {
    const { set, remove, msgUID } = await newMessage();
    await set({ gone: 'v' });
    await Promise.all([...Array.from({ length: 12 }, (_, index) => set({ [`k${index}`]: `v${index}` })), remove(['gone'])]);
    const now = await get(msgUID);
    expect(Object.keys(now).sort()).toEqual(Array.from({ length: 12 }, (_, index) => `k${index}`).sort());
    expect(new Set(Object.values(now).map(({ ts }) => ts))).toHaveLength(12);
  });

  test("of a group message are anybody's to change, also while others send to the group", async () => {
    const msgUID = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'chess', expansion: true });
    const place = { msgUID, conversationType: 3, targetId: 'chess' };
    const set = (userId: string) => call('setMessageExpansion', { ...place, userId, extraKeyVal: JSON.stringify({ [userId]: 'v' }) });
    const done = await Promise.all(
      ['u0', 'u1', 'u2', 'u3'].flatMap((userId) => [set(userId), sendGroup(on.rongcloud, { fromUserId: userId, toGroupId: 'chess' })]),
    );
    expect(done.filter((answer) => typeof answer === 'object').map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await values(msgUID)).toEqual({ u0: 'v', u1: 'v', u2: 'v', u3: 'v' });
  });

  test("of one-to-one messages are either user's to change", async () => {
    const { set, values: current, targetId } = await newMessage();
    expect(await set({ read: 'yes' }, { userId: targetId, targetId: 'ann' })).toMatchObject(accepted);
    expect(await current()).toEqual({ read: 'yes' });
  });

  test('are current in the history of the conversation', async () => {
    const { set, remove, history } = await newMessage({ expansion: true, extraContent: '{"a":"1"}' });
    await set({ b: '2' });
    await remove(['a']);
    expect(await history()).toMatchObject([{ options: { expansion: { b: '2' } } }]);
    expect((await history())[0]!.options.expansion).toEqual({ b: '2' });
  });
});

describe('clients are told of a change', () => {
  test('by a command in the conversation that is kept out of the history', async () => {
    const { set, remove, history, stored, msgUID, targetId } = await newMessage({ expansion: true, extraContent: '{"a":"1"}' });
    await set({ b: '2', c: '3' }, { userId: targetId, targetId: 'ann' });
    await remove(['a', 'never', 'c', 'a'], { isSyncSender: 1 });
    const command = { object_name: 'RC:MsgExMsg', persisted: false };
    const [, first, second] = await stored();
    expect(first).toMatchObject({ ...command, seq: 2, sender_id: targetId, options: { unpersisted: true, uncounted: true } });
    expect(JSON.parse(first!.content)).toEqual({ mid: msgUID, put: { b: '2', c: '3' } });
    expect(first!.options).not.toHaveProperty('includeSender');
    expect(second).toMatchObject({ ...command, seq: 3, sender_id: 'ann', options: { includeSender: true } });
    expect(JSON.parse(second!.content)).toEqual({ mid: msgUID, del: ['a', 'c'] });
    expect(await history()).toHaveLength(1);
  });

  test('and not when nothing changes', async () => {
    const { set, remove, stored } = await newMessage();
    expect(await set({})).toMatchObject(accepted);
    expect(await remove([])).toMatchObject(accepted);
    expect(await remove(['never'])).toMatchObject(accepted);
    expect(await stored()).toHaveLength(1);
  });

  test('or nothing changes at all', async () => {
    const { set, values: current, stored } = await newMessage({ expansion: true, extraContent: '{"a":"1"}' });
    await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(on.ctx.db);
    await sql`create trigger refuse before insert on message_expansions for each row execute function refuse()`.execute(on.ctx.db);
    expect(await set({ b: '2' })).toMatchObject({ status: 500, body: { code: 1000 } });
    await sql`drop trigger refuse on message_expansions`.execute(on.ctx.db);
    expect(await current()).toEqual({ a: '1' });
    expect(await stored()).toHaveLength(1);
    expect(await set({ b: '2' })).toMatchObject(accepted);
  });
});

describe('refused are', () => {
  const changes = [
    ['setMessageExpansion', { extraKeyVal: '{"a":"v"}' }],
    ['deleteMessageExpansion', { extraKey: '["a"]' }],
  ] as const;

  test.each(changes)('%s of a message that was not sent with expansion true', async (operationId, body) => {
    for (const fields of [{}, { expansion: false, extraContent: '{"a":"1"}' }]) {
      const { msgUID, targetId } = await newMessage(fields);
      const answer = await call(operationId, { msgUID, userId: 'ann', conversationType: 1, targetId, ...body });
      expect(answer).toMatchObject(because(`msgUID ${msgUID} was not sent with expansion true.`));
      expect(await get(msgUID)).toEqual({});
    }
  });

  test.each(changes)('%s of a message of another conversation, another app, or none', async (operationId, body) => {
    const { msgUID, targetId, stored } = await newMessage();
    const place = { msgUID, userId: 'ann', conversationType: 1, targetId, ...body };
    const other = await on.addApp();
    for (const [caller, change] of [
      [on.rongcloud, { targetId: 'somebody' }],
      [on.rongcloud, { userId: 'somebody' }],
      [on.rongcloud, { conversationType: 3 }],
      [on.rongcloud, { msgUID: messageUid(2 ** 53 - 1) }],
      [on.rongcloud, { msgUID: 'VVVV-VVVV-VVVV-VVVV' }],
      [other.rongcloud, {}],
    ] as const) {
      const sent = { ...place, ...change };
      const errorMessage = `msgUID ${sent.msgUID} is not a message of this conversation.`;
      expect(await caller.call(operationId, { body: sent })).toMatchObject(because(errorMessage));
    }
    expect(await stored()).toHaveLength(1);
    expect(await other.rongcloud.call('getMessageExpansion', { body: { msgUID } })).toMatchObject({ body: { extraContent: {} } });
  });

  test.each(changes)('%s of a message that is recalled', async (operationId, body) => {
    const { set, remove: _, values: current, ...place } = await newMessage();
    await set({ a: '1' });
    await call('recallMessage', { fromUserId: 'ann', conversationType: 1, targetId: place.targetId, messageUID: place.msgUID });
    const sent = { msgUID: place.msgUID, userId: 'ann', conversationType: 1, targetId: place.targetId, ...body };
    expect(await call(operationId, sent)).toMatchObject(because(`msgUID ${place.msgUID} is recalled.`));
  });

  test('messages to some members of a group, which cannot be extended', async () => {
    const msgUID = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'go', toUserId: ['bob'], expansion: true });
    const place = { msgUID, userId: 'ann', conversationType: 3, targetId: 'go' };
    const answer = await call('setMessageExpansion', { ...place, extraKeyVal: '{"a":"v"}' });
    expect(answer).toMatchObject(because(`msgUID ${msgUID} was not sent with expansion true.`));
  });

  test.each([
    ['{', 'is not valid JSON'],
    ['["a"]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{"a":1}', 'has a value that is not a text of up to 4096 characters'],
    ['{"a":null}', 'has a value that is not a text of up to 4096 characters'],
    [JSON.stringify({ a: '字'.repeat(4097) }), 'has a value that is not a text of up to 4096 characters'],
    ['{"a b":"v"}', 'has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _'],
    ['{"":"v"}', 'has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _'],
    [JSON.stringify({ ['k'.repeat(33)]: 'v' }), 'has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _'],
    ['{"a":"\\u0000"}', 'has a value with a NUL character or half a surrogate pair'],
    ['{"a":"\\ud800"}', 'has a value with a NUL character or half a surrogate pair'],
    [JSON.stringify(pairs(101)), 'has more than 100 pairs'],
  ])('extraKeyVal %#', async (extraKeyVal, reason) => {
    const { set, values: current } = await newMessage();
    expect(await set({}, { extraKeyVal })).toMatchObject(because(`extraKeyVal ${reason}.`));
    expect(await current()).toEqual({});
  });

  test('no keys and values at the edge of their limits', async () => {
    const { set, remove, values: current } = await newMessage();
    const edge = { ['aZ9+=-_'.padEnd(32, 'k')]: '😀'.repeat(4096), empty: '' };
    expect(await set(edge)).toMatchObject(accepted);
    expect(await current()).toEqual(edge);
    expect(await set(pairs(100))).toMatchObject(accepted);
    expect(await remove(Object.keys(pairs(100)))).toMatchObject(accepted);
    expect(await current()).toEqual(edge);
  });

  test.each([
    ['{}', 'is not a JSON array'],
    ['[1]', 'has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _'],
    ['["\\u0000"]', 'has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _'],
    [JSON.stringify(Object.keys(pairs(101))), 'has more than 100 keys'],
  ])('extraKey %#', async (extraKey, reason) => {
    const { remove } = await newMessage();
    expect(await remove([], { extraKey })).toMatchObject(because(`extraKey ${reason}.`));
  });

  test('what is too long, and a UID of another form', async () => {
    const { set } = await newMessage();
    expect(await set({}, { extraKeyVal: `{"a":"${'x'.repeat(524_288)}"}` })).toMatchObject(refused(1005));
    expect(await set({ a: 'v' }, { userId: 'x'.repeat(65) })).toMatchObject(refused(1005));
    expect(
      await call('deleteMessageExpansion', { msgUID: 'x', userId: 'ann', conversationType: 1, targetId: 'x'.repeat(65), extraKey: '[]' }),
    ).toMatchObject({ status: 400 });
    expect(await call('getMessageExpansion', { msgUID: '5fgt-7va9-g4dd-4v5p' })).toMatchObject(refused(1002));
  });
});

test('a page has 300 pairs, and the next one none', async () => {
  const { set, msgUID } = await newMessage();
  for (const prefix of ['a', 'b', 'c']) await set(pairs(100, prefix));
  const pageOf = async (pageNo: number) => {
    const { body } = await call('getMessageExpansion', { msgUID, pageNo });
    return Object.keys((body as { extraContent: Pairs }).extraContent);
  };
  expect(await pageOf(1)).toHaveLength(300);
  expect(await pageOf(2)).toEqual([]);
  expect(await pageOf(2 ** 31 - 1)).toEqual([]);
});

test('a message that is older than the app keeps is unknown', async () => {
  const { set, values: current } = await newMessage({ expansion: true, extraContent: '{"a":"1"}' });
  on.clock.advance(180 * 24 * 60 * 60 * 1000);
  expect(await current()).toEqual({ a: '1' });
  on.clock.advance(1);
  expect(await current()).toEqual({});
  expect(await set({ a: '2' })).toMatchObject(refused(1002));
});

test('a group message is extended where the history of the group is read', async () => {
  const msgUID = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'hist', expansion: true, extraContent: '{"a":"1"}' });
  await call('setMessageExpansion', { msgUID, userId: 'bob', conversationType: 3, targetId: 'hist', extraKeyVal: '{"a":"2"}' });
  const [message] = await readConversation(on.ctx, groupConversation('hist'), { after: 0, limit: 10, viewer: 'cat' });
  expect(message!.options.expansion).toEqual({ a: '2' });
});
