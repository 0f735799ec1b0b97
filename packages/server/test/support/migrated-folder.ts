import { mkdirSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { inject, vi } from 'vitest';

/** A database in a folder takes seconds to open, and many times as long on a machine that has other things to do. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Fills a data folder with a migrated database, in less time than a first start takes. Only where tests run on the embedded database. */
export async function fillDataFolder(path: string): Promise<string> {
  const template = inject('template') as { file: string };
  mkdirSync(path, { recursive: true });
  const database = join(path, 'database');
  const pglite = await PGlite.create(database, { loadDataDir: await openAsBlob(template.file) });
  await pglite.close();
  return database;
}
