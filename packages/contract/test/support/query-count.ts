import type { Query } from '../../../server/src/store/db.ts';

/** Bounds of transactions, which one of the two databases does not report. */
const bounds = new Set(['begin', 'commit', 'rollback']);

/** Counts the statements that calls send to the database. */
export class QueryCounter {
  #count = 0;

  /** What a server is started with. */
  readonly onQuery = ({ sql }: Query): void => {
    if (!bounds.has(sql)) this.#count++;
  };

  async of(call: () => Promise<{ status: number }>): Promise<number> {
    this.#count = 0;
    const { status } = await call();
    if (status >= 300 || this.#count === 0) throw new Error(`answered ${status} after ${this.#count} statements`);
    return this.#count;
  }
}
