import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/process.ts';

const source = fileURLToPath(new URL('../src/data-folder.ts', import.meta.url));

/** Takes the lock as soon as it is told to, says how that went, and stays. */
const program = `
  const { holdDataFolder } = await import(${JSON.stringify(source)});
  process.stdin.once('data', async () => {
    try {
      await holdDataFolder(process.argv[1]);
      console.log('held');
    } catch (error) {
      console.log(error.name + ' ' + error.message);
    }
  });
  console.log('ready');`;

const alive = new Set<ChildProcess>();
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await Promise.all([...alive].map(kill));
});
afterAll(() => folder.remove());

const inUse = 'is in use by another Diglot';
const isRoot = process.getuid?.() === 0;
const namespaces = ['--mount', '--pid', '--fork', '--kill-child'];
const canUnshare = isRoot && spawnSync('unshare', [...namespaces, 'true']).status === 0;

async function kill(child: ChildProcess): Promise<void> {
  alive.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

interface Starter {
  child: ChildProcess;
  /** What it said when it was told to take the lock. */
  go(): Promise<string>;
}

async function starter(path: string, options: SpawnOptions & { under?: string[] } = {}): Promise<Starter> {
  const [file = '', ...args] = [...(options.under ?? []), process.execPath, '--input-type=module', '-e', program, path];
  const child = spawn(file, args, { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
  alive.add(child);
  const said = async () => String((await once(child.stdout!, 'data'))[0]).trim();
  expect(await said()).toBe('ready');
  const go = () => {
    child.stdin!.write('go\n');
    return said();
  };
  return { child, go };
}

function newFolder(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(path);
  return path;
}

describe.skipIf(process.env.DATABASE_URL)('the lock of the data folder', () => {
  test('a folder that is held is refused to another process, whatever its name for it and its folder for temporary files', async () => {
    const path = newFolder('data');
    symlinkSync(path, join(folder.path, 'link'));
    const first = await starter(path);
    expect(await first.go()).toBe('held');
    const env = { ...process.env, TMPDIR: newFolder('tmp') };
    expect(await (await starter(path, { env })).go()).toContain(inUse);
    expect(await (await starter(join(folder.path, 'link'), { env })).go()).toContain(inUse);
    await kill(first.child);
    expect(await (await starter(path, { env })).go()).toBe('held');
  });

  test.skipIf(!canUnshare)('a folder that is held is refused to a process that sees other mounts and other processes', async () => {
    const path = newFolder('shared');
    expect(await (await starter(path)).go()).toBe('held');
    const TMPDIR = newFolder('private');
    const under = ['unshare', ...namespaces, 'sh', '-c', 'mount -t tmpfs none "$0" && exec "$@"', TMPDIR];
    expect(await (await starter(path, { under, env: { ...process.env, TMPDIR } })).go()).toContain(inUse);
  });

  test.skipIf(!isRoot)('a user who may not write the lock gets no hold of the folder, even if nobody has it', async () => {
    const path = newFolder('of-two-users');
    chmodSync(folder.path, 0o755);
    chmodSync(path, 0o777);
    const first = await starter(path);
    expect(await first.go()).toBe('held');
    const other = () => starter(path, { uid: 65534, gid: 65534, cwd: '/' });
    expect(await (await other()).go()).toMatch(/^ConfigError /);
    await kill(first.child);
    expect(await (await other()).go()).toMatch(/^ConfigError cannot lock the data folder/);
  });

  test('of three starts at the same instant on a folder whose holder was killed exactly one holds it', async () => {
    const path = newFolder('contested');
    const rounds = 10;
    const holders: number[] = [];
    let holder = await starter(path);
    expect(await holder.go()).toBe('held');
    for (let round = 0; round < rounds; round++) {
      const starters = await Promise.all([1, 2, 3].map(() => starter(path)));
      await kill(holder.child);
      const said = await Promise.all(starters.map(({ go }) => go()));
      holders.push(said.filter((word) => word === 'held').length);
      expect(said.filter((word) => word.includes(inUse))).toHaveLength(2);
      holder = starters[said.indexOf('held')]!;
      await Promise.all(starters.filter((each) => each !== holder).map(({ child }) => kill(child)));
    }
    expect(holders).toEqual(Array(rounds).fill(1));
  });
});
