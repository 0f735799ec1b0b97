import { expect, test } from 'vitest';
import { CircuitBreaker } from '../src/providers/circuit-breaker.ts';

/** What is called answers, or fails, as the test says. */
function open() {
  let time = 0;
  let answers = true;
  let made = 0;
  const told: boolean[] = [];
  const breaker = new CircuitBreaker({ failures: 3, pause: 1000, now: () => time, onChange: (is) => told.push(is) });
  const call = () =>
    breaker.call(async () => {
      made++;
      if (!answers) throw new Error('silent');
      return 'answer';
    });
  return {
    call,
    told,
    /** Calls that were made of so many, at once. */
    of: async (count: number) => {
      const before = made;
      await Promise.all(Array.from({ length: count }, call));
      return made - before;
    },
    fail: () => {
      answers = false;
    },
    recover: () => {
      answers = true;
    },
    advance: (millis: number) => {
      time += millis;
    },
  };
}

test('three failures in a row end the calls for a while, then one is made, which ends them again', async () => {
  const { call, of, fail, advance } = open();
  fail();
  for (let index = 0; index < 3; index++) expect(await of(1)).toBe(1);
  expect(await of(10)).toBe(0);
  expect(await call()).toBeUndefined();
  advance(999);
  expect(await of(10)).toBe(0);
  advance(1);
  expect(await of(10)).toBe(1);
  advance(999);
  expect(await of(10)).toBe(0);
});

test('a call that is answered after the pause opens the way to all, and both turns are told once', async () => {
  const { call, told, of, fail, recover, advance } = open();
  fail();
  expect(await of(5)).toBe(5);
  recover();
  expect(await call()).toBeUndefined();
  advance(1000);
  expect(told).toEqual([false]);
  expect(await call()).toBe('answer');
  expect(await of(10)).toBe(10);
  expect(told).toEqual([false, true]);
});

test('failures between answers end nothing', async () => {
  const { of, fail, recover } = open();
  for (let round = 0; round < 3; round++) {
    fail();
    expect(await of(2)).toBe(2);
    recover();
    expect(await of(1)).toBe(1);
  }
});
