import type { Db } from '../store/db.ts';

/** Work of one kind that is done outside any request. */
export interface Queue<Data extends object = object> {
  name: string;
  /** Jobs that one node works on at once; 1 when left out. */
  concurrency?: number;
  /** How many jobs of one group all nodes together work on at once: what one group waits for does not keep the others waiting. */
  perGroup?: { atOnce: number; groupOf(data: Data): string };
  /** How often a job that fails is tried again: after 1 to 2 seconds at first, in the end every minute. Without end when left out. */
  retries?: number;
  /** A job with `{}` is added every so many seconds, whatever the number of nodes. */
  everySeconds?: number;
  /** Type of the jobs; never set. */
  readonly data?: Data;
}

/**
 * Does one job. A job that throws is tried again, and one that was done may come again: its process may have died before that
 * was written down. The signal ends long work early: the server stops, or another node has taken the job over.
 */
export type Handle<Data extends object> = (data: Data, signal: AbortSignal) => Promise<void>;

/** A queue and what does its jobs; `workOn` makes one. */
export interface Worker {
  queue: Queue;
  handle: Handle<never>;
}

export function workOn<Data extends object>(queue: Queue<Data>, handle: Handle<Data>): Worker {
  return { queue, handle };
}

/** Adds jobs, in the order given, with data that JSON can carry. They are due when so many seconds (0 when left out) have passed. */
export type Enqueue = <Data extends object>(queue: Queue<Data>, jobs: Data[], options?: { afterSeconds?: number }) => Promise<void>;

/** Jobs that outlive the process. Each is done at least once, by any node, in about the order in which they came. */
export interface Jobs {
  /**
   * Does the work in the transaction that `db` is, before which the jobs were made ready, else in a new one. The jobs that it enqueues
   * start right after the commit, or never.
   */
  transaction<Result>(db: Db, work: (tx: Db, enqueue: Enqueue) => Promise<Result>): Promise<Result>;
  /** Starts the workers, unless that was done. Fails when the database does. */
  ready(): Promise<void>;
  /** The same; a failure is logged, and the next transaction tries again. */
  start(): Promise<void>;
  /** Takes no further job and waits for those under way. What is left is for other nodes, or the next start. */
  stop(): Promise<void>;
}
