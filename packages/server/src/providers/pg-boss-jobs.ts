import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import { faultOf } from '../domain/errors.ts';
import type { Enqueue, Jobs, Queue, Worker } from '../domain/jobs.ts';
import type { Db } from '../store/db.ts';
import { openJobQueue, statementsIn } from '../store/job-queue.ts';
import { afterCommit, inTransaction } from '../store/transaction.ts';

/** Seconds without a sign of life after which the jobs of a node are another's; 10 is the least that the library takes. */
const heartbeatSeconds = 10;
/** Seconds between two looks for jobs that nobody wakes a worker for: those that a node left when it stopped or died. */
const lookSeconds = 20;
const longestRetry = 60;
const day = 24 * 60 * 60;

/** Seconds after which a job is due again at the latest. */
const retrySeconds = (attempt: number) => Math.min(longestRetry, 2 ** attempt);

const queueOptions = ({ retries = 1_000_000 }: Queue) => ({
  retryLimit: retries,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: longestRetry,
  heartbeatSeconds,
  // The heartbeat ends what is stuck; this is the longest that the library takes.
  expireInSeconds: day - 1,
  retentionSeconds: 365 * day,
  deleteAfterSeconds: 600,
});

const groupOf = <Data extends object>({ perGroup }: Queue<Data>, data: Data) => perGroup && { group: { id: perGroup.groupOf(data) } };

export interface JobsOptions {
  db: Db;
  clock: Clock;
  log: Logger;
  /** Asked for when the jobs start. */
  workers: () => Worker[];
  /** How long jobs under way may take at the end, in milliseconds; at least 1000. */
  stopMillis?: number;
}

/** Jobs in the database, by pg-boss. A transaction wakes the workers of its own node; the others see its jobs when they look. */
export class PgBossJobs implements Jobs {
  readonly #options: JobsOptions;
  /** By queue: makes its workers look for jobs. */
  readonly #wakers = new Map<string, () => void>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  #boss: Promise<PgBoss> | undefined;

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await this.#started().catch((error) => this.#report(error));
  }

  async ready(): Promise<void> {
    await this.#started();
  }

  async transaction<Result>(db: Db, work: (tx: Db, enqueue: Enqueue) => Promise<Result>): Promise<Result> {
    const boss = await this.#started();
    const { clock } = this.#options;
    return inTransaction(db, (tx) =>
      work(tx, async (queue, jobs, { afterSeconds = 0 } = {}) => {
        if (!this.#wakers.has(queue.name)) throw new Error(`no worker has the queue ${queue.name}`);
        const rows = jobs.map((data) => ({ data, startAfter: afterSeconds, ...groupOf(queue, data) }));
        await boss.insert(queue.name, rows, { db: statementsIn(tx, () => clock.now()) });
        await afterCommit(tx, async () => this.#wakeAfter(queue, afterSeconds));
      }),
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the server stops'));
    for (const timer of this.#timers) clearTimeout(timer);
    const boss = await this.#boss?.catch(() => undefined);
    await boss?.stop({ timeout: this.#options.stopMillis ?? 10_000 }).catch((error) => this.#report(error));
  }

  #started(): Promise<PgBoss> {
    this.#boss ??= this.#start().catch((error) => {
      this.#boss = undefined;
      throw error;
    });
    return this.#boss;
  }

  async #start(): Promise<PgBoss> {
    const { db, clock, workers } = this.#options;
    const boss = await openJobQueue(db, () => clock.now());
    boss.on('error', (error) => this.#report(error));
    try {
      await boss.start();
      for (const worker of workers()) await this.#work(boss, worker);
    } catch (error) {
      await boss.stop({ graceful: false });
      throw error;
    }
    this.#every(lookSeconds, async () => {
      await boss.supervise();
      this.#after(retrySeconds(1), () => {
        for (const wake of this.#wakers.values()) wake();
      });
    });
    return boss;
  }

  async #work(boss: PgBoss, worker: Worker): Promise<void> {
    const { queue } = worker;
    await boss.createQueue(queue.name, queueOptions(queue));
    await boss.updateQueue(queue.name, queueOptions(queue));
    // The library's own polling: once a day, since the workers are woken.
    const options = { pollingIntervalSeconds: day, ...(queue.perGroup && { groupConcurrency: queue.perGroup.atOnce }) };
    const work = () => boss.work<object>(queue.name, options, ([job]) => this.#run(worker, job!));
    const ids = await Promise.all(Array.from({ length: queue.concurrency ?? 1 }, work));
    this.#wakers.set(queue.name, () => {
      for (const id of ids) boss.notifyWorker(id);
    });
    const { everySeconds } = queue;
    if (everySeconds === undefined) return;
    this.#every(everySeconds, async () => {
      // Of all that is sent in one stretch of so many seconds, by whatever node, the first counts.
      await boss.send(queue.name, {}, { singletonSeconds: everySeconds });
      this.#wake(queue);
    });
  }

  async #run({ queue, handle }: Worker, job: Job<object>): Promise<void> {
    const about = { queue: queue.name, job: job.id, ...(job.groupId && { group: job.groupId }), attempt: job.retryCount + 1 };
    try {
      await handle(job.data as never, AbortSignal.any([job.signal, this.#stopping.signal]));
      this.#options.log.debug(about, 'job done');
      this.#wake(queue);
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#options.log.error({ ...about, ...faultOf(error) }, 'job failed');
      this.#wakeAfter(queue, retrySeconds(about.attempt));
      throw error;
    }
  }

  #wakeAfter(queue: Queue, seconds: number): void {
    if (seconds === 0) this.#wake(queue);
    else this.#after(seconds, () => this.#wake(queue));
  }

  #wake({ name }: Queue): void {
    this.#wakers.get(name)?.();
  }

  /** Now, and again so many seconds after each end. */
  #every(seconds: number, action: () => Promise<void>): void {
    void action()
      .catch((error) => this.#report(error))
      .then(() => this.#after(seconds, () => this.#every(seconds, action)));
  }

  #after(seconds: number, action: () => void): void {
    if (this.#stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, seconds * 1000).unref();
    this.#timers.add(timer);
  }

  #report(error: unknown): void {
    this.#options.log.error(faultOf(error), 'job queue failed');
  }
}
