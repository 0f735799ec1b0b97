import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { SyncedFiles } from './files.ts';
import { closeFiles } from './instance.ts';
import { syncFolder, syncTree } from './sync.ts';

/** The folder cannot be made, or not be opened as it is; the message says why. The code is PostgreSQL's for one who cannot connect now. */
export class DatabaseFolderError extends Error {
  override name = 'DatabaseFolderError';
  readonly code = '57P03';
}

/** A new database gets its name when it is complete and on the disk: half of one could never be opened. Fails with `DatabaseFolderError`. */
export async function makeDatabaseFolder(folder: string, fsync: boolean): Promise<void> {
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) return;
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    // Nothing of it counts before the end, when all of it is synced at once.
    const pglite = await PGlite.create(unfinished);
    await pglite.close();
    if (fsync) await syncTree(unfinished);
    renameSync(unfinished, folder);
    // The folder's name, and that of the folder around it, which may be new as well.
    if (fsync) for (const around of [dirname(folder), dirname(dirname(folder))]) await syncFolder(around);
  } catch (error) {
    fail(error);
  }
}

/** Fails with `DatabaseFolderError`. */
export async function openDatabaseFolder(folder: string, fsync: boolean): Promise<PGlite> {
  // PGlite would make a new database among what is left.
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new DatabaseFolderError('it has no file PG_VERSION');
  // Left by a crash, and in the way when it is empty. It says nothing else: to PGlite all processes have the same number.
  const trace = join(folder, 'postmaster.pid');
  const crashed = existsSync(trace);
  rmSync(trace, { force: true });
  // What a process wrote that was killed, the system may still have in memory only.
  if (crashed && fsync) await syncTree(folder).catch(fail);
  let lastWords: string | undefined;
  const onStderr = (line: string) => {
    lastWords = /(?:FATAL|PANIC): +(.+)/.exec(line)?.[1] ?? lastWords;
    return false;
  };
  const files = fsync ? new SyncedFiles(folder, { synced: crashed }) : new NodeFS(folder);
  const pglite = new PGlite({ fs: files, ...(fsync && { startParams: syncedStart }), onStderr });
  try {
    await pglite.waitReady;
    if (files instanceof SyncedFiles) files.opened();
    return pglite;
  } catch (error) {
    closeFiles(pglite);
    throw new DatabaseFolderError(lastWords?.replaceAll(PGlite.paths.PGDATA, folder) ?? reasonOf(error), { cause: error });
  }
}

function fail(error: unknown): never {
  throw new DatabaseFolderError(reasonOf(error), { cause: error });
}

/** PGlite's, with fsync, by the one method that Emscripten passes on to the file system. */
const syncedStart = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];

/** Emscripten throws objects that have a number for what happened, and no text. */
const noSpaceLeft = 51;

function reasonOf(error: unknown): string {
  const { errno, message } = error as { errno?: number; message?: string };
  return errno === noSpaceLeft ? 'no space left on the disk' : message || 'PostgreSQL does not start';
}
