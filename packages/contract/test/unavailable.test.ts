import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, uploaded } from './support/media.ts';
import { startTestServer, type TestServer } from './support/server.ts';

describe('while the database cannot be used', () => {
  let on: TestServer;
  let media: string;
  beforeAll(async () => {
    on = await startTestServer();
    media = await addressOf(on, (await uploaded(on, 'file', 'x')).media_id);
    await on.server.services.db.destroy();
    // Past the second for which an app is remembered.
    on.clock.advance(1001);
  });
  afterAll(() => on.stop());

  const told = (answer: { headers: Headers }) => answer.headers.get('retry-after');

  test('RongCloud calls are answered with 1050 and when to try again', async () => {
    const body = { fromUserId: 'ann', toUserId: ['bob'], objectName: 'RC:TxtMsg', content: '{"content":"x"}' };
    const answer = await on.rongcloud.call('publishPrivateMessage', { body });
    expect(answer).toMatchObject({ status: 504, body: { code: 1050 } });
    expect(told(answer)).toBe('2');
  });

  test('JMessage calls are answered with 899030 and when to try again', async () => {
    const answer = await on.jmessage.call('getUser', { path: { username: 'ann1' } });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 899030 } } });
    expect(told(answer)).toBe('2');
  });

  test('calls of the admin API are answered with unavailable and when to try again', async () => {
    const answer = await on.admin.call('listApps');
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
    expect(told(answer)).toBe('2');
  });

  test('downloads are answered like calls', async () => {
    for (const url of [media, `${on.url}/history-log/${on.app.key}/2026013110.zip?expires=1&signature=x`]) {
      const answer = await fetch(url);
      expect(answer.status).toBeOneOf([503, 504]);
      expect(told(answer)).toBe('2');
    }
  });
});
