import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, createCaller } from '../../contract/src/index.ts';
import { fillDataFolder } from './support/migrated-folder.ts';
import { about, endAll, type Running, start, temporaryFolder } from './support/process.ts';

const sends = 5;

/** Whether strace is there and may attach to a process that is not its child. */
const canTrace = spawnSync('sh', ['-c', 'sleep 1 & exec strace -o /dev/null -p $!']).status === 0;

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
beforeAll(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(endAll);
afterAll(() => folder.remove());

describe.skipIf(process.env.DATABASE_URL || !canTrace)('the system calls of a server on the embedded database', () => {
  beforeAll(async () => {
    await fillDataFolder(data);
  });

  test('between what is written to the log for a message and its answer is a sync of the log; reading syncs nothing', async () => {
    const server = await start({ DIGLOT_DATA: data, DIGLOT_LOG: 'silent' });
    const calls = await traced(server, async (caller) => {
      for (let send = 0; send < sends; send++) await sendOne(caller, send);
    });
    const answers = calls.flatMap((call, index) => (call === 'answer' ? [index] : []));
    expect(answers).toHaveLength(sends);
    for (const [number, index] of answers.entries()) {
      const before = calls.slice(number === 0 ? 0 : answers[number - 1]! + 1, index);
      expect(before).toContain('log written');
      expect(before.lastIndexOf('log synced')).toBeGreaterThan(before.lastIndexOf('log written'));
    }
    const reading = await traced(server, async (caller) => {
      expect(await caller.call('listBlockedUsers')).toMatchObject({ status: 200 });
    });
    expect(reading).toEqual(['answer']);
  });

  test('with DIGLOT_FSYNC=0 nothing is synced', async () => {
    const server = await start({ DIGLOT_DATA: data, DIGLOT_LOG: 'silent', DIGLOT_FSYNC: '0' });
    const calls = await traced(server, (caller) => sendOne(caller, 0));
    expect(calls).toContain('log written');
    expect(calls).not.toContain('log synced');
  });
});

type Call = 'log written' | 'log synced' | 'answer';

const calls: [RegExp, Call][] = [
  [/^pwrite64\(\d+<[^>]+\/pg_wal\/[0-9A-F]+>/, 'log written'],
  [/^f(data)?sync\(\d+<[^>]+\/pg_wal\/[0-9A-F]+>/, 'log synced'],
  [/^(write|writev|sendto|sendmsg)\(.*HTTP\/1\.1 200 /, 'answer'],
];

/** What the server's own thread, in which the database is too, asks of the system meanwhile. */
async function traced(server: Running, work: (caller: Caller) => Promise<void>): Promise<Call[]> {
  const file = join(folder.path, 'trace');
  const wanted = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
  const strace = spawn('strace', ['-y', '-s', '40', '-e', wanted, '-o', file, '-p', String(server.child.pid)]);
  await once(createInterface(strace.stderr), 'line');
  const { url, key, secret } = about(server);
  await work(createCaller({ dialect: 'rongcloud', baseUrl: url, app: { appKey: key, appSecret: secret } }));
  strace.kill('SIGINT');
  await once(strace, 'close');
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => calls.find(([pattern]) => pattern.test(line))?.[1] ?? []);
}

async function sendOne(caller: Caller, number: number): Promise<void> {
  const body = { fromUserId: 'ann', toUserId: ['bob'], objectName: 'App:T', content: `message ${number}` };
  expect(await caller.call('publishPrivateMessage', { body })).toMatchObject({ status: 200 });
}
