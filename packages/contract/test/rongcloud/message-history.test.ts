import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp, rotateSecret } from '../../../server/src/domain/apps.ts';
import {
  broadcastConversation,
  type Conversation,
  chatroomConversation,
  conversationKinds,
  groupConversation,
  privateConversation,
  systemConversation,
} from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { messageUid } from '../../../server/src/domain/uid.ts';
import { logAddress } from '../../../server/src/rongcloud/history-log-file.ts';
import { startServer } from '../../../server/src/server.ts';
import { type Caller, createCaller } from '../../src/index.ts';
import { sendPrivate } from '../support/messages.ts';
import { accepted, json, post, refused } from '../support/rongcloud-wire.ts';
import { freshDatabase, startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const nothing = (date: string) => ({ status: 200, body: { code: 200, url: '', date } });
const gone = { status: 400, body: { code: 1002, errorMessage: 'date is not exist.' } };
const getLog = (caller: Caller, date: string) => caller.call('getHistoryLog', { body: { date } });
const deleteLog = (caller: Caller, date: string) => caller.call('deleteHistoryLog', { body: { date } });

async function addressOf(caller: Caller, date: string): Promise<string> {
  const { status, body } = await getLog(caller, date);
  expect({ status, body }).toEqual({ status: 200, body: { code: 200, url: expect.stringMatching(/^http/), date } });
  return (body as { url: string }).url;
}

async function download(url: string): Promise<string[]> {
  const response = await fetch(url);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(files).toHaveLength(1);
  const [[name, bytes]] = files as [[string, Uint8Array]];
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name.replace(/txt$/, 'zip')}"`);
  return strFromU8(bytes).split('\n').slice(0, -1);
}

/** The status and, of a refusal, the code. */
async function statusOf(url: string, init: RequestInit = {}): Promise<unknown[]> {
  const response = await fetch(url, init);
  return response.status === 200 ? [200] : [response.status, ((await response.json()) as { code: number }).code];
}

interface Sent {
  from?: string;
  objectName?: string;
  content?: string;
  persisted?: boolean;
}

/** Sends to conversations of any kind. */
async function send(
  app: App,
  conversations: Conversation[],
  { from = 'ann', objectName = 'App:T', content = '{}', persisted = true }: Sent = {},
) {
  return on.ctx.messages.append([
    {
      appId: app.id,
      senderId: from,
      objectName,
      content,
      options: '{}',
      sentAt: on.clock.now(),
      persisted,
      conversations: conversations.map(({ kind, key }) => ({ kind: conversationKinds[kind], key })),
    },
  ]);
}

/** Moves the clock to minutes of an hour that nobody has used, and names the hour. */
async function newHour(minutes = 0): Promise<string> {
  const now = on.clock.now();
  on.clock.advance(hour - (now % hour) + minutes * minute);
  return nameOf(on.clock.now());
}

/** The hour as the default zone has it. */
const nameOf = (time: number) => new Date(time + 8 * hour).toISOString().slice(0, 13).replaceAll(/\D/g, '');

