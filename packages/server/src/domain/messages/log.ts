import type { Db } from '../../store/db.ts';
import { appendMessages, type NewMessage, type StoredMessage } from '../../store/messages.ts';

interface Submission {
  messages: NewMessage[];
  resolve: (stored: StoredMessage[]) => void;
  reject: (error: unknown) => void;
}

/** Most messages in one statement; a larger submission still goes in whole. */
const batchSize = 2000;

/**
 * The log of accepted messages. All that arrives while one batch is being written goes into the next, so one round trip
 * and one commit serve many callers. A submission is stored whole or not at all.
 */
export class MessageLog {
  readonly #db: Db;
  #waiting: Submission[] = [];
  #writing: Promise<void> | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Resolves when the messages are committed, with their ids in the order given. */
  append(messages: NewMessage[]): Promise<StoredMessage[]> {
    if (messages.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ messages, resolve, reject });
      this.#writing ??= this.#drain();
    });
  }

  /** Resolves when nothing is waiting or being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // One turn of the event loop lets the other requests of this turn join.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#write(this.#nextBatch());
    this.#writing = undefined;
  }

  #nextBatch(): Submission[] {
    let size = 0;
    const end = this.#waiting.findIndex((submission, index) => {
      size += submission.messages.length;
      return size > batchSize && index > 0;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #write(batch: Submission[]): Promise<void> {
    try {
      const stored = await appendMessages(
        this.#db,
        batch.flatMap((submission) => submission.messages),
      );
      let start = 0;
      for (const { messages, resolve } of batch) {
        resolve(stored.slice(start, start + messages.length));
        start += messages.length;
      }
    } catch (error) {
      await this.#writeApart(batch, error);
    }
  }

  /** A batch that failed is tried one by one, so that one bad submission fails alone. */
  async #writeApart(batch: Submission[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.reject(error);
    for (const submission of batch) await this.#write([submission]);
  }
}
