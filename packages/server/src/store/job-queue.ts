import { createRequire } from 'node:module';
import { CompiledQuery } from 'kysely';
import type { ConstructorOptions, PgBoss, Db as Statements } from 'pg-boss';
import { type Db, driverOf } from './db.ts';

/** Where the library has its tables. */
export const jobSchema = 'diglot_jobs';

/** Version of the tables that the library works with. Loading the library for it would take longer than a migration. */
export const jobSchemaVersion = (createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } }).pgboss.schema;

/** The library over the connections of the database. None of its timers runs; times are those of the clock. */
export async function openJobQueue(db: Db, now: () => number): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  return new PgBoss({ ...quiet, migrate: false, db: atClock(oneFetchAtATime(statementsOf(db)), now) });
}

/** Creates the library's tables, or brings them to its version. Several nodes may call it at once. */
export async function migrateJobQueue(db: Db): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ ...quiet, migrate: true, db: statementsOf(db) });
  await boss.start();
  await boss.stop();
}

/** What makes a statement of the library part of a transaction. */
export function statementsIn(tx: Db, now: () => number): Statements {
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows,
  });
  return atClock({ executeSql }, now);
}

const quiet: ConstructorOptions = {
  schema: jobSchema,
  schedule: false,
  supervise: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
  reindex: false,
  monitorVacuum: false,
  // Seconds; the least that keeps one node from repeating at once what another has just done.
  monitorIntervalSeconds: 5,
  maintenanceIntervalSeconds: 600,
};

function statementsOf(db: Db): Statements {
  const { pool } = driverOf(db);
  return { executeSql: (text, values) => pool.query(text, values) };
}

/** A fetch looks how many jobs of a group are under way: two at the same moment would both find room for one. */
function oneFetchAtATime({ executeSql }: Statements): Statements {
  let last: Promise<unknown> = Promise.resolve();
  return {
    executeSql: (text, values) => {
      if (!/skip locked/i.test(text)) return executeSql(text, values);
      const fetched = last.then(() => executeSql(text, values));
      last = fetched.catch(() => {});
      return fetched;
    },
  };
}

/** The library asks the database for the time by one function; our clock, which tests move, takes its place. */
function atClock(statements: Statements, now: () => number): Statements {
  return {
    executeSql: (text, values) => statements.executeSql(text.replaceAll(`${jobSchema}.job_now()`, `to_timestamp(${now() / 1000})`), values),
  };
}
