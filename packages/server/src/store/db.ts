import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EmbeddedConnection } from './embedded/connection.ts';
import { EmbeddedDatabase, type EmbeddedTarget } from './embedded/database.ts';
import { openPool, type PoolLimits } from './pool.ts';
import { Pulse } from './pulse.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

/** What Kysely speaks through, for a library that brings statements of its own. */
export interface Driver {
  pool: pg.Pool;
  /** What is behind the pool, unless it is a PostgreSQL. */
  embedded?: EmbeddedDatabase;
}

export type DatabaseTarget = EmbeddedTarget | ({ kind: 'postgres'; url: string; poolSize?: number } & PoolLimits);

const INT8 = 20;
/** Every bigint of ours is a time, a count or an id below 2^53. */
pg.types.setTypeParser(INT8, Number);

const opened = new WeakMap<Db, { driver: Driver; pulse: Pulse; target: DatabaseTarget }>();

/** A statement as it was sent. */
export interface Query {
  sql: string;
  parameters: readonly unknown[];
}

/** Opens the database; with PostgreSQL nothing is read or written until the first query. `onQuery` is told of every statement. */
export async function openDb(target: DatabaseTarget, onQuery?: (query: Query) => void): Promise<Db> {
  const driver = target.kind === 'postgres' ? openPostgres(target) : await openEmbedded(target);
  const pulse = new Pulse();
  const log = (event: LogEvent) => {
    onQuery?.(event.query);
    if (event.level === 'error') pulse.notice(event.error);
  };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: driver.pool }), log });
  opened.set(db, { driver, pulse, target });
  return db;
}

/** Of a database that `openDb` gave, not of a transaction. */
export function driverOf(db: Db): Driver {
  return of(db).driver;
}

/** Whether it can be used now; false within two seconds when it does not answer, and when it cannot store. */
export async function answers(db: Db): Promise<boolean> {
  const { driver, pulse } = of(db);
  // Where the room is known it need not be tried, which could end a PostgreSQL that has too little.
  const room = driver.embedded ? await driver.embedded.hasRoom() : true;
  return room && pulse.beats(db);
}

/** Does work whose statements may take any time. */
export async function withoutHurry<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  const { target } = of(db);
  // The embedded database knows no hurry.
  if (target.kind !== 'postgres') return work(db);
  const patient = await openDb({ ...target, statementMillis: 0 });
  try {
    return await work(patient);
  } finally {
    await patient.destroy();
  }
}

function of(db: Db) {
  const found = opened.get(db);
  if (!found) throw new Error('this needs the database itself, not a transaction');
  return found;
}

function openPostgres({ url, poolSize = 10, ...limits }: DatabaseTarget & { kind: 'postgres' }): Driver {
  const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
  return { pool: openPool({ connectionString: url, max: poolSize, ...keepAlive }, limits) };
}

async function openEmbedded(target: EmbeddedTarget): Promise<Driver> {
  const embedded = await EmbeddedDatabase.at(target);
  await embedded.running();
  // A session of its own is all that it has: all wait for each other, and nobody for a network.
  const stream = () => new EmbeddedConnection(() => embedded.running());
  const pool = openPool({ max: 1, idleTimeoutMillis: 0, stream }, { connectionMillis: 30_000, statementMillis: 0 });
  const end = pool.end.bind(pool);
  pool.end = async () => {
    await end();
    await embedded.close();
  };
  return { pool, embedded };
}

/** Whether the database refused the statement for its values, so that nothing of it was stored. */
export function isRefusal(error: unknown): boolean {
  // SQLSTATE classes 22, 23 and 54: data, constraints, limits.
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}
