import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from './config.ts';

const locked = 5; // SQLITE_BUSY

/** What is garbage is closed, and its lock with it. */
const held: DatabaseSync[] = [];

/**
 * Makes the folder and holds it until the process ends: two processes on one embedded database would destroy it.
 * Fails with `ConfigError`.
 */
export function holdDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new ConfigError(`cannot write to the data folder ${folder}: ${(error as NodeJS.ErrnoException).code}`);
  }
  try {
    held.push(lock(join(folder, 'lock')));
  } catch (error) {
    const { errcode, message } = error as { errcode?: number; message: string };
    if (errcode === locked)
      throw new ConfigError(`the data folder ${folder} is in use by another Diglot; stop it first, or set DATABASE_URL`);
    throw new ConfigError(`cannot lock the data folder ${folder} by its file "lock": ${message}`);
  }
}

/** Node.js has no file locks, but it has SQLite, whose open transaction is one. The system ends it with the process, in whatever way. */
function lock(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  // A journal left by a killed process would have to be rolled back by the next one, and two at once would get into each other's way.
  database.exec('pragma journal_mode = memory');
  database.exec('begin immediate');
  // On a file that may only be read the transaction begins all the same, without a lock; this write, which is never committed, fails.
  database.exec('pragma user_version = 1');
  return database;
}
