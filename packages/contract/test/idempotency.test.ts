import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimKey } from '../../server/src/store/idempotency.ts';
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

  describe('while the first request is under way', () => {
    /** Takes the key as a request does that has not answered yet. */
    const underWay = (key: string, request: string) => {
      const fingerprint = createHash('sha256').update(request).digest('base64url');
      return claimKey(on.ctx.db, { appId: on.app.id, key }, { fingerprint, now: on.clock.now(), staleBefore: 0 });
    };

    test('a repeat is told to try again, and takes over when the first one died', async () => {
      const form = 'userId=gus&minute=1';
      const block = async () => {
        const headers = {
          ...(await on.rongcloud.credentials()),
          'Content-Type': 'application/x-www-form-urlencoded',
          'Idempotency-Key': 'k6',
        };
        return on.rongcloud.fetch('/user/block.json', { headers, body: form });
      };
      await underWay('k6', `POST /user/block.json\n${form}`);
      const refused = await block();
      expect(refused).toMatchObject({ status: 504, body: { code: 1050 } });
      expect(refused.headers.get('retry-after')).toBe('1');
      on.clock.advance(60_000);
      expect(await block()).toMatchObject({ status: 200 });
    });

    test('JMessage says so too', async () => {
      const body = '["gus"]';
      await underWay('k7', `DELETE /v1/users\n${body}`);
      const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json', 'Idempotency-Key': 'k7' };
      expect(await on.jmessage.fetch('/v1/users', { method: 'DELETE', headers, body })).toMatchObject({
        status: 503,
        body: { error: { code: 899030 } },
      });
    });
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
