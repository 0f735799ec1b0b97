import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rotateSecret } from '../../../server/src/domain/apps.ts';
import { conversationKinds, systemConversation } from '../../../server/src/domain/messages/conversation.ts';
import { sendToChatroom } from '../../../server/src/domain/messages/send.ts';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import type { Query } from '../../../server/src/store/db.ts';
import type { Caller } from '../../src/index.ts';
import { refused, invalid as refusedAsInvalid, send } from '../support/jmessage-wire.ts';
import { sendGroup, sendPrivate } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const second = 1000;
const day = 24 * 60 * 60 * second;

let on: TestServer;
const queries: Query[] = [];
beforeAll(async () => {
  on = await startTestServer({ onQuery: (query) => queries.push(query) });
});
afterAll(() => on.stop());

interface Wire {
  msgid: number;
  msg_body: { text?: string };
  [field: string]: unknown;
}

interface Page {
  total: number;
  cursor?: string;
  count: number;
  messages: Wire[];
}

let fresh: Awaited<ReturnType<TestServer['addApp']>>;
let rongcloud: Caller;
let jmessage: Caller;
beforeEach(async () => {
  fresh = await on.addApp();
  ({ rongcloud, jmessage } = fresh);
  await jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
  await jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret', nickname: 'Javen Li' }] });
});

const ctx = () => ({ ...on.ctx, app: fresh.app });
const time = (millis: number) => new Date(millis + 8 * 60 * 60 * second).toISOString().slice(0, 19).replace('T', ' ');
/** The day around now. */
const around = () => ({ begin_time: time(on.clock.now() - day), end_time: time(on.clock.now() + day) });
const list = (operationId: string, query: object, path: object = {}) =>
  jmessage.call(operationId, { query: { ...query }, path: { ...path } });

async function page(operationId: string, query: object, path: object = {}): Promise<Page> {
  const { status, body } = await list(operationId, query, path);
  expect({ status, body }).toEqual({ status: 200, body: expect.anything() });
  return body as Page;
}

const everything = (operationId = 'listMessages', path: object = {}) => page(operationId, { count: 1000, ...around() }, path);
const texts = ({ messages }: { messages: Wire[] }) => messages.map(({ msg_body }) => msg_body.text);
const because = (message: string) => ({ status: 400, body: { error: { code: 899003, message: `parameter invalid: ${message}` } } });

