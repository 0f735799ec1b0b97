import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendFromClient } from '../../../server/src/domain/messages/send.ts';
import { set } from '../support/admin-wire.ts';
import { addTrustingApp } from '../support/apps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';
import { type ReceivedCall, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const text = { objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };

let on: TestServer;
let receiver: WebhookReceiver;
beforeAll(async () => {
  on = await startTestServer();
  receiver = await startWebhookReceiver();
  await insertUsers(on, 'ann', 'bob', 'cat');
  await set(on, on.app, { messageWebhook: { url: `${receiver.url}/hook?of=chat`, serverMessages: true } });
});
afterEach(() => {
  receiver.calls.length = 0;
  receiver.answer = () => 200;
});
afterAll(async () => {
  await on.stop();
  await receiver.stop();
});

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const uidsOf = ({ body }: { body: unknown }) =>
  (body as { messageUIDs: { messageUID: string }[] }).messageUIDs.map((one) => one.messageUID);
const formOf = ({ form }: ReceivedCall) => Object.fromEntries(form);
const sendPrivate = (fields: object = {}) => call('publishPrivateMessage', { fromUserId: 'ann', toUserId: ['bob'], ...text, ...fields });

/** Of the events that still wait or are being told. */
async function openStates(): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select state::text from diglot_jobs.job
    where name = 'message-webhook' and state in ('created', 'retry', 'active')`.execute(on.ctx.db);
  return rows.map(({ state }) => state);
}

/** All calls, when every event has been told or given up. */
async function allCalls(): Promise<ReceivedCall[]> {
  await vi.waitFor(async () => expect(await openStates()).toEqual([]), { timeout: 25_000 });
  return receiver.calls;
}

describe('what is told', () => {
  test('is each copy of a message to users', async () => {
    const uids = uidsOf(await sendPrivate({ toUserId: ['bob', 'cat'] }));
    const calls = (await allCalls()).map(formOf).toSorted((one, other) => one.toUserId!.localeCompare(other.toUserId!));
    const common = { fromUserId: 'ann', ...text, channelType: 'PERSON', sensitiveType: '0', source: 'Server' };
    const msgTimestamp = String(on.clock.now());
    expect(calls).toEqual([
      { ...common, toUserId: 'bob', msgUID: uids[0], msgTimestamp },
      { ...common, toUserId: 'cat', msgUID: uids[1], msgTimestamp },
    ]);
  });

  test('comes signed as calls to the server are, at the address with its own query', async () => {
    await sendPrivate();
    const [{ url, contentType }] = (await allCalls()) as [ReceivedCall];
    const { nonce = '', timestamp = '', signature, ...rest } = Object.fromEntries(url.searchParams);
    expect(url.pathname).toBe('/hook');
    expect(rest).toEqual({ of: 'chat', appKey: on.app.key, signTimestamp: timestamp });
    expect(timestamp).toBe(String(on.clock.now()));
    expect(nonce).toMatch(/^\d{1,18}$/);
    expect(signature).toBe(createHash('sha1').update(`${on.app.secret}${nonce}${timestamp}`).digest('hex'));
    expect(contentType).toBe('application/x-www-form-urlencoded');
  });

  test('is a message to a group, with those whom it is for', async () => {
    await call('createGroup', { userId: ['ann', 'bob', 'cat'], groupId: 'g', groupName: 'G' });
    await call('publishGroupMessage', { fromUserId: 'ann', toGroupId: ['g'], toUserId: ['bob', 'cat'], ...text });
    const [{ form }] = (await allCalls()) as [ReceivedCall];
    expect(Object.fromEntries(form)).toMatchObject({ channelType: 'GROUP', toUserId: 'g' });
    expect(form.getAll('groupUserIds')).toEqual(['bob', 'cat']);
  });

  test('is a message to a chatroom', async () => {
    await call('publishChatroomMessage', { fromUserId: 'ann', toChatroomId: ['r'], ...text });
    expect((await allCalls()).map(formOf)).toMatchObject([{ channelType: 'TEMPGROUP', toUserId: 'r' }]);
  });

  test('is a message through the other dialect', async () => {
    const to = { version: 1, target_type: 'single', target_id: 'bob', from_type: 'user', from_id: 'ann' };
    const answer = await on.jmessage.call('sendMessage', { body: { ...to, msg_type: 'text', msg_body: { text: 'Hi' } } });
    expect(answer.status).toBe(201);
    expect((await allCalls()).map(formOf)).toMatchObject([
      { fromUserId: 'ann', toUserId: 'bob', objectName: 'RC:TxtMsg', channelType: 'PERSON' },
    ]);
  });

  test('is a recall, with a UID of its own', async () => {
    const [messageUID] = uidsOf(await sendPrivate());
    await call('recallMessage', { conversationType: 1, fromUserId: 'ann', targetId: 'bob', messageUID, sentTime: on.clock.now() });
    const recall = (await allCalls()).map(formOf).find(({ msgUID }) => msgUID !== messageUID);
    expect(recall).toMatchObject({ fromUserId: 'ann', toUserId: 'bob', objectName: 'RC:RcCmd', channelType: 'PERSON' });
    expect(JSON.parse(recall!.content!)).toMatchObject({ messageUId: messageUID });
  });

  test('is the text with sensitive words replaced; what a word blocks is not told', async () => {
    await set(on, on.app, { sensitiveWords: { serverMessages: true } });
    await call('addSensitiveWord', { word: 'badger', replaceWord: 'b****r' });
    await call('addSensitiveWord', { word: 'weasel' });
    await sendPrivate({ content: '{"content":"a weasel"}' });
    await sendPrivate({ content: '{"content":"a badger"}' });
    await set(on, on.app, { sensitiveWords: { serverMessages: false } });
    expect((await allCalls()).map(formOf)).toMatchObject([{ content: '{"content":"a b****r"}', sensitiveType: '2' }]);
  });
});

describe('what is not told', () => {
  const notice = { fromUserId: 'ann', ...text };
  test.each<[what: string, operationId: string, body: object]>([
    ['a status message', 'publishPrivateStatusMessage', { ...notice, toUserId: ['bob'] }],
    ['a system message', 'publishSystemMessage', { ...notice, toUserId: ['bob'] }],
    ['a broadcast', 'broadcastMessage', notice],
    ['a broadcast to chatrooms', 'publishChatroomBroadcast', notice],
  ])('is %s', async (_, operationId, body) => {
    expect(await call(operationId, body)).toMatchObject({ body: { code: 200 } });
    expect(await allCalls()).toEqual([]);
  });

  test('is the copy of who has blocked the sender', async () => {
    await call('addBlocklistUsers', { userId: 'bob', blackUserId: ['ann'] });
    await sendPrivate({ toUserId: ['bob', 'cat'], verifyBlacklist: 1 });
    await call('removeBlocklistUsers', { userId: 'bob', blackUserId: ['ann'] });
    expect((await allCalls()).map(formOf)).toMatchObject([{ toUserId: 'cat' }]);
  });

  test('is a message that was refused as a repeat', async () => {
    await sendPrivate({ msgRandom: '77' });
    expect(await sendPrivate({ msgRandom: '77' })).not.toMatchObject({ body: { code: 200 } });
    expect(await allCalls()).toHaveLength(1);
  });

  test('is a message of a client', async () => {
    const app = (await on.server.services.apps.find(on.app.key))!;
    await sendFromClient({ ...on.ctx, app }, { senderId: 'ann', ...text, options: {} }, { kind: 'private', id: 'bob' });
    expect(await allCalls()).toEqual([]);
  });

  test('is a message to a user of another app', async () => {
    const other = await addTrustingApp(on);
    await other.insertUsers('bob');
    const to = { version: 1, target_type: 'single', target_id: 'bob', target_appkey: other.app.key, from_type: 'user', from_id: 'ann' };
    const answer = await on.jmessage.call('sendMessage', { body: { ...to, msg_type: 'text', msg_body: { text: 'Hi' } } });
    expect(answer.status).toBe(201);
    expect(await allCalls()).toEqual([]);
  });

  test.each([{ serverMessages: false }, { url: null }])('is anything while the setting is %j', async (off) => {
    await set(on, on.app, { messageWebhook: off });
    await sendPrivate();
    expect(await allCalls()).toEqual([]);
    await set(on, on.app, { messageWebhook: { url: `${receiver.url}/hook?of=chat`, serverMessages: true } });
    await sendPrivate();
    expect(await allCalls()).toHaveLength(1);
  });
});

describe('a server that does not take it', () => {
  /** Sends one message and lets time pass until nothing is left to be told. */
  async function tries(): Promise<ReceivedCall[]> {
    await sendPrivate();
    for (let tries = 1; (await openStates()).length > 0; tries++) {
      await receiver.received(tries);
      await vi.waitFor(async () => expect(await openStates()).not.toContain('active'), { timeout: 25_000 });
      on.clock.advance(60_000);
    }
    return receiver.calls;
  }

  test('is told again, with a new signature, until it does', async () => {
    receiver.answer = () => (receiver.calls.length < 3 ? 500 : 200);
    const calls = await tries();
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ url }) => url.searchParams.get('signature'))).size).toBe(3);
    expect(new Set(calls.map(({ form }) => form.toString())).size).toBe(1);
  });

  test('is told three times', async () => {
    receiver.answer = () => 503;
    expect(await tries()).toHaveLength(3);
  });

  test('keeps no other app waiting', async () => {
    receiver.answer = ({ form }) => (form.get('fromUserId') === 'ann' ? undefined : 200);
    for (let sent = 0; sent < 8; sent++) await sendPrivate();
    await receiver.received(4);
    const { app, rongcloud } = await on.addApp();
    await set(on, app, { messageWebhook: { url: receiver.url, serverMessages: true } });
    await rongcloud.call('publishPrivateMessage', { body: { fromUserId: 'eve', toUserId: ['fay'], ...text } });
    const calls = await receiver.received(5);
    expect(calls.slice(0, 5).map(({ form }) => form.get('fromUserId'))).toEqual(['ann', 'ann', 'ann', 'ann', 'eve']);
  });
});
