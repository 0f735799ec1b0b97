import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { inject } from 'vitest';
import { admin, withDatabase } from '../../../contract/test/support/database.ts';
import { type Db, openDb } from '../../src/store/db.ts';

const folder = new URL('../../src/store/migrations/', import.meta.url);

export interface PastDatabase {
  db: Db;
  /** Runs one migration, by its number. */
  migrate(number: string): Promise<void>;
  drop(): Promise<void>;
}

/** A database as it was before a migration. */
export async function databaseBefore(number: string): Promise<PastDatabase> {
  const template = inject('template');
  const name = `diglot_past_${randomUUID().replaceAll('-', '')}`;
  if (template.kind === 'postgres') await admin(template.url, `create database ${name}`);
  const db = await openDb(template.kind === 'postgres' ? { kind: 'postgres', url: withDatabase(template.url, name) } : { kind: 'memory' });
  const files = readdirSync(folder).sort();
  const run = async (file: string) => {
    const { up } = (await import(new URL(file, folder).href)) as { up(db: unknown): Promise<void> };
    // As the migrator does.
    await db.transaction().execute(up);
  };
  for (const file of files.filter((each) => each < number)) await run(file);
  return {
    db,
    migrate: (wanted) => run(files.find((file) => file.startsWith(wanted))!),
    drop: async () => {
      await db.destroy();
      if (template.kind === 'postgres') await admin(template.url, `drop database ${name} with (force)`);
    },
  };
}
