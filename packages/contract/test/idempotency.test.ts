import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepKeptAnswers } from '../../server/src/domain/idempotency.ts';
import type { Caller } from '../src/index.ts';
import { worldOf } from './jmessage/parity/passage.ts';
import { callWithKey, isReplay } from './support/keyed.ts';
import { conversationMessages } from './support/messages.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { insertUsers } from './support/users.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';
import { filteringApp } from './support/words.ts';

const day = 24 * 60 * 60 * 1000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'ann', 'bob', 'cat');
});
afterAll(() => on.stop());

function send(key: string, to: string, text: string, { rongcloud }: { rongcloud: Caller } = on) {
  const body = { fromUserId: 'ann', toUserId: [to], objectName: 'RC:TxtMsg', content: JSON.stringify({ content: text }) };
  return callWithKey(rongcloud, key, ['publishPrivateMessage', { body }]);
}

const keptKeys = async () => (await on.ctx.db.selectFrom('idempotency_keys').select('key').execute()).map(({ key }) => key);

describe('Idempotency-Key', () => {
  test('the same key and body get the first answer again, and the message is stored once', async () => {
    const first = await send('k1', 'bob', 'hello');
    const again = await send('k1', 'bob', 'hello');
    expect(again.body).toEqual(first.body);
    expect([first, again].map(isReplay)).toEqual([false, true]);
    expect(await conversationMessages(on, 'ann', 'bob')).toHaveLength(1);
  });

  test('another body under the same key is refused', async () => {
    await send('k2', 'carl', 'hello');
    expect(await send('k2', 'carl', 'other')).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: 'Idempotency-Key was used for another request.' },
    });
  });

  test('a key that is no visible text is refused', async () => {
    expect(await send('x'.repeat(256), 'bob', 'hello')).toMatchObject({ status: 400 });
  });

  test('an answer is given again until a millisecond before 24 hours have passed, and then the call is a new one', async () => {
    const first = await send('k3', 'finn', 'hello');
    on.clock.advance(day - 1);
    const last = await send('k3', 'finn', 'hello');
    expect([last.body, isReplay(last)]).toEqual([first.body, true]);
    on.clock.advance(1);
    const next = await send('k3', 'finn', 'hello');
    expect([next.status, isReplay(next)]).toEqual([200, false]);
    expect(next.body).not.toEqual(first.body);
    expect(await conversationMessages(on, 'ann', 'finn')).toHaveLength(2);
    on.clock.advance(day - 1);
    expect((await send('k3', 'finn', 'hello')).body).toEqual(next.body);
  });

  test('answers that are over are deleted, and no others', async () => {
    await send('old', 'bob', 'hello');
    on.clock.advance(1);
    await send('new', 'bob', 'hello');
    on.clock.advance(day - 1);
    await sweepKeptAnswers(on.ctx);
    expect((await keptKeys()).filter((key) => ['old', 'new'].includes(key))).toEqual(['new']);
    expect(isReplay(await send('new', 'bob', 'hello'))).toBe(true);
  });

  test('two apps have an answer each under the same key', async () => {
    const other = await on.addApp();
    const firsts = [await send('k4', 'bob', 'hello'), await send('k4', 'bob', 'hello', other)];
    expect(firsts.map(isReplay)).toEqual([false, false]);
    expect(firsts[0]!.body).not.toEqual(firsts[1]!.body);
    const again = [await send('k4', 'bob', 'hello'), await send('k4', 'bob', 'hello', other)];
    expect(again.map(isReplay)).toEqual([true, true]);
    expect(again.map(({ body }) => body)).toEqual(firsts.map(({ body }) => body));
  });
});

describe('a refused call with a key', () => {
  test('is not kept: it may be mended', async () => {
    expect(await send('k5', 'a,b', 'hello')).toMatchObject({ status: 400 });
    expect(await send('k5', 'eve', 'hello')).toMatchObject({ status: 200 });
  });

  test('leaves nothing, not even what the call leaves without a key', async () => {
    const { jm } = worldOf(on, 'ann');
    const { gid } = await jm<{ gid: number }>('createGroup', { body: { owner_username: 'ann', name: 'Chess' } });
    const change = ['changeGroupMembers', { path: { gid }, body: { add: ['bob'], remove: ['cat'] } }] as [string, object];
    const members = async () => (await jm<{ username: string }[]>('listGroupMembers', { path: { gid } })).map(({ username }) => username);
    expect(await callWithKey(on.jmessage, 'k6', change)).toMatchObject({ status: 403 });
    expect(await members()).toEqual(['ann']);
    expect(await keptKeys()).not.toContain('k6');
    expect(await on.jmessage.call(...change)).toMatchObject({ status: 403 });
    expect(await members()).toEqual(['ann', 'bob']);
  });
});

describe('a call with a key brings about what follows it', () => {
  test('new words are in force at once', async () => {
    const app = await filteringApp(on);
    expect(await app.passed('cash')).toBe('cash');
    await callWithKey(app.rongcloud, 'w1', ['addSensitiveWord', { body: { word: 'cash', replaceWord: '***' } }]);
    expect(await app.passed('cash')).toBe('***');
    await callWithKey(app.rongcloud, 'w2', ['removeSensitiveWord', { body: { word: 'cash' } }]);
    expect(await app.passed('cash')).toBe('cash');
  });

  test('words replace what is sent with a key too', async () => {
    const app = await filteringApp(on);
    await app.call('addSensitiveWord', { word: 'cash', replaceWord: '***' });
    const body = { fromUserId: 'ann', toGroupId: ['chess'], objectName: 'RC:TxtMsg', content: '{"content":"cash"}' };
    await callWithKey(app.rongcloud, 'w3', ['publishGroupMessage', { body }]);
    expect(await app.contents()).toEqual(['{"content":"***"}']);
  });

  test('the server of the app is told once of a message that was sent twice', async () => {
    const receiver = await startWebhookReceiver();
    const messageWebhook = { url: receiver.url, serverMessages: true };
    const app = await on.addApp({ settings: { rateLimits: { enabled: false, overrides: {} }, messageWebhook } });
    await send('h1', 'bob', 'one', app);
    await send('h1', 'bob', 'one', app);
    await send('h2', 'bob', 'two', app);
    const calls = await receiver.received(2);
    await receiver.stop();
    expect(calls.map(({ form }) => form.get('content')).toSorted()).toEqual(['{"content":"one"}', '{"content":"two"}']);
  });

  test('a message in a chatroom starts its idle time again', async () => {
    const { rc } = worldOf(on, 'ann');
    await rc('createChatroom', { chatroomId: 'r1', destroyTime: 60 });
    on.clock.advance(59 * 60_000);
    const body = { fromUserId: 'ann', toChatroomId: ['r1'], objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
    await callWithKey(on.rongcloud, 'r1', ['publishChatroomMessage', { body }]);
    on.clock.advance(59 * 60_000);
    await rc('getChatroom', { chatroomId: 'r1' });
  });
});
