import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../../../server/src/domain/messages/history.ts';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { toWire } from '../../../server/src/jmessage/message-body.ts';
import { conversationMessages, storedMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const text = { objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
const sendPrivate = (body: object) => on.rongcloud.call('publishPrivateMessage', { body: { fromUserId: 'ann', ...text, ...body } });
const sendGroup = (body: object) => on.rongcloud.call('publishGroupMessage', { body: { fromUserId: 'ann', ...text, ...body } });
const between = (one: string, other: string) => conversationMessages(on, one, other);
const inGroup = (groupId: string): Promise<Message[]> => readConversation(on.ctx, groupConversation(groupId), { after: 0, limit: 100 });
const refused = (code: number, errorMessage: string) => ({ status: 400, body: { code, errorMessage } });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

interface Sent {
  messageUIDs: { userId: string; groupId: string; messageUID: string }[];
}

async function uidsOf(answer: Promise<{ body: unknown }>): Promise<Sent['messageUIDs']> {
  return ((await answer).body as Sent).messageUIDs;
}

describe('a message to users', () => {
  test('is stored once for each recipient, and answered in the order of the call', async () => {
    const uids = await uidsOf(sendPrivate({ toUserId: ['cat', 'bob', 'dan'] }));
    expect(uids.map(({ userId }) => userId)).toEqual(['cat', 'bob', 'dan']);
    expect(new Set(uids.map(({ messageUID }) => messageUID)).size).toBe(3);
    for (const { userId, messageUID } of uids) {
      const [message] = await between('ann', userId);
      expect(message).toEqual({
        id: messageIdOf(messageUID),
        seq: 1,
        senderId: 'ann',
        senderAppId: on.app.id,
        ...text,
        options: {},
        sentAt: on.clock.now(),
        retracted: false,
      });
      expect(toWire(message!)).toEqual({ msg_type: 'text', msg_body: { text: 'Hello' } });
    }
  });

  test('shares its conversation with the answers to it, and with no other app', async () => {
    const other = await on.addApp();
    await other.rongcloud.call('publishPrivateMessage', { body: { fromUserId: 'eve', toUserId: ['fay'], ...text } });
    await sendPrivate({ fromUserId: 'eve', toUserId: ['fay'], content: 'one', objectName: 'App:T' });
    await sendPrivate({ fromUserId: 'fay', toUserId: ['eve'], content: 'two', objectName: 'App:T' });
    expect((await between('fay', 'eve')).map(({ seq, senderId, content }) => [seq, senderId, content])).toEqual([
      [1, 'eve', 'one'],
      [2, 'fay', 'two'],
    ]);
  });

  test('to oneself has a conversation too', async () => {
    await sendPrivate({ toUserId: ['ann'] });
    expect(await between('ann', 'ann')).toMatchObject([{ seq: 1, senderId: 'ann' }]);
  });

  test('keeps its text as it is', async () => {
    const content = 'Grüße & = + % \\ "\' \r\n😀 {"a":1}';
    await sendPrivate({ toUserId: ['greta'], objectName: 'App:Any', content });
    expect(await between('ann', 'greta')).toMatchObject([{ objectName: 'App:Any', content }]);
  });

  const flags: [body: object, options: object][] = [
    [
      { pushContent: 'p', pushData: 'd', pushExt: '{}' },
      { pushContent: 'p', pushData: 'd', pushExt: '{}' },
    ],
    [{ isIncludeSender: 1 }, { includeSender: true }],
    [{ isIncludeSender: 0, isCounted: 1, isPersisted: 1, verifyBlacklist: 0, disablePush: false, expansion: false }, {}],
    [{ isCounted: 0 }, { uncounted: true }],
    [{ contentAvailable: 1 }, { contentAvailable: true }],
    [{ disablePush: true }, { disablePush: true }],
    [{ disableUpdateLastMsg: true }, { disableUpdateLastMsg: true }],
    [{ needReadReceipt: 1 }, { needReadReceipt: true }],
    [{ count: -1 }, { badge: -1 }],
    [{ expansion: true }, { expansion: {} }],
    [{ expansion: true, extraContent: '{"type":"3"}' }, { expansion: { type: '3' } }],
  ];

  test.each(flags)('carries %o', async (body, options) => {
    const to = `flags-${JSON.stringify(body).replaceAll(',', ' ').slice(0, 50)}`;
    await sendPrivate({ toUserId: [to], ...body });
    expect((await between('ann', to)).map((message) => message.options)).toEqual([options]);
  });

  test('has a badge only when it goes to one', async () => {
    await sendPrivate({ toUserId: ['b1', 'b2'], count: 7 });
    expect(await between('ann', 'b1')).toMatchObject([{ options: {} }]);
    expect((await between('ann', 'b1'))[0]!.options).not.toHaveProperty('badge');
  });

  test('with isPersisted 0 is kept out of the history and takes its place in the conversation', async () => {
    for (const isPersisted of [1, 0, 1]) await sendPrivate({ toUserId: ['percy'], isPersisted });
    expect((await between('ann', 'percy')).map(({ seq }) => seq)).toEqual([1, 3]);
  });
});

describe('verifyBlacklist', () => {
  test('drops who blocked the sender, at any place of the list, and names everybody once', async () => {
    const users = ['kim1', 'lea1', 'max1'].map((username) => ({ username, password: 'secret' }));
    await on.jmessage.call('registerUsers', { body: users });
    await on.jmessage.call('addToBlacklist', { path: { username: 'lea1' }, body: ['kim1'] });
    const toUserId = ['lea1', 'max1', 'lea1', 'new1'];
    const uids = await uidsOf(sendPrivate({ fromUserId: 'kim1', toUserId, verifyBlacklist: 1 }));
    expect(uids.map(({ userId }) => userId)).toEqual(['lea1', 'max1', 'new1']);
    expect(new Set(uids.map(({ messageUID }) => messageUID)).size).toBe(3);
    expect(await between('kim1', 'lea1')).toEqual([]);
    for (const { userId, messageUID } of uids.slice(1))
      expect(await between('kim1', userId)).toMatchObject([{ id: messageIdOf(messageUID) }]);
    expect(await uidsOf(sendPrivate({ fromUserId: 'kim1', toUserId: ['lea1'], verifyBlacklist: 1 }))).toHaveLength(1);
    expect(await between('kim1', 'lea1')).toEqual([]);
  });

  test('without it a blocklist holds nothing back, and blocking somebody does not keep one from writing to him', async () => {
    await sendPrivate({ fromUserId: 'kim1', toUserId: ['lea1'] });
    await sendPrivate({ fromUserId: 'lea1', toUserId: ['kim1'], verifyBlacklist: 1 });
    expect((await between('kim1', 'lea1')).map(({ senderId }) => senderId)).toEqual(['kim1', 'lea1']);
  });
});

describe('sizes', () => {
  const edges: [field: string, most: string, tooMuch: string, why: string][] = [
    ['content', `${'😀'.repeat(32_767)}1234`, `${'😀'.repeat(32_767)}12345`, 'content must have 1 to 131072 bytes of UTF-8.'],
    ['objectName', `${'é'.repeat(15)}12`, `${'é'.repeat(15)}123`, 'objectName must have 1 to 32 bytes of UTF-8.'],
    ['fromUserId', '😀'.repeat(16), `${'😀'.repeat(16)}1`, 'fromUserId must have 1 to 64 bytes of UTF-8.'],
    ['pushContent', '字'.repeat(1365), '字'.repeat(1366), 'pushContent must have 0 to 4096 bytes of UTF-8.'],
  ];

  test.each(edges)('%s is bounded in bytes', async (field, most, tooMuch, why) => {
    expect(await sendPrivate({ toUserId: ['size'], [field]: most })).toMatchObject({ status: 200 });
    expect(await sendPrivate({ toUserId: ['size'], [field]: tooMuch })).toMatchObject(refused(1005, why));
    expect(await sendGroup({ toGroupId: ['size'], [field]: most })).toMatchObject({ status: 200 });
    expect(await sendGroup({ toGroupId: ['size'], [field]: tooMuch })).toMatchObject(refused(1005, why));
  });

  test('1000 recipients fit, 1001 are refused as a whole', async () => {
    const before = await storedMessages(on);
    expect(await sendPrivate({ toUserId: ids(1001) })).toMatchObject(refused(1002, 'toUserId must have at most 1000 items.'));
    expect(await storedMessages(on)).toBe(before);
    const uids = await uidsOf(sendPrivate({ toUserId: ids(1000) }));
    expect(uids.map(({ userId }) => userId)).toEqual(ids(1000));
    expect(await storedMessages(on)).toBe(before + 1000);
  });

  test('a message as long as can be reaches many', async () => {
    const content = Array.from({ length: 16_384 }, (_, index) => String(index).padStart(8, '.')).join('');
    expect(await sendPrivate({ toUserId: ids(200), objectName: 'App:Long', content })).toMatchObject({ status: 200 });
    expect((await between('ann', 'u199')).at(-1)).toMatchObject({ content });
  });
});

describe('expansion', () => {
  const pairs = (count: number) => JSON.stringify(Object.fromEntries(ids(count).map((key) => [key, 'v'])));
  const expand = (extraContent: string, more: object = {}) => sendPrivate({ toUserId: ['eva'], expansion: true, extraContent, ...more });

  const accepted = [
    ['100 pairs', pairs(100)],
    ['a key of 32 characters', `{"${'Az09+=-_'.repeat(4)}":""}`],
    ['a value of 4096 four-byte characters', JSON.stringify({ key: '😀'.repeat(4096) })],
    ['no pair', '{}'],
  ] as const;

  test.each(accepted)('takes %s', async (_, extraContent) => {
    expect(await expand(extraContent)).toMatchObject({ status: 200 });
    expect((await between('ann', 'eva')).at(-1)!.options.expansion).toEqual(JSON.parse(extraContent));
  });

  const notAKey = 'extraContent has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _.';
  const notAValue = 'extraContent has a value that is not a text of up to 4096 characters.';
  const wrong = [
    ['101 pairs', pairs(101), 'extraContent has more than 100 pairs.'],
    ['a key of 33 characters', `{"${'k'.repeat(33)}":""}`, notAKey],
    ['an empty key', '{"":""}', notAKey],
    ['a key with another letter', '{"ключ":""}', notAKey],
    ['a value of 4097 characters', JSON.stringify({ key: 'v'.repeat(4097) }), notAValue],
    ['a value that is a number', '{"key":1}', notAValue],
    ['a list', '["key"]', 'extraContent is not a JSON object.'],
    ['what is not JSON', '{key:1}', 'extraContent is not valid JSON.'],
  ] as const;

  test.each(wrong)('refuses %s', async (_, extraContent, why) => {
    expect(await expand(extraContent)).toMatchObject(refused(1002, why));
    expect(await sendGroup({ toGroupId: ['eva'], expansion: true, extraContent })).toMatchObject(refused(1002, why));
  });

  test('has no effect unless it is switched on', async () => {
    expect(await expand('{key:1}', { expansion: false })).toMatchObject({ status: 200 });
    expect((await between('ann', 'eva')).at(-1)!.options).not.toHaveProperty('expansion');
  });
});

describe('a message to groups', () => {
  test('is one row for each group, whatever its size, also when nobody is in it', async () => {
    for (const [groupId, size] of [
      ['few', 3],
      ['many', 1000],
    ] as const) {
      await on.rongcloud.call('createGroup', { body: { groupId, groupName: groupId, userId: ids(size) } });
    }
    const before = await storedMessages(on);
    const uids = await uidsOf(sendGroup({ toGroupId: ['many', 'few', 'nobody'] }));
    expect(uids.map(({ groupId }) => groupId)).toEqual(['many', 'few', 'nobody']);
    expect(await storedMessages(on)).toBe(before + 3);
    for (const { groupId, messageUID } of uids) expect(await inGroup(groupId)).toMatchObject([{ id: messageIdOf(messageUID), ...text }]);
  });

  test('can mention', async () => {
    const content = '{"content":"@Bob","mentionedInfo":{"type":2,"userIdList":["bob"]}}';
    await sendGroup({ toGroupId: ['chat'], content, isMentioned: 1 });
    expect(await inGroup('chat')).toMatchObject([{ content, options: { mentioned: true } }]);
  });

  test('for some members only is theirs and kept out of the history', async () => {
    const [directed] = await uidsOf(sendGroup({ toGroupId: ['whisper'], toUserId: ['bob', 'cat'] }));
    await sendGroup({ toGroupId: ['whisper'] });
    expect((await inGroup('whisper')).map(({ seq }) => seq)).toEqual([2]);
    expect(await rowOf(directed!.messageUID)).toEqual({ seq: 1, options: { onlyTo: ['bob', 'cat'] } });
  });

  test('for some members only takes one group: with two it is for all', async () => {
    await sendGroup({ toGroupId: ['w1', 'w2'], toUserId: ['bob'] });
    expect(await inGroup('w1')).toMatchObject([{ seq: 1 }]);
    expect((await inGroup('w2')).map(({ options }) => options)).toEqual([{}]);
  });

  test('has pushExt, disablePush and expansion when it is for one whole group', async () => {
    const body = { pushExt: '{}', disablePush: true, expansion: true, extraContent: '{"a":"b"}', pushContent: 'p' };
    await sendGroup({ toGroupId: ['x1'], ...body });
    await sendGroup({ toGroupId: ['x2', 'x3'], ...body });
    const [directed] = await uidsOf(sendGroup({ toGroupId: ['x4'], toUserId: ['bob'], ...body }));
    expect((await inGroup('x1'))[0]!.options).toEqual({ pushExt: '{}', disablePush: true, expansion: { a: 'b' }, pushContent: 'p' });
    expect((await inGroup('x3'))[0]!.options).toEqual({ pushContent: 'p' });
    expect((await rowOf(directed!.messageUID)).options).toEqual({ pushContent: 'p', onlyTo: ['bob'] });
  });

  test('to four groups is refused', async () => {
    expect(await sendGroup({ toGroupId: ids(4) })).toMatchObject(refused(1002, 'toGroupId must have at most 3 items.'));
  });
});

async function rowOf(uid: string): Promise<{ seq: number; options: unknown }> {
  const { seq, options } = await on.ctx.db
    .selectFrom('messages')
    .select(['seq', 'options'])
    .where('id', '=', messageIdOf(uid)!)
    .executeTakeFirstOrThrow();
  return { seq, options: JSON.parse(options) };
}
