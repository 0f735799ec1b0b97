import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationMessages } from './support/messages.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const day = 24 * 60 * 60 * 1000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

async function send(key: string, to: string, text: string) {
  const form = new URLSearchParams({
    fromUserId: 'ann',
    toUserId: to,
    objectName: 'RC:TxtMsg',
    content: JSON.stringify({ content: text }),
  });
  return on.rongcloud.fetch('/message/private/publish.json', {
    headers: { ...(await on.rongcloud.credentials()), 'Content-Type': 'application/x-www-form-urlencoded', 'Idempotency-Key': key },
    body: form.toString(),
  });
}

describe('Idempotency-Key', () => {
  test('the same key and body get the first answer again, and the message is stored once', async () => {
    const first = await send('k1', 'bob', 'hello');
    const again = await send('k1', 'bob', 'hello');
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await conversationMessages(on, 'ann', 'bob')).toHaveLength(1);
  });

  test('another body under the same key is refused', async () => {
    await send('k2', 'carl', 'hello');
    expect(await send('k2', 'carl', 'other')).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: 'Idempotency-Key was used for another request.' },
    });
  });

  test('of concurrent repeats one is done; the others get its answer or are told to try again', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('k3', 'dora', 'hello')));
    expect(await conversationMessages(on, 'ann', 'dora')).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).not.toContain(500);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  });

  test('a refusal is not kept: the call may be mended', async () => {
    expect(await send('k4', 'a,b', 'hello')).toMatchObject({ status: 400 });
    expect(await send('k4', 'eve', 'hello')).toMatchObject({ status: 200 });
  });

  test('a key is forgotten after a day and belongs to one app', async () => {
    await send('k5', 'finn', 'hello');
    const other = await on.addApp();
    const headers = { ...(await other.rongcloud.credentials()), 'Content-Type': 'application/json', 'Idempotency-Key': 'k5' };
    expect(await other.rongcloud.fetch('/user/tag/set.json', { headers, body: '{"userId":"u"}' })).toMatchObject({ status: 200 });
    on.clock.advance(day + 1);
    await send('k5', 'finn', 'hello');
    expect(await conversationMessages(on, 'ann', 'finn')).toHaveLength(2);
  });

  test('a key that is no visible text is refused', async () => {
    expect(await send('x'.repeat(256), 'bob', 'hello')).toMatchObject({ status: 400 });
  });
});
