import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conversationTo, groupConversation, type ScopedTarget } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { readHistoryLog } from '../../../server/src/domain/messages/history-log.ts';
import { grantTrust, revokeTrust } from '../../../server/src/domain/trusts/grants.ts';
import { messageUid } from '../../../server/src/domain/uid.ts';
import { addOtherApp, type OtherApp } from '../support/apps.ts';
import { QueryCounter } from '../support/query-count.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const second = 1000;
const hour = 3600 * second;

let on: TestServer;
const counter = new QueryCounter();
beforeAll(async () => {
  on = await startTestServer({ onQuery: counter.onQuery });
});
afterAll(() => on.stop());

/** Two apps that trust each other; the first was there before the second. Both have an ann; the first has a bob as well. */
let one: OtherApp;
let two: OtherApp;
beforeEach(async () => {
  [one, two] = [await addOtherApp(on), await addOtherApp(on)];
  await Promise.all([one.insertUsers('ann', 'bob'), two.insertUsers('ann')]);
  await grantTrust(on.ctx, [one.app, two.app]);
});

const hello = { version: 1, target_type: 'single', target_id: 'ann', from_type: 'user', from_id: 'ann', msg_type: 'text' };
const say = (from: OtherApp, text: string, change: object) =>
  from.jmessage.call('sendMessage', { body: { ...hello, msg_body: { text }, ...change } });
const to = ({ app }: OtherApp) => ({ target_appkey: app.key });

async function said(from: OtherApp, text: string, change: object): Promise<number> {
  on.clock.advance(second);
  const { status, body } = await say(from, text, change);
  expect({ status, body }).toEqual({ status: 201, body: { msg_id: expect.any(Number), msg_ctime: on.clock.now() } });
  return (body as { msg_id: number }).msg_id;
}

const refused = (code: number, message: string) => ({ status: 403, body: { error: { code, message } } });
const retract = (from: OtherApp, username: string, msgid: number) => from.jmessage.call('retractMessage', { path: { username, msgid } });
const ctx = ({ app }: OtherApp) => ({ ...on.ctx, app });

async function newGroup(of: OtherApp): Promise<number> {
  const { body } = await of.jmessage.call('createGroup', { body: { owner_username: 'ann', name: 'Chess' } });
  return (body as { gid: number }).gid;
}

