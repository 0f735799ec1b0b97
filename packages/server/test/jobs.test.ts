import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { type Clock, systemClock } from '../src/domain/clock.ts';
import { type Queue, type Worker, workOn } from '../src/domain/jobs.ts';
import { PgBossJobs } from '../src/providers/pg-boss-jobs.ts';
import { type DatabaseTarget, type Db, driverOf, openDb } from '../src/store/db.ts';
import { jobSchema } from '../src/store/job-queue.ts';

const minute = 60_000;
const queue: Queue<{ name: string }> = { name: 'test', retries: 1 };

let database: DatabaseTarget;
let drop: () => Promise<void>;
let db: Db;
let now = Date.now();
const clock: Clock = { now: () => now };
const log: object[] = [];
const logger = pino({ level: 'error' }, { write: (line: string) => log.push(JSON.parse(line)) });
const running: PgBossJobs[] = [];

beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  db = await openDb(database);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  log.length = 0;
  now += 10 * minute;
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

const until = (condition: () => unknown) => vi.waitFor(condition, { timeout: 20_000 });

/** A node of its own, on a clock that stands. */
function node(workers: Worker[], options: { clock?: Clock; db?: Db; stopMillis?: number } = {}): PgBossJobs {
  const jobs = new PgBossJobs({ db, clock, log: logger, workers: () => workers, stopMillis: 1000, ...options });
  running.push(jobs);
  return jobs;
}

/**
 * A clock that a node can lose. Without it the node sends no further statement, so it is dead, though its process goes on. What it has
 * sent is waited for: a look for lost jobs passes over a queue that somebody else is just looking at.
 */
function mortalClock(): { clock: Clock; die: () => Promise<void> } {
  let dead = false;
  const tell = () => {
    if (dead) throw new Error('the node is dead');
    return now;
  };
  const die = async () => {
    dead = true;
    const { pool } = driverOf(db);
    await until(() => expect(pool).toMatchObject({ waitingCount: 0, idleCount: pool.totalCount }));
  };
  return { clock: { now: tell }, die };
}

/** A worker that writes down what it was given, and may fail at first. */
function recorder({ failures = 0, on = queue as Queue } = {}) {
  const done: string[] = [];
  let left = failures;
  const worker = workOn(on as typeof queue, async ({ name }) => {
    done.push(name);
    if (left-- > 0) throw new Error(`secret ${name}`);
  });
  return { done, worker };
}

