import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/index.ts';
import { wait } from '../src/time.ts';
import { clientOf, failing, limited, ok } from './support/client.ts';
import { startScriptedServer } from './support/scripted-server.ts';

describe('too many calls', () => {
  test('waits as Retry-After says, for every operation', async () => {
    await using server = await startScriptedServer([limited('3'), limited('0'), ok]);
    const { unrepeatable, waits } = clientOf(server.url);
    expect(await unrepeatable()).toEqual({ code: 200 });
    expect(waits).toEqual([3000, 0]);
  });

  test('waits for a date', async () => {
    await using server = await startScriptedServer([limited(new Date(Date.now() + 20_000).toUTCString()), ok]);
    const { unrepeatable, waits } = clientOf(server.url);
    await unrepeatable();
    expect(waits[0]).toBeGreaterThan(10_000);
    expect(waits[0]).toBeLessThanOrEqual(20_000);
  });

  test('does not wait for a date that is past', async () => {
    await using server = await startScriptedServer([limited(new Date(0).toUTCString()), ok]);
    const { unrepeatable, waits } = clientOf(server.url);
    await unrepeatable();
    expect(waits).toEqual([0]);
  });

  test('backs off when the answer does not say how long', async () => {
    await using server = await startScriptedServer([limited(), limited('soon'), ok]);
    const { unrepeatable, waits } = clientOf(server.url);
    expect(await unrepeatable()).toEqual({ code: 200 });
    expect(waits).toHaveLength(2);
  });

  test('is an error at once when the wait is longer than 30 seconds', async () => {
    await using server = await startScriptedServer([limited('31'), ok]);
    const { repeatable, waits } = clientOf(server.url);
    await expect(repeatable()).rejects.toMatchObject({ code: 1008, status: 429, retryAfterMillis: 31_000 });
    expect(waits).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });
});

describe('the wait between attempts', () => {
  test('doubles from 200 milliseconds to 5 seconds, less up to half of it at random', async () => {
    await using server = await startScriptedServer([failing]);
    const { repeatable, waits } = clientOf(server.url, { retries: 8 });
    await expect(repeatable()).rejects.toThrow(ApiError);
    const ceilings = [200, 400, 800, 1600, 3200, 5000, 5000, 5000];
    for (const [index, ceiling] of ceilings.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(ceiling / 2);
      expect(waits[index]).toBeLessThanOrEqual(ceiling);
    }
    expect(new Set(waits).size).toBe(ceilings.length);
  });

  test('ends with the signal', async () => {
    await using server = await startScriptedServer([limited('30')]);
    const controller = new AbortController();
    const { client } = clientOf(server.url, {
      wait: (millis, signal) => {
        const waiting = wait(millis, signal);
        controller.abort(new Error('no longer wanted'));
        return waiting;
      },
    });
    await expect(client.listBlockedUsers({}, { signal: controller.signal })).rejects.toThrow('no longer wanted');
    expect(server.seen).toHaveLength(1);
  });

  test('ends when its time is over, and leaves nothing on the signal', async () => {
    const { signal } = new AbortController();
    await wait(0, signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('does not begin when the signal has aborted', async () => {
    await expect(wait(60_000, AbortSignal.abort(new Error('no longer wanted')))).rejects.toThrow('no longer wanted');
  });
});