const time = (millis: number) => new Date(millis + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');
const around = () => ({ begin_time: time(on.clock.now() - 24 * hour), end_time: time(on.clock.now() + second) });

interface Page {
  total: number;
  cursor?: string;
  messages: { msg_body: { text: string }; [field: string]: unknown }[];
}

async function list(of: OtherApp, operationId = 'listMessages', path: object = {}, query: object = { count: 1000, ...around() }) {
  const { status, body } = await of.jmessage.call(operationId, { path: { ...path }, query: { ...query } });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as Page;
}

const texts = ({ messages }: Page) => messages.map(({ msg_body }) => msg_body.text);
const seen = async (of: OtherApp, operationId?: string, path?: object) => texts(await list(of, operationId, path));

/** What is stored in the conversation that a user and a target are in. */
async function stored(from: OtherApp, senderId: string, target: Omit<ScopedTarget, 'appId'>, of: OtherApp) {
  const conversation = conversationTo({ ...target, appId: of.app.id }, { appId: from.app.id, id: senderId });
  const messages = await readConversation(ctx(from), conversation, { after: 0, limit: 100 });
  return messages.map(({ id, senderId: sender, senderAppId, retracted }) => ({ id, sender, senderAppId, retracted }));
}

describe('a message to a user of another app', () => {
  test('is in one conversation with the answer, whichever app was there first', async () => {
    const sent = [await said(one, 'ping', to(two)), await said(two, 'pong', to(one))];
    const messages = sent.map((id, index) => ({ id, sender: 'ann', senderAppId: [one, two][index]!.app.id, retracted: false }));
    expect(await stored(one, 'ann', { kind: 'private', id: 'ann' }, two)).toEqual(messages);
    expect(await stored(two, 'ann', { kind: 'private', id: 'ann' }, one)).toEqual(messages);
  });

  test('is not in the conversations of namesakes', async () => {
    await said(one, 'to the other bob', { from_id: 'bob', ...to(two) });
    await said(one, 'to the own ann', { from_id: 'bob' });
    await said(two, 'to oneself', {});
    const counts = await Promise.all([
      stored(one, 'bob', { kind: 'private', id: 'ann' }, two),
      stored(one, 'bob', { kind: 'private', id: 'ann' }, one),
      stored(two, 'ann', { kind: 'private', id: 'ann' }, two),
      stored(two, 'ann', { kind: 'private', id: 'bob' }, one),
    ]);
    expect(counts.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });

  test('takes the key in any case and with blanks around it', async () => {
    await said(one, 'Hello', { target_appkey: ` ${two.app.key.toUpperCase()} ` });
    expect(await seen(two)).toEqual(['Hello']);
  });

  test('goes to a user of that app, from one of the own', async () => {
    expect(await say(one, '', { target_id: 'bob', ...to(two) })).toMatchObject(refused(899002, 'No such user: bob'));
    expect(await say(two, '', { from_id: 'bob', target_id: 'bob', ...to(one) })).toMatchObject(refused(899002, 'No such user: bob'));
    await two.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret' } });
    expect(await say(one, '', { from_type: 'admin', ...to(two) })).toMatchObject(refused(899016, 'No authority to send message: ann'));
    expect(await seen(one)).toEqual([]);
  });
});

describe('a message to a group or chat room of another app', () => {
  test('is among the messages of the group', async () => {
    const gid = await newGroup(two);
    const group = { target_type: 'group', target_id: gid };
    await said(two, 'inside', group);
    await said(one, 'outside', { ...group, ...to(two) });
    expect(await seen(two, 'listGroupMessages', { gid })).toEqual(['inside', 'outside']);
    const history = await readConversation(ctx(two), groupConversation(String(gid)), { after: 0, limit: 10 });
    expect(history).toMatchObject([{ senderAppId: two.app.id }, { senderAppId: one.app.id }]);
    expect(await say(one, '', group)).toMatchObject(refused(899006, `Group id invalid: ${gid}`));
  });

  test('is among the messages of the chat room, and keeps the room from being idle', async () => {
    const { body } = await one.rongcloud.call('createChatroom', { body: { chatroomId: 'idle', destroyType: 0, destroyTime: 60 } });
    expect(body).toMatchObject({ code: 200 });
    const { rooms } = (await one.jmessage.call('listChatrooms')).body as { rooms: { id: number }[] };
    const chatroomid = rooms[0]!.id;
    const room = { target_type: 'chatroom', target_id: chatroomid };
    on.clock.advance(hour - 2 * second);
    await said(two, 'outside', { ...room, ...to(one) });
    on.clock.advance(hour - 2 * second);
    expect(await seen(one, 'listChatroomMessages', { chatroomid })).toEqual(['outside']);
    expect(await say(two, '', room)).toMatchObject(refused(899081, `room id no exist: ${chatroomid}`));
  });
});

describe('trust', () => {
  test('is what the sender needs; messages stay when it ends', async () => {
    const gid = await newGroup(two);
    await said(one, 'in time', { target_type: 'group', target_id: gid, ...to(two) });
    await revokeTrust(on.ctx, [one.app, two.app]);
    const third = await on.addApp();
    for (const appkey of [two.app.key, third.app.key, 'nothing']) {
      for (const target of [{}, { target_type: 'group', target_id: gid }, { target_type: 'chatroom', target_id: 1 }]) {
        const answer = await say(one, 'too late', { ...target, target_appkey: appkey });
        expect(answer).toMatchObject(refused(899020, `no auth to operating other appkey: ${appkey}`));
      }
    }
    for (const app of [one, two]) expect(await seen(app)).toEqual(['in time']);
  });
});

describe('the lists of messages', () => {
  test('of both apps have it, with both keys and its level', async () => {
    const gid = await newGroup(one);
    await said(one, 'private', to(two));
    await said(two, 'group', { target_type: 'group', target_id: gid, ...to(one) });
    await said(one, 'own', { target_id: 'bob' });
    const from = (app: OtherApp, target: OtherApp) => ({ from_appkey: app.app.key, target_appkey: target.app.key });
    const single = { msg_body: { text: 'private' }, target_type: 'single', target_id: 'ann', msg_level: 1, ...from(one, two) };
    const group = { msg_body: { text: 'group' }, target_type: 'group', target_id: String(gid), msg_level: 1, ...from(two, one) };
    const own = { msg_body: { text: 'own' }, target_id: 'bob', msg_level: 0, ...from(one, one) };
    expect(await list(one)).toMatchObject({ total: 3, messages: [single, group, own] });
    expect(await list(two)).toMatchObject({ total: 2, messages: [single, group] });
  });

  test('of a user have what this user sent, not what the namesake did', async () => {
    const gids = [await newGroup(one), await newGroup(two)];
    for (const [from, target, gid] of [
      [one, two, gids[1]],
      [two, one, gids[0]],
    ] as const) {
      await said(from, `to a user of ${target.app.key}`, to(target));
      await said(from, `to a group of ${target.app.key}`, { target_type: 'group', target_id: gid, ...to(target) });
    }
    const sentTo = ({ app }: OtherApp) => [`to a user of ${app.key}`, `to a group of ${app.key}`];
    expect(await seen(one, 'listUserMessages', { username: 'ann' })).toEqual(sentTo(two));
    expect(await seen(two, 'listUserMessages', { username: 'ann' })).toEqual(sentTo(one));
    expect(await seen(one, 'listUserMessages', { username: 'bob' })).toEqual([]);
  });

  test('have the nickname and the rank that the sender has in the own app', async () => {
    await one.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret', nickname: 'Boss of one' } });
    await two.jmessage.call('registerUsers', { body: [{ username: 'boss', password: 'secret', nickname: 'Boss of two' }] });
    for (const [from, target] of [
      [one, two],
      [two, one],
    ] as const) {
      await said(from, 'Hello', { from_id: 'boss', ...to(target) });
    }
    for (const app of [one, two]) {
      expect((await list(app)).messages).toMatchObject([
        { from_name: 'Boss of one', from_type: 'admin' },
        { from_name: 'Boss of two', from_type: 'user' },
      ]);
    }
  });

  test('walk through both kinds in order, page by page, at the same cost', async () => {
    const words = ['1', '2', '3', '4', '5', '6', '7'];
    for (const word of words) await (Number(word) % 2 ? said(one, word, to(two)) : said(one, word, { target_id: 'bob' }));
    const pages: string[][] = [];
    for (let query: object | undefined = { count: 3, ...around() }; query; ) {
      const page = await list(one, 'listMessages', {}, query);
      expect(page.total).toBe(7);
      pages.push(texts(page));
      query = page.cursor === undefined ? undefined : { cursor: page.cursor };
    }
    expect(pages).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']]);
    const cost = (count: number) => counter.of(() => one.jmessage.call('listMessages', { query: { count, ...around() } }));
    expect(await cost(7)).toBe(await cost(1));
  });
});

describe('a retraction', () => {
  test('is for the sender alone, also where the receiver has the same name, and reaches both apps', async () => {
    const id = await said(two, 'oops', to(one));
    expect(await retract(one, 'ann', id)).toMatchObject(refused(855002, 'request user is not message sender: ann'));
    expect(await retract(two, 'ann', id)).toMatchObject({ status: 204 });
    expect(await retract(two, 'ann', id)).toMatchObject(refused(855004, `message already retract: ${id}`));
    expect(await stored(one, 'ann', { kind: 'private', id: 'ann' }, two)).toMatchObject([
      { id, retracted: true },
      { sender: 'ann', senderAppId: two.app.id },
    ]);
    for (const app of [one, two]) expect(await seen(app)).toEqual([]);
  });

  test('of a message to a group of another app tells that group', async () => {
    const gid = await newGroup(two);
    const id = await said(one, 'oops', { target_type: 'group', target_id: gid, ...to(two) });
    expect(await retract(one, 'ann', id)).toMatchObject({ status: 204 });
    const history = await readConversation(ctx(two), groupConversation(String(gid)), { after: 0, limit: 10 });
    expect(history).toMatchObject([
      { id, retracted: true },
      { objectName: 'RC:RcCmd', senderAppId: one.app.id },
    ]);
  });

  test('by an app that has no part in it finds no message', async () => {
    const id = await said(one, 'Hello', to(two));
    const third = await addOtherApp(on);
    await third.insertUsers('ann');
    expect(await retract(third, 'ann', id)).toMatchObject(refused(855003, `request message not exist: ${id}`));
  });
});

describe('the other dialect', () => {
  test('has messages within the app in its log, and others not', async () => {
    const start = Math.ceil(on.clock.now() / hour) * hour;
    on.clock.advance(start - on.clock.now());
    await said(one, 'across', to(two));
    await said(two, 'back', to(one));
    await said(one, 'own', { target_id: 'bob' });
    const logged: string[] = [];
    for await (const messages of readHistoryLog(ctx(one), start)) logged.push(...messages.map(({ content }) => content));
    expect(logged).toEqual(['{"content":"own"}']);
  });

  test("does not recall what the namesake of another app's user sent", async () => {
    const groupId = String(await newGroup(two));
    const id = await said(one, 'Hello', { target_type: 'group', target_id: groupId, ...to(two) });
    const sentTime = on.clock.now();
    const recalled = await two.rongcloud.call('recallMessage', {
      body: { fromUserId: 'ann', conversationType: 3, targetId: groupId, messageUID: messageUid(id), sentTime },
    });
    expect(recalled).toMatchObject({ body: { code: 200 } });
    expect(await stored(one, 'ann', { kind: 'group', id: groupId }, two)).toMatchObject([{ id, retracted: false }, {}]);
  });
});
