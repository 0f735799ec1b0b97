import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller } from '../../contract/src/index.ts';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { type App, createApp } from '../src/domain/apps.ts';
import { systemClock } from '../src/domain/clock.ts';
import { type DatabaseTarget, type Db, openDb } from '../src/store/db.ts';
import { migrate } from '../src/store/migrate.ts';
import { about, endAll, type Running, start, stop, temporaryFolder } from './support/process.ts';

const devices = 4000;
/** Targets that are in doubt at most when the process dies. */
const batch = 200;

let folder: ReturnType<typeof temporaryFolder>;
let drop: () => Promise<void>;
let database: DatabaseTarget;
let app: App;
beforeAll(async () => {
  folder = temporaryFolder();
  const fresh = await freshDatabase();
  drop = fresh.drop;
  database = fresh.database.kind === 'postgres' ? fresh.database : { kind: 'folder', folder: join(folder.path, 'database') };
  app = await withDb(async (db) => {
    await migrate(db);
    const created = (await createApp({ db, clock: systemClock }, { name: 'push' }))!;
    await insertDevices(db, created.id);
    return created;
  });
});
afterAll(async () => {
  await endAll();
  await drop();
  folder.remove();
});

test('kill -9 in the middle of a push loses no target; after a restart all are done, and only those in doubt come twice', async () => {
  const first = await run();
  const id = await pushToAll(first);
  await first.printed(`"push":"${id}"`);
  first.child.kill('SIGKILL');
  await first.ended;
  const halfway = await targets();
  expect(halfway.filter(({ state }) => state === 'pending').length).toBeGreaterThan(0);
  expect(halfway.filter(({ state }) => state === 'sending').length).toBeLessThanOrEqual(batch);

  const second = await run();
  await second.printed('"queue":"push"');
  await stop(second);
  const done = await targets();
  expect(done).toHaveLength(devices);
  expect(new Set(done.map(({ state }) => state))).toEqual(new Set(['sent']));
  expect(await task()).toEqual({ state: 'done', sent: devices, failed: 0, skipped: 0 });

  const times = timesPushed(id, first.stdout + second.stdout);
  expect(times.size).toBe(devices);
  const twice = [...times].filter(([, count]) => count > 1);
  expect(twice.length).toBeLessThanOrEqual(batch);
  const inDoubt = new Set(halfway.filter(({ state }) => state === 'sending').map(({ device_id }) => device_id));
  expect(twice.filter(([deviceId, count]) => count > 2 || !inDoubt.has(deviceId))).toEqual([]);
});

/** The log at its finest tells when a job is done. */
function run(): Promise<Running> {
  const url = database.kind === 'postgres' ? { DATABASE_URL: database.url } : undefined;
  return start({ DIGLOT_DATA: folder.path, DIGLOT_LOG: 'debug', ...url });
}

async function withDb<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = await openDb(database);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function insertDevices(db: Db, appId: number): Promise<void> {
  const at = Date.now();
  const userIds = Array.from({ length: devices }, (_, index) => `u${index}`);
  for (let from = 0; from < devices; from += 1000) {
    const some = userIds.slice(from, from + 1000);
    await db
      .insertInto('users')
      .values(some.map((user_id) => ({ app_id: appId, user_id, created_at: at, updated_at: at })))
      .execute();
    const device = (user_id: string) => ({ app_id: appId, device_id: `device-${user_id}`, user_id, platform: 'ios' as const });
    await db
      .insertInto('devices')
      .values(some.map((userId) => ({ ...device(userId), push_allowed: true, connected_at: at })))
      .execute();
  }
}

async function pushToAll(server: Running): Promise<string> {
  const caller = createCaller({ dialect: 'rongcloud', baseUrl: about(server).url, app: { appKey: app.key, appSecret: app.secret } });
  const body = { platform: ['ios'], audience: { is_to_all: true }, notification: { alert: 'words that no log has' } };
  const answer = await caller.call('pushToAudience', { body });
  expect(answer.status).toBe(200);
  return (answer.body as { id: string }).id;
}

const targets = () => withDb((db) => db.selectFrom('push_targets').select(['device_id', 'state']).execute());
const task = () => withDb((db) => db.selectFrom('push_tasks').select(['state', 'sent', 'failed', 'skipped']).executeTakeFirst());

/** How often the log has a push to each device. */
function timesPushed(id: string, log: string): Map<string, number> {
  expect(log).not.toContain('words that no log has');
  const lines = log.split('\n').filter((line) => line.includes(`"push":"${id}"`));
  const times = new Map<string, number>();
  for (const { device } of lines.map((line) => JSON.parse(line) as { device: string })) times.set(device, (times.get(device) ?? 0) + 1);
  return times;
}
