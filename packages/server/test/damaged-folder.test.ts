import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { explainStartupError } from '../src/startup-error.ts';
import { openDb } from '../src/store/db.ts';
import { migrate } from '../src/store/migrate.ts';
import { fillDataFolder } from './support/migrated-folder.ts';
import { endAll, run, temporaryFolder } from './support/process.ts';

let folder: ReturnType<typeof temporaryFolder>;
let whole: string;
beforeAll(() => {
  folder = temporaryFolder();
  whole = join(folder.path, 'whole');
});
afterEach(endAll);
afterAll(() => folder.remove());

/** A copy of the data folder of which something is missing. */
function damaged(name: string, damage: (database: string) => void): string {
  const path = join(folder.path, name);
  cpSync(whole, path, { recursive: true });
  damage(join(path, 'database'));
  return path;
}

function removeLog(database: string): void {
  const folder = join(database, 'pg_wal');
  for (const name of readdirSync(folder)) if (/^[0-9A-F]+$/.test(name)) rmSync(join(folder, name));
}

const damages: [what: string, reason: string, damage: (database: string) => void][] = [
  ['an empty PG_VERSION', 'is not a valid data directory', (at) => writeFileSync(join(at, 'PG_VERSION'), '')],
  ['no PG_VERSION', 'it has no file PG_VERSION', (at) => rmSync(join(at, 'PG_VERSION'))],
  ['half a control file', 'could not read file "global/pg_control"', (at) => truncateSync(join(at, 'global/pg_control'), 100)],
  ['no log', 'could not locate a valid checkpoint record', removeLog],
  ['no file of a table of PostgreSQL', 'could not open file', (at) => rmSync(join(at, 'base/5/1259'))],
  ['a cut table', 'cannot be opened: ', (at) => truncateSync(join(at, 'base/5/1249'), 100)],
  [
    'a file in place of the folder',
    'ENOTDIR',
    (at) => {
      rmSync(at, { recursive: true });
      writeFileSync(at, '');
    },
  ],
];

describe.skipIf(process.env.DATABASE_URL)('a damaged database in the data folder', () => {
  beforeAll(async () => {
    await fillDataFolder(whole);
  });

  test.each(damages)('with %s ends the start with one line: which folder, why, and what to do', async (what, reason, damage) => {
    const path = damaged(what, damage);
    const failure = await openDb({ kind: 'folder', folder: join(path, 'database') })
      .then(migrate)
      .catch((error: unknown) => error);
    const line = explainStartupError(failure, path);
    expect(line.startsWith(`the database in the data folder ${path} cannot be opened: `)).toBe(true);
    expect(line).toContain(reason);
    expect(line).toMatch(/; put a backup of the data folder in its place, or move the folder away to begin with an empty one$/);
    expect(line).not.toContain('\n');
  });

  test('is not one that a process left which was killed when it began', async () => {
    const path = damaged('begun', (at) => writeFileSync(join(at, 'postmaster.pid'), ''));
    const db = await openDb({ kind: 'folder', folder: join(path, 'database') });
    expect(await migrate(db)).toEqual([]);
    await db.destroy();
  });

  test.each(['main.ts', 'cli.ts'] as const)('is that line on standard error, and exit code 1, of %s', async (file) => {
    const path = damaged(file, (at) => writeFileSync(join(at, 'PG_VERSION'), ''));
    const ran = run(file, file === 'cli.ts' ? ['app', 'list'] : [], { DIGLOT_DATA: path, PORT: '0' });
    expect(await ran.ended).toEqual({ code: 1 });
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^diglot: the database in the data folder .+ cannot be opened: .+\n$/);
  });
});