async function states(): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select state::text from ${sql.table(`${jobSchema}.job`)} where name = 'test'`.execute(db);
  return rows.map(({ state }) => state);
}

const add = (jobs: PgBossJobs, names: string[], afterSeconds = 0) =>
  jobs.transaction(db, (_tx, enqueue) =>
    enqueue(
      queue,
      names.map((name) => ({ name })),
      { afterSeconds },
    ),
  );

describe('a job', () => {
  test('is done after the commit of its transaction, each once', async () => {
    const { done, worker } = recorder();
    const jobs = node([worker]);
    const answer = await jobs.transaction(db, async (tx, enqueue) => {
      await enqueue(queue, [{ name: 'a' }, { name: 'b' }]);
      await enqueue(queue, [{ name: 'c' }]);
      await tx.selectFrom('apps').select('id').execute();
      expect(done).toEqual([]);
      return 'answer';
    });
    expect(answer).toBe('answer');
    await until(() => expect(done.toSorted()).toEqual(['a', 'b', 'c']));
  });

  test('is gone with a transaction that fails', async () => {
    const { done, worker } = recorder();
    const jobs = node([worker]);
    const failing = jobs.transaction(db, async (_tx, enqueue) => {
      await enqueue(queue, [{ name: 'lost' }]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await add(jobs, ['kept']);
    await until(() => expect(done).toEqual(['kept']));
  });

  test('needs a queue that a worker has', async () => {
    const jobs = node([]);
    await expect(add(jobs, ['a'])).rejects.toThrow('no worker has the queue test');
  });

  test('waits until it is due by our clock', async () => {
    const { done, worker } = recorder();
    const jobs = node([worker]);
    await add(jobs, ['later'], 60);
    now += minute - 1;
    await add(jobs, ['now']);
    await until(() => expect(done).toEqual(['now']));
    now += 1;
    await add(jobs, ['after']);
    await until(() => expect(done).toEqual(['now', 'later', 'after']));
  });

  test('that fails is tried again when it is due, and logged without its words', async () => {
    const { done, worker } = recorder({ failures: 1 });
    const jobs = node([worker]);
    await add(jobs, ['a']);
    await until(() => expect(log).toHaveLength(1));
    expect(log[0]).toMatchObject({ queue: 'test', job: expect.any(String), attempt: 1, name: 'Error', at: expect.any(Array) });
    expect(JSON.stringify(log)).not.toContain('secret');
    await add(jobs, ['b']);
    await until(() => expect(done).toEqual(['a', 'b']));
    now += minute;
    await until(() => expect(done).toEqual(['a', 'b', 'a']));
  });

  test('that fails for good ends after its retries', async () => {
    const { done, worker } = recorder({ failures: 9 });
    const jobs = node([worker]);
    await add(jobs, ['a']);
    await until(() => expect(log).toHaveLength(1));
    now += minute;
    await until(() => expect(log).toHaveLength(2));
    now += minute;
    const { done: afterwards, worker: other } = recorder();
    await jobs.stop();
    await add(node([other]), ['b']);
    await until(() => expect(afterwards).toEqual(['b']));
    expect(done).toEqual(['a', 'a']);
  });
});

describe('the end', () => {
  test('waits for a job under way', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
    const done: string[] = [];
    const slow = workOn(queue, async ({ name }) => {
      begin();
      await allowed;
      done.push(name);
    });
    const jobs = node([slow]);
    await add(jobs, ['a', 'b']);
    await begun;
    const stopped = jobs.stop();
    allow();
    await stopped;
    expect(done).toEqual(['a']);
    const { done: taken, worker } = recorder();
    await node([worker]).start();
    await until(() => expect(taken).toEqual(['b']));
  });

  test('tells a job under way, which the next start takes up again', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const long = workOn(queue, async (_data, signal) => {
      begin();
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const jobs = node([long]);
    await add(jobs, ['a']);
    await begun;
    await jobs.stop();
    expect(log).toEqual([]);
    const { done, worker } = recorder();
    const next = node([worker]);
    now += minute;
    await next.start();
    await until(() => expect(done).toEqual(['a']));
  });

  test('of a node that dies leaves its job to another, when the heartbeat has stopped', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const stuck = workOn(queue, () => {
      begin();
      return new Promise(() => {});
    });
    const { clock: mortal, die } = mortalClock();
    const dead = node([stuck], { clock: mortal });
    await add(dead, ['a']);
    await begun;
    await die();
    running.splice(0);
    const { done, worker } = recorder();
    const other = node([worker]);
    now += minute;
    await other.start();
    await until(async () => expect(await states()).toContain('retry'));
    now += minute;
    await add(other, ['b']);
    await until(() => expect(done.toSorted()).toEqual(['a', 'b']));
    await dead.stop();
  });

  test('does not wait for a database that has gone', async () => {
    const own = await openDb(database);
    const jobs = node([recorder().worker], { db: own });
    await jobs.start();
    await own.destroy();
    await jobs.stop();
  });
});

test('a queue with concurrency has that many jobs under way', async () => {
  const wide: Queue<{ name: string }> = { name: 'wide', concurrency: 3 };
  const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
  const begun: string[] = [];
  const worker = workOn(wide, async ({ name }) => {
    begun.push(name);
    await allowed;
  });
  const jobs = node([worker]);
  await jobs.transaction(db, (_tx, enqueue) =>
    enqueue(
      wide,
      ['a', 'b', 'c', 'd'].map((name) => ({ name })),
    ),
  );
  await until(() => expect(begun).toHaveLength(3));
  allow();
  await until(() => expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'd']));
});

test('a recurring job is done once in its stretch of time, whatever the number of nodes', async () => {
  const recurring: Queue = { name: 'recurring', everySeconds: 1 };
  let count = 0;
  const worker = () =>
    workOn(recurring, async () => {
      count += 1;
    });
  const nodes = [node([worker()], { clock: systemClock }), node([worker()], { clock: systemClock })];
  const started = Date.now();
  await Promise.all(nodes.map((jobs) => jobs.start()));
  await until(() => expect(count).toBeGreaterThanOrEqual(3));
  expect(count).toBeLessThanOrEqual((Date.now() - started) / 1000 + 2);
});
