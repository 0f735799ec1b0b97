import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { isOutage } from './outage.ts';

type AnyDb = Pick<Kysely<never>, 'getExecutor'>;

/** How long one may wait for the answer, in milliseconds: load balancers wait for two seconds and more. */
const answerMillis = 1500;
/** Least time between two tries to store, which write a megabyte each, however often somebody asks. */
const pauseMillis = 1000;

/** Whether a database can be used, for who asks again and again. */
export class Pulse {
  /** A statement failed for the database's own fault, and nothing was stored since. One that is full still answers what stores nothing. */
  #doubted = false;
  #tried = Number.NEGATIVE_INFINITY;
  /** All who ask at a time get one answer, so that they cannot use up the connections. */
  #asking: Promise<boolean> | undefined;

  /** Is told of each statement that fails. */
  notice(error: unknown): void {
    if (isOutage(error)) this.#doubted = true;
  }

  /** False when it does not answer in time. Never rejects. */
  beats(db: AnyDb): Promise<boolean> {
    this.#asking ??= this.#ask(db).finally(() => {
      this.#asking = undefined;
    });
    return Promise.race([this.#asking, setTimeout(answerMillis, false, { ref: false })]);
  }

  async #ask(db: AnyDb): Promise<boolean> {
    try {
      await sql`/* probe */ select 1`.execute(db);
    } catch {
      return false;
    }
    if (this.#doubted && performance.now() - this.#tried > pauseMillis) {
      this.#tried = performance.now();
      this.#doubted = !(await stores(db));
    }
    return !this.#doubted;
  }
}

/** Whether there is room for a megabyte, of which nothing stays. Who may not create tables cannot know. */
async function stores(db: AnyDb): Promise<boolean> {
  const table = `diglot_probe_${randomUUID().replaceAll('-', '')}`;
  const write = `create table ${table} as select repeat(md5(n::text), 60) from generate_series(1, 550) as n`;
  try {
    // What an exception ends is undone; this one is expected.
    await sql`/* probe */ do ${sql.lit(`begin ${write}; raise sqlstate 'DG000'; exception when sqlstate 'DG000' then null; end`)}`.execute(
      db,
    );
    return true;
  } catch (error) {
    return !isOutage(error);
  }
}
