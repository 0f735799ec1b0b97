import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '../../contract/src/index.ts';
import { createApp } from '../src/domain/apps.ts';
import { systemClock } from '../src/domain/clock.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { openDb } from '../src/store/db.ts';
import { fillDataFolder } from './support/migrated-folder.ts';
import { VolatileDisk } from './support/power-cut.ts';
import { temporaryFolder } from './support/process.ts';

const senders = 8;
const sends = 160;
/** Shares of all that was written to the disk, after which the power is cut. */
const cuts = [0.2, 0.5, 0.8, 1];

interface Answered {
  content: string;
  /** Where the disk stood when the answer came. */
  at: number;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

describe.skipIf(process.env.DATABASE_URL)('a power cut', () => {
  test('takes no message that was answered, and leaves a database that opens and works, wherever it comes', async () => {
    const { disk, answered } = await sendAll(await fillDataFolder(join(folder.path, 'data')));
    for (const [index, share] of cuts.entries()) await expectAnswered(disk, Math.floor(disk.now * share), answered, `left-${index}`);
  });

  test('is survived as well by a database that had been opened after a crash', async () => {
    const crashed = join(folder.path, 'crashed');
    const { disk: first } = await sendAll(await fillDataFolder(join(folder.path, 'other')));
    first.leave(crashed, Math.floor(first.now * 0.7), () => true);
    const { disk, answered } = await sendAll(crashed);
    // Soon after it was opened: what the recovery wrote nobody has synced again.
    for (const answer of [5, 15, 30, 60]) await expectAnswered(disk, answered[answer]!.at, answered, `left-after-crash-${answer}`);
  });
});

/** Halfway PostgreSQL is made to write its files, and to give up the log before that. */
async function sendAll(database: string): Promise<{ disk: VolatileDisk; answered: Answered[] }> {
  const disk = new VolatileDisk(database, `${database}-copy`);
  const answered: Answered[] = [];
  disk.insert();
  try {
    const server = await startServer({ database: { kind: 'folder', folder: database }, warmUp: false });
    await sendTo(server, disk, answered);
    await server.stop();
  } finally {
    disk.remove();
  }
  expect(answered).toHaveLength(sends);
  return { disk, answered };
}

async function sendTo(server: RunningServer, disk: VolatileDisk, answered: Answered[]): Promise<void> {
  const settings = { rateLimits: { enabled: false, overrides: {} } };
  const app = (await createApp(server.services, { name: 'test', settings }))!;
  const caller = createCaller({ dialect: 'rongcloud', baseUrl: server.url, app: { appKey: app.key, appSecret: app.secret } });
  let next = 0;
  const sendOn = async () => {
    while (next < sends) {
      const content = `message ${next++} ${randomUUID()}`;
      if (next === sends / 2) await sql`checkpoint`.execute(server.services.db);
      const body = { fromUserId: `from ${next % 20}`, toUserId: ['bob'], objectName: 'App:T', content };
      expect(await caller.call('publishPrivateMessage', { body })).toMatchObject({ status: 200 });
      answered.push({ content, at: disk.now });
    }
  };
  await Promise.all(Array.from({ length: senders }, sendOn));
}

async function expectAnswered(disk: VolatileDisk, cut: number, answered: Answered[], name: string): Promise<void> {
  const left = join(folder.path, name);
  disk.leave(left, cut, chanceOf(cut));
  const db = await openDb({ kind: 'folder', folder: left, fsync: false });
  const rows = await db.selectFrom('messages').select('content').execute();
  const stored = rows.map(({ content }) => content);
  expect(new Set(stored).size).toBe(stored.length);
  expect(answered.filter(({ content, at }) => at <= cut && !stored.includes(content))).toEqual([]);
  // Every table can be read, and written.
  const { rows: tables } = await sql<{ name: string }>`select oid::regclass::text as name from pg_class where relkind = 'r'`.execute(db);
  for (const { name } of tables) await sql`select count(*) from ${sql.raw(name)}`.execute(db);
  await createApp({ db, clock: systemClock }, { name: 'after' });
  await db.destroy();
}

/** The same at each run: of what nothing holds on the disk half is there. */
function chanceOf(seed: number): () => boolean {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 16) % 2 === 0;
  };
}
