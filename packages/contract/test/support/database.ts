import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { driverOf, openDb } from '../../../server/src/store/db.ts';
import { migrate } from '../../../server/src/store/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database that each test server starts from. */
    template: { kind: 'memory'; file: string } | { kind: 'postgres'; url: string; name: string };
    /** Where the processes of a run leave what their checked calls saw. */
    ledger: string;
  }
}

/** Prepares one migrated database per run: on PostgreSQL when DATABASE_URL is set, else on PGlite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-test-'));
  project.provide('ledger', join(folder, 'ledger'));
  const url = process.env.DATABASE_URL;
  const drop = url ? await preparePostgres(project, url) : await preparePglite(project, folder);
  return async () => {
    await drop();
    rmSync(folder, { recursive: true });
  };
}

async function preparePglite(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const db = await openDb({ kind: 'memory' });
  await migrate(db);
  const file = join(folder, 'template.tar');
  const pglite = await driverOf(db).embedded!.running();
  const snapshot = await pglite.dumpDataDir('none');
  writeFileSync(file, Buffer.from(await snapshot.arrayBuffer()));
  await db.destroy();
  project.provide('template', { kind: 'memory', file });
  return async () => {};
}

async function preparePostgres(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `diglot_template_${process.pid}`;
  await admin(url, `create database ${name}`);
  const db = await openDb({ kind: 'postgres', url: withDatabase(url, name) });
  await migrate(db);
  await db.destroy();
  project.provide('template', { kind: 'postgres', url, name });
  return () => admin(url, `drop database ${name} with (force)`);
}

/** Runs one statement in the database that DATABASE_URL names. */
export async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function withDatabase(url: string, name: string): string {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.href;
}
