import { type Db, isRefusal } from '../../store/db.ts';
import { appendMessages, type NewMessage, type StoredMessage } from '../../store/messages.ts';
import { DomainError } from '../errors.ts';
import { WaitingRoom, type Weight } from './waiting-room.ts';

interface Submission {
  appId: number;
  messages: NewMessage[];
  weight: Weight;
  resolve: (copies: StoredMessage[]) => void;
  reject: (error: unknown) => void;
}

/** What one statement stores at most, text in UTF-16 units; a larger submission goes in whole and alone. */
const mostOfBatch: Weight = { copies: 2000, text: 8 * 1024 * 1024 };

/** How long the callers of a batch wait for it, in milliseconds. Batches take a few; a disk that stalls may take some seconds. */
const batchMillis = 15_000;
/** A batch that takes longer is no sign of health. */
const slowMillis = 3000;

/**
 * The log of accepted messages. All that arrives while one batch is being written goes into the next, so one round trip
 * and one commit serve many callers. A submission is stored whole or not at all.
 */
export class MessageLog {
  readonly #db: Db;
  readonly #batchMillis: number;
  readonly #waiting = new WaitingRoom<Submission>();
  #writing: Promise<void> | undefined;
  /** When the batch that is being written began. */
  #began: number | undefined;

  constructor(db: Db, options: { batchMillis?: number } = {}) {
    this.#db = db;
    this.#batchMillis = options.batchMillis ?? batchMillis;
  }

  /**
   * Resolves when all copies of all the messages are committed, with one entry for each conversation in the order given.
   * Fails with `unavailable` when too many wait already, then nothing is stored.
   */
  append(messages: NewMessage[]): Promise<StoredMessage[]> {
    return new Promise((resolve, reject) => {
      const submission = { appId: messages[0]!.appId, messages, weight: weigh(messages), resolve, reject };
      if (!this.#waiting.enter(submission)) throw new DomainError('unavailable', { retryAfterSeconds: 1 });
      this.#writing ??= this.#drain();
    });
  }

  /** Whether the batch that is being written takes too long. */
  isSlow(): boolean {
    return this.#began !== undefined && performance.now() - this.#began > slowMillis;
  }

  /** Resolves when nothing is waiting or being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // One turn of the event loop lets the other requests of this turn join.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.size > 0) {
      this.#began = performance.now();
      await this.#write(this.#waiting.leave(mostOfBatch), AbortSignal.timeout(this.#batchMillis));
    }
    this.#began = undefined;
    this.#writing = undefined;
  }

  async #write(batch: Submission[], late: AbortSignal): Promise<void> {
    try {
      const messages = batch.flatMap((submission) => submission.messages);
      answer(batch, await appendMessages(this.#db, messages, late));
    } catch (error) {
      await this.#fail(batch, error, late);
    }
  }

  /**
   * A batch that the database refused is tried one by one, so that one bad submission fails alone. After any other error
   * the batch may have been committed, and a second try would store it twice. When the database has not answered in time,
   * those who wait for the next batch have waited long enough too.
   */
  async #fail(batch: Submission[], error: unknown, late: AbortSignal): Promise<void> {
    if (batch.length > 1 && isRefusal(error)) {
      for (const submission of batch) await this.#write([submission], late);
      return;
    }
    const failed = late.aborted ? [...batch, ...this.#waiting.leave()] : batch;
    for (const { reject } of failed) reject(error);
  }
}

function answer(batch: Submission[], stored: StoredMessage[]): void {
  let start = 0;
  for (const { weight, resolve } of batch) {
    const end = start + weight.copies;
    resolve(stored.slice(start, end));
    start = end;
  }
}

function weigh(messages: NewMessage[]): Weight {
  return {
    copies: messages.reduce((sum, { conversations }) => sum + conversations.length, 0),
    text: messages.reduce((sum, { content, options }) => sum + content.length + options.length, 0),
  };
}
