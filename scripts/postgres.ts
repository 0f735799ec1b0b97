/** `node scripts/postgres.ts -- <command…>`: runs a command with DATABASE_URL set to a PostgreSQL of its own, and ends with its exit code. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL with the usual settings, fsync included, on a free port of 127.0.0.1. Fails when none is installed. */
export async function startPostgres(): Promise<Postgres> {
  const bin = findBinaries();
  if (!bin) throw new Error('PostgreSQL is not installed: neither on the PATH nor in /usr/lib/postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'diglot-postgres-'));
  const discard = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const port = await freePort();
    const server = await startServer(bin, folder, port);
    const abandon = () => {
      server.kill('SIGQUIT');
      discard();
    };
    process.on('exit', abandon);
    const stop = async () => {
      process.off('exit', abandon);
      // SIGINT cuts the connections.
      server.kill('SIGINT');
      await once(server, 'exit');
      discard();
    };
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    discard();
    throw error;
  }
}

async function startServer(bin: string, folder: string, port: number): Promise<ChildProcess> {
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--auth=trust', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  const args = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];
  // Detached: a Ctrl-C is for the command that uses it.
  const server = spawn(join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`PostgreSQL ended with exit code ${code} instead of starting`);
  });
  await Promise.race([untilReady(server.stderr), failed]);
  failed.catch(() => {});
  return server;
}

/** Folder of `initdb` and `postgres`: Debian keeps them off the PATH. */
export function findBinaries(): string | undefined {
  const versions = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const folders = [...versions, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address!.port : 0));
    });
  });
}

/** Keeps reading afterwards, so that the log never fills the pipe. */
function untilReady(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    log.on('data', (chunk) => {
      if (String(chunk).includes('ready to accept connections')) resolve();
    });
  });
}

async function main(command: string, args: string[]): Promise<number> {
  const postgres = await startPostgres();
  const running = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: postgres.url } });
  // The database outlives the command. A terminal sends its Ctrl-C to both.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => running.kill('SIGTERM'));
  const [code] = await once(running, 'exit').catch((error: Error) => {
    console.error(error.message);
    return [127];
  });
  await postgres.stop();
  return code ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [separator, command, ...args] = process.argv.slice(2);
  if (separator !== '--' || !command) {
    console.error('Usage: node scripts/postgres.ts -- <command…>');
    process.exit(2);
  }
  process.exit(await main(command, args));
}