describe('the log of an hour', () => {
  test('has a line for each message of every kind, in the order of sending', async () => {
    const { app, rongcloud } = await on.addApp();
    const date = await newHour(10);
    const conversations: [Conversation, Sent][] = [
      [privateConversation('bob', 'ann'), { from: 'bob', objectName: 'RC:TxtMsg', content: '{"content":"Grüße\\n😀","extra":""}' }],
      [groupConversation('chess'), { content: 'any text\nof two lines' }],
      [chatroomConversation('room'), { content: '[1]', persisted: false }],
      [systemConversation('__system__', 'bob'), { from: '__system__' }],
      [broadcastConversation('__all__'), { from: '__all__' }],
      [privateConversation('ann', 'ann'), {}],
    ];
    const uids: string[] = [];
    const times: string[] = [];
    for (const [conversation, sent] of conversations) {
      on.clock.advance(7);
      const [copy] = await send(app, [conversation], sent);
      uids.push(messageUid(copy!.id));
      times.push(new Date(on.clock.now() + 8 * hour).toISOString().slice(0, -1).replace('T', ' '));
    }
    on.clock.advance(hour);
    const lines = await download(await addressOf(rongcloud, date));
    expect(lines.map((line) => line.slice(0, 20))).toEqual(times.map((time) => `${time.slice(0, 19).replaceAll('-', '/')} `));
    const entry = (index: number, fields: object) => ({
      appId: app.key,
      fromUserId: 'ann',
      GroupId: '',
      classname: 'App:T',
      content: {},
      dateTime: times[index],
      source: '',
      msgUID: uids[index],
      ...fields,
    });
    expect(lines.map((line) => JSON.parse(line.slice(20)))).toEqual([
      entry(0, { fromUserId: 'bob', targetId: 'ann', targetType: 1, classname: 'RC:TxtMsg', content: { content: 'Grüße\n😀', extra: '' } }),
      entry(1, { targetId: 'chess', targetType: 3, GroupId: 'chess', content: 'any text\nof two lines' }),
      entry(2, { targetId: 'room', targetType: 4, content: '[1]' }),
      entry(3, { fromUserId: '__system__', targetId: 'bob', targetType: 6 }),
      entry(4, { fromUserId: '__all__', targetId: '', targetType: 6 }),
      entry(5, { targetId: 'ann', targetType: 1 }),
    ]);
  });

  test.each(['{"id":9007199254740993,"list":[1e400,1.5]}', '"9007199254740993"'])('has the content as it was sent: %s', async (content) => {
    const { app, rongcloud } = await on.addApp();
    const date = await newHour();
    await send(app, [groupConversation('chess')], { content: content.replace(/^"(.*)"$/, '$1') });
    on.clock.advance(hour);
    expect(await download(await addressOf(rongcloud, date))).toEqual([expect.stringContaining(`"content":${content},`)]);
  });

  test('has its own messages, all of them and each once, however many', async () => {
    const { app, rongcloud } = await on.addApp();
    const other = await on.addApp();
    const many = (name: string) => Array.from({ length: 130 }, (_, index) => groupConversation(`${name}${index}`));
    await newHour(59);
    on.clock.advance(minute - 1);
    await send(app, [groupConversation('before')]);
    on.clock.advance(1);
    const date = nameOf(on.clock.now());
    const copies = [...(await send(app, many('first'))), ...(await send(app, many('second')))];
    await send(other.app, many('other'));
    on.clock.advance(hour - 1);
    copies.push(...(await send(app, [groupConversation('last')])));
    on.clock.advance(1);
    await send(app, [groupConversation('after')]);
    const lines = await download(await addressOf(rongcloud, date));
    const uids = lines.map((line) => (JSON.parse(line.slice(20)) as { msgUID: string }).msgUID);
    expect(uids).toEqual(copies.map(({ id }) => messageUid(id)));
  });

  test('is there from the end of the hour for 3 days', async () => {
    const { app, rongcloud } = await on.addApp();
    const date = await newHour();
    await send(app, [groupConversation('chess')]);
    expect(await getLog(rongcloud, date)).toMatchObject(nothing(date));
    on.clock.advance(hour - 1);
    expect(await getLog(rongcloud, date)).toMatchObject(nothing(date));
    expect(await deleteLog(rongcloud, date)).toMatchObject(gone);
    on.clock.advance(1);
    expect(await download(await addressOf(rongcloud, date))).toHaveLength(1);
    on.clock.advance(3 * day - 1);
    const address = await addressOf(rongcloud, date);
    expect(await statusOf(address)).toEqual([200]);
    on.clock.advance(1);
    expect(await statusOf(address)).toEqual([404, 404]);
    expect(await getLog(rongcloud, date)).toMatchObject(nothing(date));
    expect(await deleteLog(rongcloud, date)).toMatchObject(gone);
  });

  test('is none where the hour has no messages or is to come', async () => {
    const { rongcloud } = await on.addApp();
    const date = await newHour();
    on.clock.advance(2 * hour);
    for (const none of [date, '2018022710', '0001010100', '9999123123']) {
      expect(await getLog(rongcloud, none)).toMatchObject(nothing(none));
      expect(await deleteLog(rongcloud, none)).toMatchObject(gone);
    }
  });

  test('has not what is older than the app keeps', async () => {
    const { app, rongcloud } = await on.addApp({ settings: { rateLimits: { enabled: false }, historyDays: 1 } });
    const date = await newHour();
    await send(app, [groupConversation('first')]);
    on.clock.advance(30 * minute);
    await send(app, [groupConversation('second')]);
    on.clock.advance(day - 30 * minute);
    expect(await download(await addressOf(rongcloud, date))).toHaveLength(2);
    on.clock.advance(1);
    expect(await download(await addressOf(rongcloud, date))).toHaveLength(1);
    on.clock.advance(30 * minute);
    expect(await getLog(rongcloud, date)).toMatchObject(nothing(date));
  });

  test('that is deleted is gone at once and for good, for this app alone, and the messages stay', async () => {
    const { app, rongcloud } = await on.addApp();
    const other = await on.addApp();
    const date = await newHour();
    await send(app, [groupConversation('chess')]);
    await send(other.app, [groupConversation('chess')]);
    on.clock.advance(hour);
    const address = await addressOf(rongcloud, date);
    const answers = await Promise.all([1, 2, 3].map(() => deleteLog(rongcloud, date)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
    expect(await statusOf(address)).toEqual([404, 404]);
    expect(await getLog(rongcloud, date)).toMatchObject(nothing(date));
    expect(await deleteLog(rongcloud, date)).toMatchObject(gone);
    expect(await download(await addressOf(other.rongcloud, date))).toHaveLength(1);
    const ctx = { ...on.ctx, app };
    expect(await readConversation(ctx, groupConversation('chess'), { after: 0, limit: 10 })).toHaveLength(1);
  });
});

describe('the address', () => {
  let app: App;
  let other: App;
  let rongcloud: Caller;
  let date: string;
  let next: string;
  beforeAll(async () => {
    ({ app, rongcloud } = await on.addApp());
    ({ app: other } = await on.addApp());
    date = await newHour();
    for (const each of [app, other]) await send(each, [groupConversation('chess')]);
    next = await newHour();
    await send(app, [groupConversation('chess')]);
    on.clock.advance(hour);
  });

  test('works for an hour, without credentials, for GET and HEAD', async () => {
    const address = await addressOf(rongcloud, date);
    expect(address).toMatch(new RegExp(`^${on.url}/history-log/${app.key}/${date}\\.zip\\?expires=\\d+&signature=[\\w-]+$`));
    on.clock.advance(hour);
    expect(await download(address)).toHaveLength(1);
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/zip', '']);
    expect(await statusOf(address, { method: 'POST' })).toEqual([404, 404]);
    on.clock.advance(1);
    expect(await statusOf(address)).toEqual([404, 404]);
  });

  test('that is changed in any part leads nowhere', async () => {
    const address = await addressOf(rongcloud, date);
    const changes: [string | RegExp, string][] = [
      [app.key, other.key],
      [app.key, 'nobody'],
      [app.key, '%00'],
      [date, next],
      [date, '2026023000'],
      [/expires=(\d)/, 'expires=9$1'],
      [/expires=\d+&/, ''],
      [/expires=/, 'expires=1&expires='],
      [/signature=./, 'signature='],
      [/signature=.*/, 'signature='],
      [/signature=.*/, `signature=${'é'.repeat(32)}`],
      [/&signature=.*/, ''],
      ['.zip', '.txt'],
      [/\?.*/, ''],
    ];
    for (const [part, replacement] of changes) {
      const changed = address.replace(part, replacement);
      expect(changed).not.toBe(address);
      expect([changed, ...(await statusOf(changed))]).toEqual([changed, 404, 404]);
    }
    expect(await statusOf(address)).toEqual([200]);
    expect(await statusOf(await addressOf(rongcloud, next))).toEqual([200]);
  });

  test('ends with a new secret of the app', async () => {
    const fresh = await on.addApp();
    const ownDate = await newHour();
    await send(fresh.app, [groupConversation('chess')]);
    on.clock.advance(hour);
    const address = await addressOf(fresh.rongcloud, ownDate);
    await rotateSecret(on.ctx, fresh.app.key);
    on.clock.advance(1001);
    expect(await statusOf(address)).toEqual([404, 404]);
  });

  test('begins as the request was addressed, or with the public address of the server', async () => {
    const { database, drop } = await freshDatabase();
    const server = await startServer({
      database,
      clock: on.clock,
      publicUrl: 'https://im.example.com/chat',
      warmUp: false,
      zoneMinutes: -210,
    });
    const own = (await createApp(server.services, { name: 'x' }))!;
    const caller = createCaller({ baseUrl: server.url, app: { appKey: own.key, appSecret: own.secret }, dialect: 'rongcloud' });
    on.clock.advance(hour - (on.clock.now() % hour) + 35 * minute);
    await sendPrivate(caller, { fromUserId: 'ann', toUserId: 'bob' });
    // 3:30 behind UTC: five past the hour, and of the hour that began at half past in UTC.
    const local = new Date(on.clock.now() - 210 * minute).toISOString();
    on.clock.advance(hour);
    const ownDate = local.slice(0, 13).replaceAll(/\D/g, '');
    const address = await addressOf(caller, ownDate);
    expect(address).toMatch(/^https:\/\/im\.example\.com\/chat\/history-log\//);
    const [line] = await download(address.replace('https://im.example.com/chat', server.url));
    expect(line).toContain(`"dateTime":"${local.slice(0, -1).replace('T', ' ')}"`);
    await server.stop();
    await drop();
  });
});

describe('refused are', () => {
  test.each([
    '',
    '2026',
    '20260131103',
    '201802271011',
    '2026013124',
    '2026023010',
    '2026130110',
    '2026000110',
    '2026-01-31',
    '２０２６０１３１１０',
  ])('the hour %j', async (date) => {
    for (const operationId of ['getHistoryLog', 'deleteHistoryLog']) {
      const answer = await on.rongcloud.call(operationId, { body: { date } });
      expect(answer).toMatchObject({ status: 400, body: { code: 1002, errorMessage: expect.stringMatching(/^date /) } });
    }
  });

  test('both operations, and addresses given out before, while the service is off', async () => {
    const { app, rongcloud } = await on.addApp({ settings: { rateLimits: { enabled: false }, services: { messageHistoryLog: false } } });
    const date = await newHour();
    await send(app, [groupConversation('chess')]);
    on.clock.advance(hour);
    const off = { status: 430, body: { code: 1009, errorMessage: 'Service messageHistoryLog is not enabled.' } };
    expect(await getLog(rongcloud, date)).toMatchObject(off);
    expect(await deleteLog(rongcloud, date)).toMatchObject(off);
    const address = logAddress({ ...on.ctx, app, requestId: '', host: new URL(on.url).host }, date);
    expect(await statusOf(address)).toEqual([430, 1009]);
  });
});

describe('clearing', () => {
  const clear = (fields: object) => on.rongcloud.call('clearMessages', { body: { conversationType: 1, fromUserId: 'ann', ...fields } });

  let conversations = 0;
  /** Three messages, a minute apart, in a conversation of its own. */
  async function threeMessages(make: (target: string) => Conversation) {
    conversations += 1;
    const targetId = `target${conversations}`;
    const conversation = make(targetId);
    const times: number[] = [];
    for (const content of ['1', '2', '3']) {
      on.clock.advance(minute);
      times.push(on.clock.now());
      await send(on.app, [conversation], { content });
    }
    const seen = async (viewer?: string) =>
      (await readConversation(on.ctx, conversation, { after: 0, limit: 100, ...(viewer !== undefined && { viewer }) })).map(
        ({ content }) => content,
      );
    const more = async (content: string) => {
      await send(on.app, [conversation], { content });
    };
    return { targetId, times, seen, more };
  }

  test.each<[number, string, (target: string) => Conversation]>([
    [1, 'one-to-one', (target) => privateConversation('ann', target)],
    [3, 'group', groupConversation],
    [6, 'system', (target) => systemConversation(target, 'ann')],
  ])('type %i, %s, takes away the history of one user, up to and with a time', async (conversationType, _, make) => {
    const { targetId, times, seen, more } = await threeMessages(make);
    expect(await clear({ conversationType, targetId, msgTimestamp: String(times[1]! - 1) })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual(['2', '3']);
    expect(await clear({ conversationType, targetId, msgTimestamp: String(times[1]) })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual(['3']);
    expect(await clear({ conversationType, targetId })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual([]);
    await more('4');
    expect(await seen('ann')).toEqual(['4']);
    for (const other of ['bob', targetId, undefined]) expect(await seen(other)).toEqual(['1', '2', '3', '4']);
  });

  test('a chatroom is for everyone', async () => {
    const { targetId, times, seen, more } = await threeMessages(chatroomConversation);
    expect(await clear({ conversationType: 4, targetId, msgTimestamp: String(times[0]) })).toMatchObject(accepted);
    for (const viewer of ['ann', 'bob', undefined]) expect(await seen(viewer)).toEqual(['2', '3']);
    expect(await clear({ conversationType: 4, fromUserId: 'bob', targetId })).toMatchObject(accepted);
    await more('4');
    for (const viewer of ['ann', 'bob', undefined]) expect(await seen(viewer)).toEqual(['4']);
  });

  test('never brings back what an earlier call took away', async () => {
    const { targetId, times, seen } = await threeMessages((target) => privateConversation('ann', target));
    await clear({ targetId, msgTimestamp: String(times[1]) });
    await clear({ targetId, msgTimestamp: String(times[0]) });
    expect(await seen('ann')).toEqual(['3']);
    await Promise.all([0, 1, 2].map((index) => clear({ targetId, msgTimestamp: String(times[index]) })));
    expect(await seen('ann')).toEqual([]);
  });

  test('does not concern what comes later, also where the time is far ahead or the clock of its sender behind', async () => {
    const { targetId, seen, more } = await threeMessages((target) => privateConversation('ann', target));
    await clear({ targetId, msgTimestamp: '999999999999999' });
    expect(await seen('ann')).toEqual([]);
    on.clock.advance(-10 * minute);
    await more('4');
    on.clock.advance(10 * minute);
    expect(await seen('ann')).toEqual(['4']);
  });

  test('leaves pages in their place, and the sides of a conversation apart', async () => {
    const { targetId, seen } = await threeMessages((target) => privateConversation('ann', target));
    await clear({ fromUserId: targetId, targetId: 'ann' });
    expect(await seen(targetId)).toEqual([]);
    expect(await seen('ann')).toEqual(['1', '2', '3']);
    const conversation = privateConversation('ann', targetId);
    const page = (after: number) => readConversation(on.ctx, conversation, { after, limit: 1, viewer: 'ann' });
    expect([await page(0), await page(1), await page(3)].map((messages) => messages.map(({ seq }) => seq))).toEqual([[1], [2], []]);
  });

  test('finds its place among many messages, wherever it is', async () => {
    const conversation = privateConversation('ann', 'many');
    const first = on.clock.now();
    // Two messages at each time.
    for (let index = 0; index < 37; index++) {
      await send(on.app, [conversation, conversation]);
      on.clock.advance(10);
    }
    for (let index = 0; index < 37; index += 3) {
      await clear({ targetId: 'many', msgTimestamp: String(first + index * 10 + (index % 2)) });
      const [next] = await readConversation(on.ctx, conversation, { after: 0, limit: 1, viewer: 'ann' });
      expect(next?.seq).toBe(index === 36 ? undefined : 2 * index + 3);
    }
  });

  test('what has no messages, or not with this app, is no error', async () => {
    const { targetId, seen } = await threeMessages((target) => privateConversation('ann', target));
    const other = await on.addApp();
    expect(await other.rongcloud.call('clearMessages', { body: { conversationType: 1, fromUserId: 'ann', targetId } })).toMatchObject(
      accepted,
    );
    for (const conversationType of [1, 3, 4, 6]) expect(await clear({ conversationType, targetId: 'nobody' })).toMatchObject(accepted);
    expect(await clear({ targetId, msgTimestamp: '0' })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual(['1', '2', '3']);
  });

  test('takes the time as digits only, and an empty one as none', async () => {
    const { targetId, seen } = await threeMessages((target) => privateConversation('ann', target));
    for (const msgTimestamp of ['now', '-1', '1.5', '1e3', '1769827099000000', ' 1', '１']) {
      expect(await clear({ targetId, msgTimestamp })).toMatchObject(refused(1002));
    }
    for (const conversationType of [2, 5, 10]) expect(await clear({ targetId, conversationType })).toMatchObject(refused(1002));
    expect(await clear({ targetId, fromUserId: 'x'.repeat(65) })).toMatchObject(refused(1005));
    expect(await clear({ targetId: 'x'.repeat(65) })).toMatchObject(refused(1005));
    expect(await seen('ann')).toEqual(['1', '2', '3']);
    const body = `conversationType=1&fromUserId=ann&targetId=${targetId}&msgTimestamp=`;
    expect(await post(on.rongcloud, '/conversation/message/history/clean.json', { body })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual([]);
  });

  test('takes the time of a JSON sender, a number', async () => {
    const { targetId, times, seen } = await threeMessages((target) => privateConversation('ann', target));
    const body = JSON.stringify({ conversationType: 1, fromUserId: 'ann', targetId, msgTimestamp: times[1] });
    expect(await post(on.rongcloud, '/conversation/message/history/clean.json', { body, headers: json })).toMatchObject(accepted);
    expect(await seen('ann')).toEqual(['3']);
  });
});

test('history that is older than the app keeps does not exist', async () => {
  const conversation = privateConversation('old', 'older');
  await send(on.app, [conversation], { content: '1' });
  on.clock.advance(minute);
  await send(on.app, [conversation], { content: '2' });
  const seen = async () => (await readConversation(on.ctx, conversation, { after: 0, limit: 10 })).map(({ content }) => content);
  on.clock.advance(180 * day - minute);
  expect(await seen()).toEqual(['1', '2']);
  on.clock.advance(1);
  expect(await seen()).toEqual(['2']);
});
