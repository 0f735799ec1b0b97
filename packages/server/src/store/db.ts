import { Kysely, type KyselyConfig, type LogEvent, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { EmbeddedConnection } from './embedded/connection.ts';
import { EmbeddedDatabase, type EmbeddedTarget } from './embedded/database.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

/** What Kysely speaks through, for a library that brings statements of its own. */
export interface Driver {
  pool: pg.Pool;
  /** What is behind the pool, unless it is a PostgreSQL. */
  embedded?: EmbeddedDatabase;
}

export type DatabaseTarget = EmbeddedTarget | { kind: 'postgres'; url: string; poolSize?: number };

const INT8 = 20;
/** Every bigint of ours is a time, a count or an id below 2^53. */
pg.types.setTypeParser(INT8, Number);

const drivers = new WeakMap<Db, Driver>();

/** A statement as it was sent. */
export interface Query {
  sql: string;
  parameters: readonly unknown[];
}

/** Opens the database; with PostgreSQL nothing is read or written until the first query. `onQuery` is told of every statement. */
export async function openDb(target: DatabaseTarget, onQuery?: (query: Query) => void): Promise<Db> {
  const driver = target.kind === 'postgres' ? openPostgres(target) : await openEmbedded(target);
  const log = onQuery && (({ query }: LogEvent) => onQuery(query));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: driver.pool }), ...(log && { log }) } satisfies KyselyConfig);
  drivers.set(db, driver);
  return db;
}

/** Of a database that `openDb` gave, not of a transaction. */
export function driverOf(db: Db): Driver {
  const driver = drivers.get(db);
  if (!driver) throw new Error('driverOf needs the database itself');
  return driver;
}

function openPostgres(target: DatabaseTarget & { kind: 'postgres' }): Driver {
  return { pool: openPool({ connectionString: target.url, max: target.poolSize ?? 10 }) };
}

async function openEmbedded(target: EmbeddedTarget): Promise<Driver> {
  const embedded = await EmbeddedDatabase.at(target);
  await embedded.running();
  // A session of its own is all that it has.
  const pool = openPool({ max: 1, idleTimeoutMillis: 0, stream: () => new EmbeddedConnection(() => embedded.running()) });
  const end = pool.end.bind(pool);
  pool.end = async () => {
    await end();
    await embedded.close();
  };
  return { pool, embedded };
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced by the pool; the query that needs it reports the failure.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // So does a connection in use; without a listener the process would end.
    client.on('error', () => {});
    prepareNamed(client);
  });
  return pool;
}

/** A statement that begins with its name in a comment is planned once for each connection, any other each time it is sent. */
function prepareNamed(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const send = (text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? /^\/\* ([\w-]+) \*\//.exec(text)?.[1] : undefined;
    return name ? query({ name, text, values: rest[0] }) : query(text, ...rest);
  };
  client.query = send as typeof client.query;
}

export async function answers(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

/** Whether the database refused the statement for its values, so that nothing of it was stored. */
export function isRefusal(error: unknown): boolean {
  // SQLSTATE classes 22, 23 and 54: data, constraints, limits.
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}
