import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '@diglot/server';
import pg from 'pg';
import { findBinaries, startPostgres } from '../postgres.ts';

/** Empty databases for the servers under test. */
export interface Databases {
  /** Of the server that DATABASE_URL names, else of one of our own; undefined when there is neither. */
  postgres: (() => Promise<DatabaseTarget>) | undefined;
  /** In a folder; `fsync` is on by default. */
  pglite(options?: { fsync: boolean }): DatabaseTarget;
  discard(): Promise<void>;
}

export async function openDatabases(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-bench-'));
  const given = process.env.DATABASE_URL;
  const own = given || !findBinaries() ? undefined : await startPostgres();
  const url = given || own?.url;
  const names: string[] = [];
  const create = async (): Promise<DatabaseTarget> => {
    const name = `diglot_bench_${process.pid}_${names.length}`;
    await run(url!, `create database ${name}`);
    names.push(name);
    const address = new URL(url!);
    address.pathname = `/${name}`;
    return { kind: 'postgres', url: address.href };
  };
  let folders = 0;
  return {
    postgres: url ? create : undefined,
    pglite: (options) => ({ kind: 'folder', folder: join(folder, `${folders++}`), ...options }),
    discard: async () => {
      rmSync(folder, { recursive: true, force: true });
      for (const name of names) await run(url!, `drop database ${name} with (force)`);
      await own?.stop();
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
