import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { credentialHeaders } from '../../contract/src/index.ts';
import { admin, withDatabase } from '../../contract/test/support/database.ts';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { issueToken, verifyToken } from '../src/domain/users/tokens.ts';
import { type App, createApp, type RunningServer, rotateSecret, startServer } from '../src/index.ts';
import { endAll, run, stop, temporaryFolder } from './support/process.ts';

const template = inject('template');
const postgres = template.kind === 'postgres' ? template.url : undefined;
const emptyDatabase = `diglot_cli_${process.pid}`;

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  folder = temporaryFolder();
  if (postgres) await admin(postgres, `create database ${emptyDatabase}`);
});
afterEach(endAll);
afterAll(async () => {
  folder.remove();
  if (postgres) await admin(postgres, `drop database ${emptyDatabase} with (force)`);
});

async function diglot(env: Record<string, string>, ...args: string[]) {
  const command = run('cli.ts', args, env);
  const { code } = await command.ended;
  return { code, out: command.stdout.trimEnd(), error: command.stderr.trimEnd() };
}

describe.each(postgres ? ['folder', 'PostgreSQL'] : ['folder'])('diglot, on a %s', (kind) => {
  const cli = (...args: string[]) =>
    diglot(
      kind === 'folder' ? { DIGLOT_DATA: join(folder.path, 'data') } : { DATABASE_URL: withDatabase(postgres!, emptyDatabase) },
      ...args,
    );

  test('migrate names what it ran, and the second time has nothing to do', async () => {
    const first = await cli('migrate');
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toMatch(/^0001-apps-and-users\n/);
    expect(await cli('migrate')).toEqual({ code: 0, out: 'Nothing to do.', error: '' });
  });

  test('app create makes key and secret, or takes those given; app list shows keys and names', async () => {
    expect((await cli('app', 'create', 'made')).out).toMatch(/^[a-z0-9]{24} [a-z0-9]{24}$/);
    const given = await cli('app', 'create', 'given', '--key', '8luwapkvucoil', '--secret', 'y0icysjl4h3LWz');
    expect(given).toEqual({ code: 0, out: '8luwapkvucoil y0icysjl4h3LWz', error: '' });
    expect((await cli('app', 'list')).out).toMatch(/^[a-z0-9]{24} made\n8luwapkvucoil given$/);
  });

  test('a key that is taken, in whatever case, is one line', async () => {
    const again = await cli('app', 'create', 'again', '--key', '8LUWAPKVUCOIL');
    expect(again).toEqual({ code: 1, out: '', error: 'diglot: the App Key 8LUWAPKVUCOIL is taken' });
  });

  test('app rotate-secret gives another secret', async () => {
    const { code, out } = await cli('app', 'rotate-secret', '8luwapkvucoil');
    expect(code).toBe(0);
    expect(out).toMatch(/^8luwapkvucoil [a-z0-9]{24}$/);
    expect(await cli('app', 'rotate-secret', 'unknown')).toEqual({ code: 1, out: '', error: 'diglot: no app has the key unknown' });
  });

  test('app settings prints all of them; app set changes one and prints them', async () => {
    const settings = async (...args: string[]) => JSON.parse((await cli('app', ...args)).out);
    const before = await settings('settings', '8luwapkvucoil');
    const limit = { points: 5, seconds: 60 };
    await settings('set', '8LUWAPKVUCOIL', 'services.chatroomAttributes', 'false');
    expect(await settings('set', '8luwapkvucoil', 'rateLimits.overrides.jmessage:app', JSON.stringify(limit))).toEqual({
      ...before,
      services: { ...before.services, chatroomAttributes: false },
      rateLimits: { ...before.rateLimits, overrides: { 'jmessage:app': limit } },
    });
    expect(await settings('set', '8luwapkvucoil', 'services', 'null')).toMatchObject({ services: before.services });
  });

  test('app trust lets two apps trust each other, app distrust ends it, app trusts lists', async () => {
    await cli('app', 'create', 'partner', '--key', 'partnerapp');
    const granted = { code: 0, out: '8luwapkvucoil and partnerapp trust each other.', error: '' };
    expect(await cli('app', 'trust', '8LUWAPKVUCOIL', 'partnerapp')).toEqual(granted);
    expect(await cli('app', 'trusts', 'partnerapp')).toEqual({ code: 0, out: '8luwapkvucoil given', error: '' });
    const ended = { code: 0, out: 'partnerapp and 8luwapkvucoil do not trust each other.', error: '' };
    expect(await cli('app', 'distrust', 'partnerapp', '8luwapkvucoil')).toEqual(ended);
    expect((await cli('app', 'trusts', '8luwapkvucoil')).out).toBe('');
  });

  test.each([
    [['trust', '8luwapkvucoil', 'unknown'], 'diglot: no app has the key unknown'],
    [['distrust', '8luwapkvucoil', '8LUWAPKVUCOIL'], 'diglot: otherKey is the app itself'],
    [['settings', 'unknown'], 'diglot: no app has the key unknown'],
    [['set', '8luwapkvucoil', 'chatroomIdleMinutes', '"5"'], 'diglot: chatroomIdleMinutes must be a whole number from 1 to 10080'],
    [['set', '8luwapkvucoil', 'rateLimits.overrides', '"x"'], 'diglot: rateLimits.overrides must be an object'],
    [['set', '8luwapkvucoil', 'rateLimits.overrides', '[5]'], 'diglot: rateLimits.overrides must be an object'],
    [['set', '8luwapkvucoil', 'rateLimits.overrides.jmessage:app', '5'], 'diglot: rateLimits.overrides.jmessage:app must be an object'],
    [['set', '8luwapkvucoil', 'rateLimits', '5'], 'diglot: rateLimits must be an object'],
    [
      ['set', '8luwapkvucoil', 'rateLimits.overrides.none', '{"points":1,"seconds":1}'],
      'diglot: rateLimits.overrides.none is no bucket; GET /admin/v1/rate-limits lists them',
    ],
    [
      ['set', '8luwapkvucoil', 'unset', 'yes'],
      "error: command-argument value 'yes' is invalid for argument 'json'. It is not JSON; a text needs quotes of its own.",
    ],
  ])('app %j is one line', async (args, error) => {
    expect(await cli('app', ...args)).toEqual({ code: 1, out: '', error });
  });
});

