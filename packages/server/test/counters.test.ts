import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Counters } from '../src/domain/counters.ts';
import { MemoryCounters } from '../src/providers/memory-counters.ts';
import { RedisCounters } from '../src/providers/redis-counters.ts';

const redisUrl = process.env.REDIS_URL;
const kinds: [string, () => Counters][] = [['memory', () => new MemoryCounters()]];
if (redisUrl) kinds.push(['redis', () => new RedisCounters(redisUrl)]);
else test.skip('redis: skipped, REDIS_URL is not set', () => {});

describe.each(kinds)('counters in %s', (_, create) => {
  let counters: Counters;
  let key: string;
  beforeAll(() => {
    counters = create();
  });
  afterAll(() => counters.close());

  const take = (now: number, points: number) => counters.take(key, { points, limit: 10, millis: 1000, now });
  const start = 1_750_000_000_000;

  /** When the points may fit; undefined when they are taken. */
  const wait = async (now: number, points: number) => (await take(now, points))?.retryAfter;

  test('take what fits and say when the rest may', async () => {
    key = crypto.randomUUID();
    expect(await wait(start, 6)).toBeUndefined();
    expect(await wait(start + 400, 4)).toBeUndefined();
    expect(await wait(start + 500, 1)).toBe(500);
    expect(await wait(start + 500, 7)).toBe(900);
    expect(await wait(start + 999, 1)).toBe(1);
    expect(await wait(start + 1000, 6)).toBeUndefined();
    expect(await wait(start + 1000, 1)).toBe(400);
  });

  test('say what is left, and when all of it is there again', async () => {
    key = crypto.randomUUID();
    expect(await take(start, 3)).toEqual({ retryAfter: undefined, remaining: 7, resetAfter: 1000 });
    expect(await take(start + 400, 5)).toEqual({ retryAfter: undefined, remaining: 2, resetAfter: 1000 });
    expect(await take(start + 600, 3)).toEqual({ retryAfter: 400, remaining: 2, resetAfter: 800 });
    expect(await take(start + 1000, 5)).toEqual({ retryAfter: undefined, remaining: 0, resetAfter: 1000 });
    expect(await take(start + 1001, 1)).toEqual({ retryAfter: 399, remaining: 0, resetAfter: 999 });
  });

  test('a call above the limit never fits and takes nothing', async () => {
    key = crypto.randomUUID();
    expect(await take(start, 11)).toEqual({ retryAfter: 1000, remaining: 10, resetAfter: 0 });
    expect(await take(start, 10)).toMatchObject({ retryAfter: undefined, remaining: 0 });
  });

  test('0 points look without taking, and tell whether the window is full', async () => {
    key = crypto.randomUUID();
    const look = (now: number) => counters.take(key, { points: 0, limit: 9, millis: 1000, now });
    expect(await look(start)).toEqual({ retryAfter: undefined, remaining: 9, resetAfter: 0 });
    expect(await wait(start, 9)).toBeUndefined();
    for (let time = 0; time < 20; time++) expect(await look(start + 100)).toMatchObject({ retryAfter: undefined, remaining: 0 });
    expect(await wait(start + 100, 1)).toBeUndefined();
    expect(await look(start + 400)).toEqual({ retryAfter: 600, remaining: 0, resetAfter: 700 });
    expect(await look(start + 1000)).toMatchObject({ retryAfter: undefined });
    expect(await wait(start + 1000, 9)).toBeUndefined();
  });

  test('drop what a clock that was set back has taken in the future', async () => {
    key = crypto.randomUUID();
    const hour = 3_600_000;
    expect(await wait(start + hour, 10)).toBeUndefined();
    expect(await take(start, 4)).toEqual({ retryAfter: undefined, remaining: 6, resetAfter: 1000 });
    expect(await wait(start, 7)).toBe(1000);
  });

  test('never tell a wait longer than the window, however far the clock is set back', async () => {
    for (const back of [1, 500, 1000, 1999, 2000, 2001, 60_000]) {
      key = crypto.randomUUID();
      await take(start, 10);
      const { retryAfter = 0, resetAfter } = (await take(start - back, 1))!;
      expect([back, retryAfter <= 1000, resetAfter <= 1000]).toEqual([back, true, true]);
    }
  });

  test('keep the points of a window when the clock is set back by less than that', async () => {
    key = crypto.randomUUID();
    const once = (now: number) => counters.take(key, { points: 1, limit: 1, millis: 600_000, now });
    expect(await once(start)).toMatchObject({ retryAfter: undefined });
    expect(await once(start - 599_999)).toMatchObject({ retryAfter: 600_000 });
    expect(await once(start + 599_999)).toMatchObject({ retryAfter: 1 });
  });

  test('are one limit, not two and not half of one, for two nodes whose clocks differ by a second', async () => {
    key = crypto.randomUUID();
    const taken = { ahead: 0, behind: 0 };
    for (let time = start; time < start + 10_000; time += 50) {
      if ((await wait(time + 1000, 1)) === undefined) taken.ahead++;
      if ((await wait(time, 1)) === undefined) taken.behind++;
    }
    const both = taken.ahead + taken.behind;
    expect(both).toBeGreaterThanOrEqual(95);
    expect(both).toBeLessThanOrEqual(105);
    // Alone, the one behind has waited for its clock to come there, and has the whole limit again.
    taken.behind = 0;
    for (let time = start + 10_000; time < start + 20_000; time += 50) if ((await wait(time, 1)) === undefined) taken.behind++;
    expect(taken.behind).toBeGreaterThanOrEqual(85);
    expect(taken.behind).toBeLessThanOrEqual(105);
  });

  test('concurrent takes of one key never pass the limit', async () => {
    key = crypto.randomUUID();
    const takes = await Promise.all(Array.from({ length: 50 }, () => take(start, 1)));
    const taken = takes.filter((one) => one?.retryAfter === undefined);
    expect(taken.map((one) => one?.remaining).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

test('a Redis that does not answer lets calls pass', async () => {
  const counters = new RedisCounters('redis://127.0.0.1:1');
  expect(await counters.take('key', { points: 11, limit: 10, millis: 1000, now: 0 })).toBeUndefined();
  await counters.close();
});
