import { inspect } from 'node:util';
import { ConfigError } from './config.ts';
import { DatabaseFolderError } from './store/embedded/folder.ts';
import { isOutage } from './store/outage.ts';

/**
 * One line for the operator about why the process could not start; the stack too when the fault is ours.
 * `dataFolder` is that of the embedded database, if it is used.
 */
export function explainStartupError(error: unknown, dataFolder?: string): string {
  const { code, message, stack, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (error instanceof ConfigError) return message;
  if (code === 'EADDRINUSE') return `port ${port} on ${address} is in use; set PORT to another one`;
  if (code === 'EACCES') return `not allowed to listen on port ${port}; set PORT to one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `cannot reach or listen on that address: ${message}`;
  if (code === 'ECONNREFUSED') return `PostgreSQL does not answer at DATABASE_URL: ${message || code}`;
  if (dataFolder !== undefined && isOfFiles(error)) return explainFiles(message, dataFolder);
  // SQLSTATE classes 28 and 3D: login refused, no such database.
  if (code && /^(28|3D)/.test(code)) return `PostgreSQL refused DATABASE_URL: ${message}`;
  if (isOutage(error)) return `the database cannot be used now: ${message || code}`;
  return stack ?? inspect(error);
}

/** SQLSTATE classes 53, 57, 58 and XX: no room, PostgreSQL has ended, its system fails, its files are damaged. */
function isOfFiles(error: unknown): boolean {
  return error instanceof DatabaseFolderError || /^(53|57|58|XX)/.test((error as { code?: string }).code ?? '');
}

function explainFiles(reason: string, dataFolder: string): string {
  const advice = /no space left/i.test(reason)
    ? 'make room on the disk'
    : 'put a backup of the data folder in its place, or move the folder away to begin with an empty one';
  return `the database in the data folder ${dataFolder} cannot be opened: ${reason}; ${advice}`;
}
