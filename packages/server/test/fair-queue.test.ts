import { afterEach, describe, expect, test, vi } from 'vitest';
import { FairQueue, type FairQueueOptions } from '../src/domain/fair-queue.ts';

/** A queue with one task at a time, each of which ends when the test says so. */
function openQueue(options: Partial<FairQueueOptions> = {}) {
  const queue = new FairQueue({ atOnce: 1, ...options });
  const begun: string[] = [];
  const ends: PromiseWithResolvers<string>[] = [];
  const task = (name: string) => async () => {
    begun.push(name);
    const end = Promise.withResolvers<string>();
    ends.push(end);
    return end.promise;
  };
  /** `a1`, `a2`, …: so many tasks in one call. */
  const call = (name: string, { appId, count, signal }: { appId: number; count: number; signal?: AbortSignal }) => {
    const tasks = Array.from({ length: count }, (_, index) => task(`${name}${index + 1}`));
    return queue.run({ appId, signal }, tasks);
  };
  /** Ends what has begun, and what begins then, until nothing waits. */
  const endAll = async () => {
    for (let index = 0; index < begun.length; index++) {
      ends[index]!.resolve(begun[index]!);
      await new Promise(setImmediate);
    }
  };
  return { queue, begun, ends, call, endAll };
}

afterEach(() => vi.useRealTimers());

const unavailable = expect.objectContaining({ code: 'unavailable', detail: { retryAfterSeconds: expect.any(Number) } });

describe('a fair queue', () => {
  test('gives apps their turns, and within an app its calls', async () => {
    const { begun, call, endAll } = openQueue();
    const calls = [
      call('a', { appId: 1, count: 4 }),
      call('b', { appId: 1, count: 1 }),
      call('c', { appId: 2, count: 2 }),
      call('d', { appId: 3, count: 1 }),
    ];
    await endAll();
    expect(begun).toEqual(['a1', 'a2', 'c1', 'd1', 'b1', 'c2', 'a3', 'a4']);
    expect(await Promise.all(calls)).toEqual([['a1', 'a2', 'a3', 'a4'], ['b1'], ['c1', 'c2'], ['d1']]);
  });

  test('begins no more at once than it may, and what a call gets is in the order of its tasks', async () => {
    const { queue, begun, ends, call, endAll } = openQueue({ atOnce: 2 });
    const done = call('a', { appId: 1, count: 3 });
    expect([begun, queue.begun, queue.waiting(1), queue.waiting(2)]).toEqual([['a1', 'a2'], 2, 1, 0]);
    ends[1]!.resolve('second');
    await new Promise(setImmediate);
    expect(begun).toEqual(['a1', 'a2', 'a3']);
    await endAll();
    expect(await done).toEqual(['a1', 'second', 'a3']);
  });

  test('drops what has not begun when the caller goes, and goes on with the others', async () => {
    const { queue, begun, call, endAll } = openQueue();
    const caller = new AbortController();
    const left = call('a', { appId: 1, count: 5, signal: caller.signal });
    const other = call('b', { appId: 1, count: 1 });
    caller.abort();
    await expect(left).rejects.toEqual(unavailable);
    expect(queue.waiting()).toBe(1);
    await endAll();
    expect(await other).toEqual(['b1']);
    expect(begun).toEqual(['a1', 'b1']);
    await expect(call('c', { appId: 1, count: 1, signal: caller.signal })).rejects.toEqual(unavailable);
    expect(begun).toEqual(['a1', 'b1']);
  });

  test('drops the rest of a call when a task fails, with its error', async () => {
    const { queue, ends, call, endAll } = openQueue();
    const failed = call('a', { appId: 1, count: 3 });
    ends[0]!.reject(new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    expect(queue.waiting()).toBeLessThan(2);
    await endAll();
    const next = call('b', { appId: 1, count: 1 });
    await endAll();
    expect(await next).toEqual(['b1']);
  });

  test('refuses what is too much for one app, or for all, but no app its only task', async () => {
    const { queue, call, endAll } = openQueue({ most: { perApp: 4, inAll: 6 } });
    const taken = [call('a', { appId: 1, count: 5 - 1 }), call('b', { appId: 1, count: 1 }), call('c', { appId: 2, count: 2 })];
    expect([queue.waiting(1), queue.waiting()]).toEqual([4, 6]);
    await expect(call('d', { appId: 1, count: 1 })).rejects.toEqual(unavailable);
    await expect(call('e', { appId: 2, count: 1 })).rejects.toEqual(unavailable);
    await expect(call('f', { appId: 3, count: 2 })).rejects.toEqual(unavailable);
    taken.push(call('g', { appId: 3, count: 1 }));
    expect(queue.waiting()).toBe(7);
    await endAll();
    expect((await Promise.all(taken)).flat()).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2', 'g1']);
    expect(queue.waiting()).toBe(0);
  });

  test('lets a call wait while its tasks are done one after the other, and not for one that never ends', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { queue, begun, ends, call } = openQueue({ patience: 1000 });
    const waited = expect(call('a', { appId: 1, count: 5 })).rejects.toEqual(unavailable);
    for (const index of [0, 1, 2]) {
      ends[index]!.resolve('done');
      await new Promise(setImmediate);
      vi.advanceTimersByTime(1000);
    }
    expect([begun.length, queue.waiting()]).toEqual([4, 1]);
    vi.advanceTimersByTime(1000);
    await waited;
    expect(queue.waiting()).toBe(0);
  });
});
