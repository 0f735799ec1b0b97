import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, type Caller, createCaller } from '../../contract/src/index.ts';
import { download, upload, uploaded } from '../../contract/test/support/media.ts';
import { createApp } from '../src/domain/apps.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { fillDataFolder } from './support/migrated-folder.ts';

const disk = join(tmpdir(), `diglot-disk-${process.pid}`);
const mount = () => {
  mkdirSync(disk, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'none', disk]).status === 0;
};
const unmount = () => {
  spawnSync('umount', ['-l', disk]);
  rmdirSync(disk);
};

/** A small disk needs a mount, and that a user who may mount. */
function canMount(): boolean {
  const can = mount();
  unmount();
  return can;
}

const ballast = join(disk, 'ballast');

let server: RunningServer;
let rongcloud: Caller;
let jmessage: Caller;

describe.skipIf(process.env.DATABASE_URL || !canMount())('on a full disk', () => {
  beforeAll(async () => {
    mount();
    const folder = await fillDataFolder(join(disk, 'data'));
    const blobs = { folder: join(disk, 'data', 'media') };
    server = await startServer({ database: { kind: 'folder', folder }, blobs, warmUp: false });
    const app = (await createApp(server.services, { name: 'test', settings: { rateLimits: { enabled: false, overrides: {} } } }))!;
    const target = { baseUrl: server.url, app: { appKey: app.key, appSecret: app.secret } };
    rongcloud = createCaller({ ...target, dialect: 'rongcloud' });
    jmessage = createCaller({ ...target, dialect: 'jmessage' });
  });
  afterAll(async () => {
    await server?.stop();
    unmount();
  });

  test.each([
    ['tables cannot grow', long],
    // It gives up what is left of the log's last file.
    ['the log cannot grow, which ends PostgreSQL', short],
  ])('where %s, sends are unavailable, /readyz says 503, and with room again all is as before, nothing lost', async (_, content) => {
    const answered: string[] = [];
    await sendUntilRefused(content, answered, 2);
    expect(await ready()).toBe(200);
    fill();
    if (content === short) await sql`select pg_switch_wal()`.execute(server.services.db);
    const refused = await sendUntilRefused(content, answered);
    expect(refused).toMatchObject({ status: 504, body: { code: 1050 } });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await ready()).toBe(503);
    rmSync(ballast);
    await vi.waitUntil(async () => (await ready()) === 200, { timeout: 60_000 });
    expect(await sendUntilRefused(content, answered, 2)).toMatchObject({ status: 200 });
    const rows = await server.services.db.selectFrom('messages').select('content').execute();
    const stored = rows.map(({ content }) => content);
    expect(new Set(stored).size).toBe(stored.length);
    expect(answered.filter((content) => !stored.includes(content))).toEqual([]);
  });

  test('an upload is unavailable and leaves nothing, and works when there is room again', async () => {
    fill();
    const refused = await upload({ jmessage }, 'file', randomBytes(1_000_000));
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 899030 } } });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(readdirSync(join(disk, 'data', 'media', 'incoming'))).toEqual([]);
    rmSync(ballast);
    await vi.waitUntil(async () => (await ready()) === 200, { timeout: 60_000 });
    const bytes = randomBytes(1_000_000);
    const { media_id } = await uploaded({ jmessage }, 'file', bytes);
    expect(await download({ jmessage }, media_id)).toEqual(bytes);
  });
});

/** Takes all the room there is. */
function fill(): void {
  const file = openSync(ballast, 'w');
  const block = Buffer.alloc(1024 * 1024);
  try {
    for (let size = block.length; size >= 4096; ) {
      try {
        writeSync(file, block, 0, size);
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(file);
  }
}

const ready = async () => (await fetch(`${server.url}/readyz`)).status;

function send(content: string): Promise<Answer> {
  return rongcloud.call('publishPrivateMessage', { body: { fromUserId: 'ann', toUserId: ['bob'], objectName: 'App:T', content } });
}

/** Contents that take room, also when they are compressed, and some that take next to none. */
const long = () => randomBytes(15_000).toString('base64');
const short = () => randomBytes(6).toString('base64');

/** Sends until one is refused, or so many are answered; returns the last answer. */
async function sendUntilRefused(content: () => string, answered: string[], most = Number.POSITIVE_INFINITY): Promise<Answer> {
  for (let sends = 1; ; sends++) {
    const text = content();
    const answer = await send(text);
    if (answer.status === 200) answered.push(text);
    if (answer.status !== 200 || sends === most) return answer;
  }
}
