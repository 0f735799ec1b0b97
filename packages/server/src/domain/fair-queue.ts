import { DomainError } from './errors.ts';

export interface FairQueueOptions {
  /** Tasks under way at once. */
  atOnce: number;
  /** Tasks of one app, and of all, that may wait. An app that has none waiting may add one task beyond all. */
  most?: { perApp: number; inAll: number };
  /** How long a call may go without one of its tasks being done, in milliseconds; at most twice as long. */
  patience?: number;
}

/** Whose tasks they are, and what says that nobody waits for them any more. */
interface Caller {
  appId: number;
  signal?: AbortSignal | undefined;
}

/** The tasks of one call that have not begun; those of a call that has ended are none. */
type Waiting = (() => Promise<void>)[];

/** Two of the largest registrations. In all so much that only many apps at once, or one that is many, come to it. */
const defaultMost = { perApp: 1000, inAll: 20_000 };
/** Proxies wait no longer for an answer, unless told so. */
const defaultPatience = 60_000;
const retryAfterSeconds = 5;

/**
 * Does tasks that take long, a few at once. Apps take turns, and within an app its calls: a call with one task waits for one task of
 * each app and of each call of its own app, however many they have.
 */
export class FairQueue {
  readonly #atOnce: number;
  readonly #most: { perApp: number; inAll: number };
  readonly #patience: number;
  /** The calls of each app. Whose turn is next is first, of the apps and of the calls. */
  readonly #apps = new Map<number, Waiting[]>();
  #underWay = 0;
  #begun = 0;

  constructor({ atOnce, most = defaultMost, patience = defaultPatience }: FairQueueOptions) {
    this.#atOnce = atOnce;
    this.#most = most;
    this.#patience = patience;
  }

  /** Tasks that have been begun since the start. */
  get begun(): number {
    return this.#begun;
  }

  /** Tasks that have not begun, of one app or of all. */
  waiting(appId?: number): number {
    const calls = appId === undefined ? [...this.#apps.values()].flat() : (this.#apps.get(appId) ?? []);
    return calls.reduce((sum, tasks) => sum + tasks.length, 0);
  }

  /**
   * Does all tasks of a call. Fails with `unavailable` when too many are waiting, when none is done for too long, or its caller goes;
   * then, and when a task fails, those that have not begun are dropped.
   */
  async run<T>({ appId, signal }: Caller, tasks: (() => Promise<T>)[]): Promise<T[]> {
    if (signal?.aborted || !this.#hasRoom(appId, tasks.length)) throw unavailable();
    const ended = Promise.withResolvers<never>();
    const end = () => ended.reject(unavailable());
    const call: Waiting = [];
    let done = 0;
    const results = tasks.map((task) => {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      call.push(() => task().then(resolve, reject));
      return promise.finally(() => done++);
    });
    let seen = done;
    const timer = setInterval(() => {
      if (done === seen) end();
      seen = done;
    }, this.#patience);
    signal?.addEventListener('abort', end);
    this.#enter(appId, call);
    try {
      return await Promise.race([ended.promise, Promise.all(results)]);
    } finally {
      clearInterval(timer);
      signal?.removeEventListener('abort', end);
      call.length = 0;
    }
  }

  #hasRoom(appId: number, wanted: number): boolean {
    const own = this.waiting(appId);
    const isLone = own === 0 && wanted === 1;
    return own + wanted <= this.#most.perApp && (isLone || this.waiting() + wanted <= this.#most.inAll);
  }

  #enter(appId: number, call: Waiting): void {
    this.#apps.set(appId, [...(this.#apps.get(appId) ?? []), call]);
    this.#begin();
  }

  #begin(): void {
    while (this.#underWay < this.#atOnce) {
      const task = this.#next();
      if (!task) return;
      this.#underWay++;
      this.#begun++;
      void task().finally(() => {
        this.#underWay--;
        this.#begin();
      });
    }
  }

  /** The next task; its call and its app go to the end. */
  #next(): (() => Promise<void>) | undefined {
    for (const [appId, calls] of this.#apps) {
      const [call, ...others] = calls.filter((tasks) => tasks.length > 0);
      this.#apps.delete(appId);
      const task = call?.shift();
      if (!task) continue;
      this.#apps.set(appId, [...others, call!]);
      return task;
    }
    return undefined;
  }
}

function unavailable(): DomainError {
  return new DomainError('unavailable', { retryAfterSeconds });
}
