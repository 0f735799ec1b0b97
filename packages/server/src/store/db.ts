import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, type KyselyConfig, type LogEvent, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

/** What Kysely speaks through, for a library that brings statements of its own. */
export type Driver = { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; pool: pg.Pool };

export type DatabaseTarget =
  | { kind: 'memory'; snapshot?: Blob }
  | { kind: 'folder'; folder: string }
  | { kind: 'postgres'; url: string; poolSize?: number };

const INT8 = 20;
/** Every bigint of ours is a time, a count or an id below 2^53. */
pg.types.setTypeParser(INT8, Number);

const drivers = new WeakMap<Db, Driver>();

/** A statement as it was sent. */
export interface Query {
  sql: string;
  parameters: readonly unknown[];
}

/** Opens the database; nothing is read or written until the first query. `onQuery` is told of every statement. */
export async function openDb(target: DatabaseTarget, onQuery?: (query: Query) => void): Promise<Db> {
  const driver = target.kind === 'postgres' ? openPool(target) : await openPglite(target);
  const dialect = driver.kind === 'postgres' ? new PostgresDialect({ pool: driver.pool }) : new PGliteDialect({ pglite: driver.pglite });
  const log = onQuery && (({ query }: LogEvent) => onQuery(query));
  const db = new Kysely<Schema>({ dialect, ...(log && { log }) } satisfies KyselyConfig);
  drivers.set(db, driver);
  return db;
}

/** Of a database that `openDb` gave, not of a transaction. */
export function driverOf(db: Db): Driver {
  const driver = drivers.get(db);
  if (!driver) throw new Error('driverOf needs the database itself');
  return driver;
}

function openPool(target: DatabaseTarget & { kind: 'postgres' }): Driver {
  const pool = new pg.Pool({ connectionString: target.url, max: target.poolSize ?? 10 });
  // An idle connection that breaks is replaced by the pool; the query that needs it reports the failure.
  pool.on('error', () => {});
  pool.on('connect', prepareNamed);
  return { kind: 'postgres', pool };
}

async function openPglite(target: Exclude<DatabaseTarget, { kind: 'postgres' }>): Promise<Driver> {
  const options = { parsers: { [types.INT8]: Number } };
  if (target.kind === 'folder') {
    await makeDatabaseFolder(target.folder);
    return { kind: 'pglite', pglite: await PGlite.create(target.folder, options) };
  }
  return { kind: 'pglite', pglite: await PGlite.create({ ...options, ...(target.snapshot && { loadDataDir: target.snapshot }) }) };
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

/** A new database gets its name when it is complete: half of one, left by a process that was killed, could never be opened. */
async function makeDatabaseFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create(unfinished);
  await pglite.close();
  renameSync(unfinished, folder);
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
