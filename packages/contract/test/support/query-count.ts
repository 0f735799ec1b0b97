/** Counts the statements that calls send to the database. */
export class QueryCounter {
  #count = 0;

  /** What a server is started with. */
  readonly onQuery = (): void => {
    this.#count++;
  };

  async of(call: () => Promise<{ status: number }>): Promise<number> {
    this.#count = 0;
    const { status } = await call();
    if (status >= 300 || this.#count === 0) throw new Error(`answered ${status} after ${this.#count} statements`);
    return this.#count;
  }
}
