import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RedisCounters } from '../src/providers/redis-counters.ts';
import { hasRedis, type RedisProcess, startRedis } from './support/redis-process.ts';

const times = { timeout: 1000, pause: 500 };
const wanted = { points: 1, limit: 1, millis: 600_000, now: 1_750_000_000_000 };

describe.runIf(hasRedis())('while Redis does not answer', () => {
  let redis: RedisProcess;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis[Symbol.asyncDispose]());

  /** A limit of one that is taken. */
  async function full(url: string) {
    const counters = new RedisCounters(url, times);
    const key = crypto.randomUUID();
    const take = () => counters.take(key, wanted);
    expect(await take()).toMatchObject({ retryAfter: undefined });
    expect(await take()).toMatchObject({ retryAfter: 600_000 });
    return { counters, take };
  }
  const counts = (take: () => Promise<unknown>) => vi.waitUntil(async () => (await take()) !== undefined, { timeout: 20_000 });

  test('calls pass uncounted, after a few without waiting for it; when it answers again, they are counted', async () => {
    const { counters, take } = await full(redis.url);
    let waited = 0;
    const turn = async () => {
      const call = take();
      await Promise.race([call, new Promise(setImmediate).then(() => waited++)]);
      expect(await call).toBeUndefined();
    };
    redis.hang();
    try {
      // A call that is not sent ends before the next turn of the event loop.
      for (let call = 0; call < 12; call++) await turn();
    } finally {
      redis.wake();
    }
    expect(waited).toBeGreaterThanOrEqual(3);
    expect(waited).toBeLessThan(12 / 2);
    await counts(take);
    expect(await take()).toMatchObject({ retryAfter: 600_000 });
    await counters.close();
  });

  test('since a link swallows what is sent, another connection is made', async () => {
    const link = await swallowingLink(redis.port);
    const { counters, take } = await full(link.url);
    link.swallow();
    expect(await take()).toBeUndefined();
    await counts(take);
    await counters.close();
    await link.close();
  });
});

/** A way to a port. What is connected when it swallows gets no byte through any more, and is not told; new connections work. */
async function swallowingLink(port: number) {
  const pairs: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    pairs.push([near, far]);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
    close: async () => {
      for (const socket of pairs.flat()) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