describe('diglot refuses', () => {
  const cli = (...args: string[]) => diglot({ DIGLOT_DATA: join(folder.path, 'data') }, ...args);

  test.each([
    [['app', 'create', 'x', '--key', 'a:b']],
    [['app', 'create', 'x', '--secret', 'short00']],
    [['app', 'create']],
    [['nonsense']],
  ])('%j', async (args) => {
    const { code, out, error } = await cli(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toMatch(/^error: .+$/);
  });

  test('a folder that diglot start has open', async () => {
    const server = run('cli.ts', ['start'], { PORT: '0', DIGLOT_DATA: join(folder.path, 'data') });
    await server.printed('Diglot is running.');
    const { code, error } = await cli('app', 'list');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^diglot: the data folder .+ is in use by another Diglot;.+$/),
    });
    expect(await stop(server)).toBe(0);
  });
});

describe('a rotated secret', () => {
  let now = Date.UTC(2026, 0, 31);
  let server: RunningServer;
  let drop: () => Promise<void>;
  let env: Record<string, string> | undefined;
  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    if (fresh.database.kind === 'postgres') env = { DATABASE_URL: fresh.database.url };
    server = await startServer({ database: fresh.database, clock: { now: () => now } });
  });
  afterAll(async () => {
    await server.stop();
    await drop();
  });

  async function status({ key, secret }: App): Promise<number> {
    const headers = await credentialHeaders('rongcloud', { appKey: key, appSecret: secret });
    return (await fetch(`${server.url}/user/block/query.json`, { method: 'POST', headers })).status;
  }

  test('ends signatures and tokens made with the old one, a second later', async () => {
    const app = (await createApp(server.services, { name: 'rotated' }))!;
    const token = issueToken({ ...server.services, app }, 'ann');
    expect(await status(app)).toBe(200);

    const secret = env
      ? (await diglot(env, 'app', 'rotate-secret', app.key)).out.split(' ')[1]
      : (await rotateSecret(server.services, app.key)).secret;
    const rotated = { ...app, secret: secret! };
    now += 1000;
    expect(await status(app)).toBe(401);
    expect(await status(rotated)).toBe(200);
    expect(await verifyToken({ ...server.services, app: rotated }, token)).toBeUndefined();
  });
});
