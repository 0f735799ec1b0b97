import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { freshDatabase } from '../../../contract/test/support/server.ts';
import type { DatabaseTarget } from '../../src/store/db.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const alive = new Set<ChildProcess>();

/** A process with a new database takes seconds to start, and many times as long on a machine that has other things to do. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** A process of ours and all it has printed. */
export interface Running {
  child: ChildProcess;
  stdout: string;
  stderr: string;
  /** Resolves when the text has been printed to stdout; rejects when the process ends without it. */
  printed(text: string): Promise<void>;
  /** Resolves when the process has ended and its output is complete. */
  ended: Promise<{ code: number | null }>;
}

/** Runs a file of the server's source as its users do, with no environment but what is given. */
export function run(file: 'main.ts' | 'cli.ts', args: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [join(src, file), ...args], { env: { PATH: process.env.PATH, ...env } });
  alive.add(child);
  const ended = once(child, 'close').then(([code]) => {
    alive.delete(child);
    return { code };
  });
  const self: Running = { child, stdout: '', stderr: '', ended, printed };
  child.stdout.on('data', (chunk) => {
    self.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    self.stderr += chunk;
  });
  async function printed(text: string): Promise<void> {
    let over = false;
    while (!self.stdout.includes(text)) {
      if (over) throw new Error(`ended without printing "${text}": ${self.stdout}${self.stderr}`);
      over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
    }
  }
  return self;
}

/** Ends what a failed test left behind. */
export async function endAll(): Promise<void> {
  const left = [...alive];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map((child) => once(child, 'close')));
}

/** A folder that is there for one test. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'diglot-process-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A folder and a database that outlive the processes of a test file. */
export interface Lasting {
  folder: string;
  database: DatabaseTarget;
  /** Points a process to both. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

export async function lasting(): Promise<Lasting> {
  const folder = temporaryFolder();
  const { database: fresh, drop } = await freshDatabase();
  const database: DatabaseTarget = fresh.kind === 'postgres' ? fresh : { kind: 'folder', folder: join(folder.path, 'database') };
  const remove = async () => {
    await drop();
    folder.remove();
  };
  const env = { DIGLOT_DATA: folder.path, DIGLOT_LOG: 'silent', ...(fresh.kind === 'postgres' && { DATABASE_URL: fresh.url }) };
  return { folder: folder.path, database, env, remove };
}

/** Starts the server on a free port and waits until it has said so. */
export async function start(env: Record<string, string>): Promise<Running> {
  const server = run('main.ts', [], { PORT: '0', ...env });
  await server.printed('Ctrl-C stops the server.\n\n');
  return server;
}

export async function stop(server: Running, signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<number | null> {
  server.child.kill(signal);
  return (await server.ended).code;
}

/** What the banner says. */
export function about({ stdout }: Running): Record<'url' | 'key' | 'secret' | 'adminKey' | 'docs', string> & { curls: string[] } {
  const after = (label: string) => new RegExp(`^ +${label} +(\\S+)`, 'm').exec(stdout)?.[1] ?? '';
  const curls = stdout.split('\n').filter((line) => line.trim().startsWith('curl '));
  return {
    url: after('Base URL'),
    key: after('App Key'),
    secret: after('App Secret'),
    adminKey: after('Admin Key'),
    docs: after('Docs'),
    curls,
  };
}

/** Runs a printed curl line in a shell. */
export async function paste(curl: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const { stdout } = await promisify(execFile)('bash', ['-c', `${curl.trim()} --silent --write-out '\\n%{http_code}'`]);
  const [body = '', status] = stdout.split(/\n(?=\d+$)/);
  return { status: Number(status), body: body === '' ? {} : JSON.parse(body) };
}
