import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

/**
 * Makes the folder and holds it until the process ends: two processes on one embedded database would destroy it.
 * The lock is a socket, which the system lets go when the process dies in whatever way. Fails with `ConfigError`.
 */
export async function holdDataFolder(folder: string): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new ConfigError(`cannot write to the data folder ${folder}: ${(error as NodeJS.ErrnoException).code}`);
  }
  await takeLock(lockPath(realpathSync(folder)), folder);
}

function lockPath(folder: string): string {
  // Socket paths are limited to about 100 bytes, whatever the folder's own length.
  const name = `diglot-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function takeLock(path: string, folder: string): Promise<Server> {
  try {
    return await listen(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  }
  if (await answers(path))
    throw new ConfigError(`the data folder ${folder} is in use by another Diglot; stop it first, or set DATABASE_URL`);
  rmSync(path, { force: true });
  return listen(path);
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.unref();
  });
}
