import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer, type WantedApp } from './support/server.ts';

const limited = (overrides: Record<string, { points: number; seconds: number }> = {}): WantedApp => ({
  settings: { rateLimits: { enabled: true, overrides } },
});

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe('a documented limit', () => {
  test('holds for its window and is told with Retry-After', async () => {
    const { rongcloud } = await on.addApp(limited());
    const call = () => rongcloud.call('batchSetUserTags', { body: { userIds: ['u'], tags: [] } });
    for (let index = 0; index < 10; index++) expect(await call()).toMatchObject({ status: 200 });
    const refused = await call();
    expect(refused).toMatchObject({ status: 429, body: { code: 1008, errorMessage: 'Rate limit exceeded: 10 calls in 1 second.' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    on.clock.advance(1000);
    expect(await call()).toMatchObject({ status: 200 });
  });

  test('is not doubled by two bursts at the edge of a window', async () => {
    const { rongcloud } = await on.addApp(limited());
    const burst = async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => rongcloud.call('batchSetUserTags', { body: { userIds: ['u'] } })));
      return answers.filter(({ status }) => status === 200).length;
    };
    on.clock.advance(990);
    expect(await burst()).toBe(10);
    on.clock.advance(20);
    expect(await burst()).toBe(0);
    on.clock.advance(980);
    expect(await burst()).toBe(10);
  });

  test('is counted in the unit of the list: users', async () => {
    const { rongcloud } = await on.addApp(limited());
    const deactivate = (count: number) =>
      rongcloud.call('deactivateUsers', { body: { userId: Array.from({ length: count }, (_, index) => `u${index}`) } });
    expect(await deactivate(60)).toMatchObject({ status: 200 });
    expect(await deactivate(41)).toMatchObject({ status: 429 });
    expect(await deactivate(40)).toMatchObject({ status: 200 });
  });

  test('belongs to one app and one operation', async () => {
    const one = await on.addApp(limited({ 'rongcloud:checkUserOnline': { points: 1, seconds: 60 } }));
    const other = await on.addApp(limited());
    const check = (caller: typeof one) => caller.rongcloud.call('checkUserOnline', { body: { userId: 'u' } });
    expect(await check(one)).toMatchObject({ status: 200 });
    expect(await check(one)).toMatchObject({ status: 429 });
    expect(await check(other)).toMatchObject({ status: 200 });
    expect(await one.rongcloud.call('getUserTags', { body: { userIds: ['u'] } })).toMatchObject({ status: 200 });
  });
});

test('an app whose limits are off has none', async () => {
  for (let index = 0; index < 15; index++) {
    expect(await on.rongcloud.call('batchSetUserTags', { body: { userIds: ['u'] } })).toMatchObject({ status: 200 });
  }
});
