/** `node scripts/postgres.ts -- <command…>`: runs a command with DATABASE_URL set to a PostgreSQL of its own, and ends with its exit code. */
import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Postgres {
  url: string;
  /** Ends it: SIGINT cuts the connections, SIGQUIT writes nothing down before, SIGKILL leaves its processes to find out. */
  end(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same port, with all it had. */
  start(): Promise<void>;
  /** Ends and removes it. */
  stop(): Promise<void>;
}

interface Place {
  bin: string;
  /** Of its own; the socket is there. */
  folder: string;
  data: string;
  port: number;
}

/**
 * Starts an empty PostgreSQL with the usual settings, fsync included, on a free port of 127.0.0.1. `data` is an empty folder for its
 * data without the write-ahead log, one of its own when left out. Fails when none is installed.
 */
export async function startPostgres({ data }: { data?: string } = {}): Promise<Postgres> {
  const bin = findBinaries();
  if (!bin) throw new Error('PostgreSQL is not installed: neither on the PATH nor in /usr/lib/postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'diglot-postgres-'));
  const discard = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const place = { bin, folder, data: data ?? join(folder, 'data'), port: await freePort() };
    initialize(place);
    return await run(place, discard);
  } catch (error) {
    discard();
    throw error;
  }
}

async function run(place: Place, discard: () => void): Promise<Postgres> {
  let server: ChildProcess | undefined = await startServer(place);
  const abandon = () => {
    server?.kill('SIGQUIT');
    discard();
  };
  process.on('exit', abandon);
  const end = async (signal: NodeJS.Signals) => {
    if (!server) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
    server = undefined;
  };
  const start = async () => {
    server = await startAgain(place);
  };
  const stop = async () => {
    process.off('exit', abandon);
    await end('SIGINT');
    discard();
  };
  return { url: `postgres://postgres@127.0.0.1:${place.port}/postgres`, end, start, stop };
}

function initialize({ bin, folder, data }: Place): void {
  const user = unprivilegedUser();
  for (const path of [folder, data]) if (user && existsSync(path)) chownSync(path, user.uid, user.gid);
  const wal = data.startsWith(folder) ? [] : [`--waldir=${join(folder, 'wal')}`];
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--auth=trust', '--no-sync', ...wal];
  execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What a killed one left behind keeps the next from starting until it has noticed. */
async function startAgain(place: Place): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer(place);
    } catch (error) {
      if (attempt === 100) throw error;
    }
  }
}

async function startServer({ bin, folder, data, port }: Place): Promise<ChildProcess> {
  const args = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];
  // Detached: a Ctrl-C is for the command that uses it.
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe'];
  const server = spawn(join(bin, 'postgres'), args, { ...unprivilegedUser(), cwd: folder, stdio, detached: true });
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`PostgreSQL ended with exit code ${code} instead of starting`);
  });
  await Promise.race([untilReady(server.stderr!), failed]);
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
