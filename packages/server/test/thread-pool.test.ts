import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { hashingThreads, sizeThreadPool } from '../src/thread-pool.ts';

const cores = availableParallelism();

test('passwords get a thread for each core, and two threads of the pool stay free', () => {
  const env: NodeJS.ProcessEnv = {};
  sizeThreadPool(env);
  const pool = Number(env.UV_THREADPOOL_SIZE);
  expect(pool).toBeGreaterThanOrEqual(4);
  expect(hashingThreads(env)).toBe(Math.min(cores, 16));
  expect(pool - hashingThreads(env)).toBeGreaterThanOrEqual(2);
});

test('the size that an operator has set stays, and bounds the passwords that are hashed at once', () => {
  const env = { UV_THREADPOOL_SIZE: '3' };
  sizeThreadPool(env);
  expect([env.UV_THREADPOOL_SIZE, hashingThreads(env)]).toEqual(['3', 1]);
  expect(hashingThreads({ UV_THREADPOOL_SIZE: '1' })).toBe(1);
  expect(hashingThreads({})).toBe(Math.min(cores, 2));
});
