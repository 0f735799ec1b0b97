import { type Db, isRefusal } from '../../store/db.ts';
import { appendMessages, type NewMessage, type StoredMessage } from '../../store/messages.ts';

interface Submission {
  messages: NewMessage[];
  resolve: (copies: StoredMessage[]) => void;
  reject: (error: unknown) => void;
}

/** Most copies and most text (in UTF-16 units) of one statement; a larger submission goes in whole and alone. */
const maxCopies = 2000;
const maxText = 8 * 1024 * 1024;

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

  /** Resolves when all copies of all the messages are committed, with one entry for each conversation in the order given. */
  append(messages: NewMessage[]): Promise<StoredMessage[]> {
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
    let copies = 0;
    let text = 0;
    const end = this.#waiting.findIndex(({ messages }, index) => {
      copies += copiesOf(messages);
      for (const { content, options } of messages) text += content.length + options.length;
      return index > 0 && (copies > maxCopies || text > maxText);
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #write(batch: Submission[]): Promise<void> {
    try {
      const stored = await appendMessages(
        this.#db,
        batch.flatMap(({ messages }) => messages),
      );
      let start = 0;
      for (const { messages, resolve } of batch) {
        const end = start + copiesOf(messages);
        resolve(stored.slice(start, end));
        start = end;
      }
    } catch (error) {
      await this.#fail(batch, error);
    }
  }

  /**
   * A batch that the database refused is tried one by one, so that one bad submission fails alone. After any other error
   * the batch may have been committed, and a second try would store it twice.
   */
  async #fail(batch: Submission[], error: unknown): Promise<void> {
    if (batch.length > 1 && isRefusal(error)) for (const submission of batch) await this.#write([submission]);
    else for (const { reject } of batch) reject(error);
  }
}

function copiesOf(messages: NewMessage[]): number {
  return messages.reduce((sum, { conversations }) => sum + conversations.length, 0);
}