async function say(text: string, change: object = {}): Promise<number> {
  const to = { target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang' };
  const { status, body } = await jmessage.call('sendMessage', {
    body: { version: 1, ...to, msg_type: 'text', msg_body: { text }, ...change },
  });
  expect(status).toBe(201);
  return (body as { msg_id: number }).msg_id;
}

async function sayInTurn(...words: string[]): Promise<void> {
  for (const word of words) {
    on.clock.advance(second);
    await say(word);
  }
}

async function newGroup(): Promise<number> {
  const { body } = await jmessage.call('createGroup', { body: { owner_username: 'javen', name: 'Chess' } });
  return (body as { gid: number }).gid;
}

/** A chatroom of the other dialect and its numeric id. */
async function newRoom(chatroomId: string): Promise<number> {
  await rongcloud.call('createChatroom', { body: { chatroomId } });
  const row = await on.ctx.db
    .selectFrom('chatrooms')
    .select('room_id')
    .where('chatroom_id', '=', chatroomId)
    .where('app_id', '=', fresh.app.id);
  return (await row.executeTakeFirstOrThrow()).room_id;
}

const sayInRoom = (chatroomId: string, text: string) =>
  sendToChatroom(
    ctx(),
    { senderId: 'javen', objectName: 'RC:TxtMsg', content: JSON.stringify({ content: text }), options: {} },
    chatroomId,
  );

describe('a message', () => {
  test('has the fields of the reference', async () => {
    const msgid = await say('Hello', { from_name: 'Fang', target_name: 'Javen', no_offline: true, no_notification: true });
    const app = fresh.app.key;
    const now = on.clock.now();
    const common = {
      target_appkey: app,
      from_appkey: app,
      from_platform: 'api',
      version: 1,
      msg_ctime: now,
      create_time: Math.floor(now / 1000),
      msg_level: 0,
    };
    const own = {
      target_type: 'single',
      target_id: 'javen',
      target_name: 'Javen',
      from_type: 'admin',
      from_id: 'fang',
      from_name: 'Fang',
      set_from_name: 1,
    };
    const content = { msg_type: 'text', msg_body: { text: 'Hello' }, msgid, no_offline: true, no_notification: true };
    expect(await everything()).toEqual({ total: 1, count: 1, messages: [{ ...common, ...own, ...content }] });
  });

  test('without names has the nickname or the id of its sender, and flags that are off', async () => {
    await say('one');
    await say('two', { from_type: 'user', from_id: 'javen', target_id: 'fang' });
    await sendPrivate(rongcloud, { fromUserId: 'stranger', toUserId: 'javen' });
    expect(await everything()).toMatchObject({
      messages: [
        { from_type: 'admin', from_name: 'fang', set_from_name: 0, target_name: '', no_offline: false, no_notification: false },
        { from_type: 'user', from_name: 'Javen Li', set_from_name: 0 },
        { from_type: 'user', from_name: 'stranger', set_from_name: 0 },
      ],
    });
  });

  test('of any kind of either dialect names its target as this dialect does', async () => {
    const gid = await newGroup();
    await rongcloud.call('createGroup', { body: { groupId: 'text-id', groupName: 'Go', userId: ['javen'] } });
    const { body } = await jmessage.call('listUserGroups', { path: { username: 'javen' } });
    const textGid = (body as { gid: number; name: string }[]).find(({ name }) => name === 'Go')!.gid;
    const roomId = await newRoom('text-room');
    await say('1', { target_type: 'group', target_id: gid });
    await sendGroup(rongcloud, { fromUserId: 'javen', toGroupId: 'text-id' });
    await sendGroup(rongcloud, { fromUserId: 'javen', toGroupId: 'never-made' });
    await sayInRoom('text-room', '4');
    await sayInRoom('never-made', '5');
    const log = {
      appId: fresh.app.id,
      senderId: 'javen',
      objectName: 'RC:InfoNtf',
      content: '{"message":"m"}',
      options: '{}',
      sentAt: on.clock.now(),
      persisted: true,
    };
    const { kind, key } = systemConversation('javen', 'fang');
    await on.ctx.messages.append([{ ...log, conversations: [{ kind: conversationKinds[kind], key }] }]);
    const { messages } = await everything();
    expect(messages.map(({ target_type, target_id }) => [target_type, target_id])).toEqual([
      ['group', String(gid)],
      ['group', String(textGid)],
      ['group', 'never-made'],
      ['chatroom', String(roomId)],
      ['chatroom', 'never-made'],
      ['single', 'fang'],
    ]);
    expect(messages.at(-1)).toMatchObject({ msg_type: 'custom', msg_body: { objectName: 'RC:InfoNtf', content: { message: 'm' } } });
  });

  test('that is retracted, kept out of the history or a command is left out, and not counted', async () => {
    const kept = await say('kept');
    const taken = await say('taken');
    expect(await jmessage.call('retractMessage', { path: { username: 'fang', msgid: taken } })).toMatchObject({ status: 204 });
    await sendPrivate(rongcloud, { fromUserId: 'javen', toUserId: 'fang', isPersisted: 0 });
    await sendGroup(rongcloud, { fromUserId: 'javen', toGroupId: 'chess', toUserId: ['fang'] });
    const uid = await sendPrivate(rongcloud, { fromUserId: 'javen', toUserId: 'fang', expansion: true });
    const place = { userId: 'javen', fromUserId: 'javen', conversationType: 1, targetId: 'fang' };
    await rongcloud.call('setMessageExpansion', { body: { ...place, msgUID: uid, extraKeyVal: '{"a":"1"}' } });
    const recalled = await sendPrivate(rongcloud, { fromUserId: 'javen', toUserId: 'fang' });
    await rongcloud.call('recallMessage', { body: { ...place, messageUID: recalled } });
    const found = await everything();
    expect(found).toMatchObject({ total: 2, count: 2 });
    expect(found.messages.map(({ msgid }) => msgid)).toEqual([kept, messageIdOf(uid)]);
  });

  test('that is older than the app keeps does not exist', async () => {
    await sayInTurn('old', 'new');
    on.clock.advance(180 * day);
    const range = { begin_time: time(on.clock.now() - 180 * day - 5 * second), end_time: time(on.clock.now() - 179 * day) };
    expect(texts(await page('listMessages', { count: 10, ...range }))).toEqual(['new']);
    expect(await page('listUserMessages', { count: 10, ...range }, { username: 'fang' })).toMatchObject({ total: 1 });
  });
});

describe('a range', () => {
  test('holds both of its seconds', async () => {
    on.clock.advance(day - (on.clock.now() % day) + 999);
    const start = on.clock.now();
    await sayInTurn('1', '2', '3', '4');
    const range = (from: number, to: number) => ({
      count: 10,
      begin_time: time(start + from * second),
      end_time: time(start + to * second),
    });
    expect(texts(await page('listMessages', range(2, 3)))).toEqual(['2', '3']);
    expect(texts(await page('listMessages', range(2, 2)))).toEqual(['2']);
    expect(texts(await page('listMessages', range(5, 9)))).toEqual([]);
    expect(texts(await page('listUserMessages', range(1, 3), { username: 'fang' }))).toEqual(['1', '2', '3']);
  });

  test('of a group or room holds both of its seconds as well', async () => {
    const gid = await newGroup();
    const roomId = await newRoom('range');
    on.clock.advance(second - (on.clock.now() % second) + 500);
    const start = on.clock.now();
    for (const word of ['1', '2', '3', '4']) {
      on.clock.advance(second);
      await say(word, { target_type: 'group', target_id: gid });
      await sayInRoom('range', word);
    }
    const range = (from: number, to: number) => ({
      count: 10,
      begin_time: time(start + from * second),
      end_time: time(start + to * second),
    });
    for (const [operationId, path] of [
      ['listGroupMessages', { gid }],
      ['listChatroomMessages', { chatroomid: roomId }],
    ] as const) {
      expect(await page(operationId, range(2, 3), path)).toMatchObject({
        total: 2,
        messages: [{ msg_body: { text: '2' } }, { msg_body: { text: '3' } }],
      });
      expect(await page(operationId, range(5, 9), path)).toEqual({ total: 0, count: 0, messages: [] });
      expect(await page(operationId, range(-9, 0), path)).toEqual({ total: 0, count: 0, messages: [] });
    }
  });

  test('has 7 days at most', async () => {
    const range = (seconds: number) => ({ begin_time: '2026-01-24 10:00:00', end_time: time(Date.UTC(2026, 0, 31, 2) + seconds * second) });
    expect(await page('listMessages', { count: 1, ...range(0) })).toMatchObject({ total: 0 });
    expect(await list('listMessages', { count: 1, ...range(1) })).toMatchObject(because('end_time is more than 7 days after begin_time'));
  });

  test.each([
    [{ begin_time: '2026-02-30 00:00:00' }, 'begin_time is not a time'],
    [{ end_time: '2026-01-31 24:00:00' }, 'end_time is not a time'],
    [{ end_time: '2026-01-31 23:59:60' }, 'end_time is not a time'],
    [{ begin_time: '2026-01-31 10:00:01', end_time: '2026-01-31 10:00:00' }, 'end_time is before begin_time'],
    [{ begin_time: '2026-02-30T8:5' }, 'begin_time is not a time'],
    [{ begin_time: '2026-01-31' }, expect.stringMatching(/begin_time must /)],
    [{ begin_time: '2026-01-31 08' }, expect.stringMatching(/begin_time must /)],
    [{ begin_time: '2026-01-31 08:05:03Z' }, expect.stringMatching(/begin_time must /)],
    [{ end_time: '2026-01-31 08:05:003' }, expect.stringMatching(/end_time must /)],
    [{ end_time: 'tomorrow' }, expect.stringMatching(/end_time must /)],
  ])('is refused with %j', async (change, reason) => {
    const query = { begin_time: '2026-01-31 00:00:00', end_time: '2026-01-31 23:59:59', ...change };
    const message = typeof reason === 'string' ? `parameter invalid: ${reason}` : reason;
    expect(await list('listMessages', { count: 1, ...query })).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
  });

  test.each(['count', 'begin_time', 'end_time'])('without a cursor needs %s', async (field) => {
    const { [field]: _, ...query } = { count: 10, ...around() } as Record<string, unknown>;
    expect(await list('listMessages', query)).toMatchObject(because(`${field} is required`));
  });

  test.each([
    ['2026-1-31 8:5:3', '2026-1-31 8:5:4'],
    ['2026-01-31 8:05:3', '2026-01-31 8:05:4'],
    ['2026-1-31T08:05:03', '2026-1-31T08:05:04'],
    ['2026-1-31 8:5', '2026-1-31 8:6'],
  ])('is written by hand: from %s, not from %s', async (within, after) => {
    on.clock.advance(Date.UTC(2027, 0, 31, 0, 5, 3) - on.clock.now());
    await say('Hello');
    const [begin, later] = [within, after].map((text) => text.replace('2026', '2027'));
    const range = (begin_time: string | undefined) => ({ count: 1, begin_time, end_time: '2027-1-31 23:59' });
    expect(await page('listMessages', range(begin))).toMatchObject({ total: 1 });
    expect(await page('listMessages', range(later))).toMatchObject({ total: 0 });
  });

  test('is written with %20 or + for the blank', async () => {
    await say('Hello');
    const times = Object.entries(around()).map(([name, value]) => `${name}=${value.replaceAll(':', '%3A')}`);
    for (const blank of ['+', '%20']) {
      const answer = await send(jmessage, `GET /v2/messages?count=10&${times.join('&').replaceAll(' ', blank)}`);
      expect(answer).toMatchObject({ status: 200, body: { total: 1 } });
    }
  });

  test('has 1 to 1000 messages a page', async () => {
    for (const count of [0, 1001, 'x', 1.5]) {
      expect(await list('listMessages', { count, ...around() })).toMatchObject(refusedAsInvalid);
    }
    await fresh.rongcloud.call('publishPrivateMessage', {
      body: { fromUserId: 'javen', toUserId: Array.from({ length: 1000 }, (_, index) => `u${index}`), objectName: 'App:T', content: 'x' },
    });
    expect(await page('listMessages', { count: 1000, ...around() })).toMatchObject({ total: 1000, count: 1000 });
    expect(await page('listMessages', { count: 1000, ...around() })).not.toHaveProperty('cursor');
  });
});

describe('a walk', () => {
  async function walk(operationId: string, first: object, path: object = {}): Promise<Page[]> {
    const pages = [await page(operationId, first, path)];
    while (pages.at(-1)!.cursor !== undefined) pages.push(await page(operationId, { cursor: pages.at(-1)!.cursor }, path));
    return pages;
  }

  test('has every message once, in pages of the first size, and ends without a cursor', async () => {
    const gid = await newGroup();
    const roomId = await newRoom('walk');
    // Several at the same time, too.
    const words = Array.from({ length: 7 }, (_, index) => `w${index}`);
    for (const [index, word] of words.entries()) {
      if (index % 3 === 0) on.clock.advance(10);
      await say(word, { target_type: 'group', target_id: gid, from_type: 'user', from_id: 'javen' });
      await sayInRoom('walk', word);
    }
    const both = words.flatMap((word) => [word, word]);
    const range = around();
    for (const [operationId, path, all] of [
      ['listMessages', {}, both],
      ['listUserMessages', { username: 'javen' }, both],
      ['listGroupMessages', { gid }, words],
      ['listChatroomMessages', { chatroomid: roomId }, words],
    ] as const) {
      for (const count of [1, 3, 7, 14]) {
        const pages = await walk(operationId, { count, ...range }, path);
        expect(pages.flatMap(texts)).toEqual(all);
        expect(pages.map(({ count: messages }) => messages)).toEqual(
          Array.from({ length: Math.ceil(all.length / count) }, (_, index) => Math.min(count, all.length - index * count)),
        );
        expect(pages.every(({ total }) => total === all.length)).toBe(true);
      }
    }
  });

  test('goes on where it was when messages come and go', async () => {
    await sayInTurn('1', '2', '3', '4', '5');
    const range = around();
    const first = await page('listMessages', { count: 2, ...range });
    await jmessage.call('retractMessage', { path: { username: 'fang', msgid: first.messages[1]!.msgid } });
    const later = await page('listMessages', { count: 1000, ...range });
    await jmessage.call('retractMessage', { path: { username: 'fang', msgid: later.messages[1]!.msgid } });
    await sayInTurn('6');
    const second_ = await page('listMessages', { cursor: first.cursor });
    expect([texts(first), texts(second_)]).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(second_.total).toBe(5);
    expect(texts(await page('listMessages', { cursor: second_.cursor }))).toEqual(['6']);
  });

  test('takes the cursor alone, or with what it replaces', async () => {
    await sayInTurn('1', '2', '3');
    const { cursor } = await page('listMessages', { count: 1, ...around() });
    expect(texts(await page('listMessages', { cursor, count: 2, begin_time: '2000-01-01 00:00:00' }))).toEqual(['2']);
    expect(texts(await page('listMessages', { cursor }))).toEqual(['2']);
  });

  test('may pause for 120 seconds', async () => {
    await sayInTurn('1', '2', '3');
    const { cursor } = await page('listMessages', { count: 1, ...around() });
    on.clock.advance(120 * second);
    const next = await page('listMessages', { cursor });
    on.clock.advance(1);
    expect(await list('listMessages', { cursor })).toMatchObject(because('cursor is older than 120 seconds'));
    on.clock.advance(120 * second - 1);
    expect(texts(await page('listMessages', { cursor: next.cursor }))).toEqual(['3']);
  });

  test('goes on with a cursor of the same list and app only', async () => {
    await sayInTurn('1', '2', '3');
    const gid = await newGroup();
    const range = around();
    const { cursor = '' } = await page('listUserMessages', { count: 1, ...range }, { username: 'fang' });
    const notOurs = because('cursor is not one of this list');
    expect(await list('listMessages', { cursor })).toMatchObject(notOurs);
    expect(await list('listUserMessages', { cursor }, { username: 'javen' })).toMatchObject(notOurs);
    expect(await list('listGroupMessages', { cursor }, { gid })).toMatchObject(notOurs);
    expect(await list('listChatroomMessages', { cursor }, { chatroomid: await newRoom('finals') })).toMatchObject(notOurs);
    const other = await on.addApp();
    await other.jmessage.call('registerUsers', { body: [{ username: 'fang', password: 'secret' }] });
    expect(await other.jmessage.call('listUserMessages', { query: { cursor }, path: { username: 'fang' } })).toMatchObject(notOurs);
    const [body = '', signature = ''] = cursor.split('.');
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"total":3', '"total":4')).toString('base64url');
    for (const changed of [
      `${forged}.${signature}`,
      `${body}.${signature.slice(1)}`,
      body,
      `${cursor}.`,
      `${cursor}=`,
      'x',
      '.',
      'é.é',
      `${body}.${'é'.repeat(32)}`,
    ]) {
      expect(await list('listUserMessages', { cursor: changed }, { username: 'fang' })).toMatchObject(notOurs);
    }
    expect(await list('listUserMessages', { cursor: 'x'.repeat(1025) }, { username: 'fang' })).toMatchObject(refusedAsInvalid);
    expect(texts(await page('listUserMessages', { cursor }, { username: 'fang' }))).toEqual(['2']);
    await rotateSecret(on.ctx, fresh.app.key);
    on.clock.advance(1001);
    expect(await list('listUserMessages', { cursor }, { username: 'fang' })).toMatchObject({ status: 401 });
  });
});

describe('lists', () => {
  test('of a user have what the user sent, to anybody', async () => {
    await say('to javen');
    await say('to fang', { from_type: 'user', from_id: 'javen', target_id: 'fang' });
    await sendGroup(rongcloud, { fromUserId: 'javen', toGroupId: 'chess' });
    expect(texts(await everything('listUserMessages', { username: 'javen' }))).toEqual(['to fang', 'Hello']);
    const query = { count: 1, ...around() };
    expect(await list('listUserMessages', query, { username: 'nobody' })).toMatchObject(refused(899002, 403));
    expect(await list('listUserMessages', query, { username: 'x'.repeat(129) })).toMatchObject(refusedAsInvalid);
  });

  test('of a group and of an app do not show those of another', async () => {
    const gid = await newGroup();
    await say('in', { target_type: 'group', target_id: gid });
    await say('out');
    expect(texts(await everything('listGroupMessages', { gid }))).toEqual(['in']);
    const other = await on.addApp();
    const query = { count: 1, ...around() };
    expect(await other.jmessage.call('listGroupMessages', { query, path: { gid } })).toMatchObject(refused(899006, 403));
    expect(await other.jmessage.call('listMessages', { query })).toMatchObject({ body: { total: 0 } });
    expect(await list('listGroupMessages', query, { gid: 99_999_999 })).toMatchObject(refused(899006, 403));
    expect(await list('listGroupMessages', query, { gid: 'x' })).toMatchObject(refusedAsInvalid);
    expect(await everything('listGroupMessages', { gid: await newGroup() })).toEqual({ total: 0, count: 0, messages: [] });
  });

  test('of a room leave out what was cleared for everyone, as do the others; a destroyed room is unknown', async () => {
    const chatroomid = await newRoom('cleared');
    await sayInRoom('cleared', '1');
    await sayInRoom('cleared', '2');
    await rongcloud.call('clearMessages', { body: { conversationType: 4, fromUserId: 'javen', targetId: 'cleared' } });
    await sayInRoom('cleared', '3');
    const privately = { conversationType: 1, fromUserId: 'javen', targetId: 'fang' };
    await say('4');
    await rongcloud.call('clearMessages', { body: privately });
    expect(await everything('listChatroomMessages', { chatroomid })).toMatchObject({ total: 1, messages: [{ msg_body: { text: '3' } }] });
    expect(texts(await everything())).toEqual(['3', '4']);
    expect(await everything('listUserMessages', { username: 'javen' })).toMatchObject({ total: 1 });
    await rongcloud.call('destroyChatrooms', { body: { chatroomId: ['cleared'] } });
    const query = { count: 1, ...around() };
    expect(await list('listChatroomMessages', query, { chatroomid })).toMatchObject(refused(899081, 403));
    expect(await list('listChatroomMessages', query, { chatroomid: 'x' })).toMatchObject(refusedAsInvalid);
    expect((await everything()).messages[0]).toMatchObject({ target_type: 'chatroom', target_id: 'cleared' });
  });

  test('take the same number of queries for a page of any size', async () => {
    await rongcloud.call('createGroup', { body: { groupId: 'many', groupName: 'Many', userId: ['javen'] } });
    for (let index = 0; index < 12; index++) {
      await sendGroup(rongcloud, { fromUserId: `user${index}`, toGroupId: index % 2 ? 'many' : `other${index}` });
      await sayInRoom(`room${index}`, 'x');
      await sendPrivate(rongcloud, { fromUserId: 'javen', toUserId: `user${index}` });
    }
    const cost = async (count: number) => {
      queries.length = 0;
      expect(await page('listMessages', { count, ...around() })).toMatchObject({ total: 36, count });
      return queries.length;
    };
    expect(await cost(36)).toBe(await cost(3));
  });
});
