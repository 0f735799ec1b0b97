import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { withDatabase } from '../../contract/test/support/database.ts';
import { about, endAll, paste, type Running, run, start, stop, temporaryFolder } from './support/process.ts';

const template = inject('template');
const postgres = template.kind === 'postgres' ? template.url : undefined;

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(endAll);
afterAll(() => folder.remove());

/** Where the first start, which has nothing but a home, puts its data. */
const data = () => ({ DIGLOT_DATA: join(folder.path, '.diglot') });

test('the first start makes .diglot in the home folder and a demo app, and prints calls that work; the second keeps both', async () => {
  const first = await start({ HOME: folder.path });
  const { url, key, secret, docs, curls } = about(first);
  expect(existsSync(data().DIGLOT_DATA)).toBe(true);
  expect(url).toMatch(/^http:\/\/localhost:\d+$/);
  expect(key).toMatch(/^[a-z0-9]{24}$/);
  expect(secret).toMatch(/^[a-z0-9]{24}$/);
  expect(docs).not.toBe('');
  expect(first.stderr).toBe('');

  const answers = [];
  for (const curl of curls) answers.push(await paste(curl));
  expect(answers).toMatchObject([
    { status: 200, body: { code: 200, userId: 'alice' } },
    { status: 200, body: { code: 200, messageUIDs: [{ userId: 'alice' }] } },
    { status: 201, body: {} },
    { status: 201, body: { msg_id: expect.any(Number) } },
  ]);
  expect(await stop(first)).toBe(0);

  const second = await start(data());
  expect(about(second)).toMatchObject({ key, secret });
  const known = await paste(about(second).curls[0]!.replace('/user/getToken.json', '/user/info.json'));
  expect(known.body).toMatchObject({ code: 200, userName: 'Alice' });
  expect(await stop(second)).toBe(0);
});

test('the admin key is another one at each start and printed, or the one that is set, which is not', async () => {
  const list = async (server: Running, key: string) => {
    const { url } = about(server);
    return (await fetch(`${url}/admin/v1/apps`, { headers: { Authorization: `Bearer ${key}` } })).status;
  };
  const first = await start(data());
  const { adminKey } = about(first);
  expect(adminKey).toMatch(/^[\w-]{32}$/);
  expect(await list(first, adminKey)).toBe(200);
  await stop(first);

  const second = await start(data());
  expect(about(second).adminKey).not.toBe(adminKey);
  expect(await list(second, adminKey)).toBe(401);
  await stop(second);

  const own = 'a-key-of-the-operator-1234';
  const third = await start({ ...data(), DIGLOT_ADMIN_KEY: own });
  expect(await list(third, own)).toBe(200);
  await stop(third);
  expect(third.stdout + third.stderr).not.toContain(own);
});

describe('a start that cannot be is one line and exit code 1', () => {
  async function failure(env: Record<string, string>): Promise<string> {
    const server = run('main.ts', [], { PORT: '0', ...data(), ...env });
    expect(await server.ended).toEqual({ code: 1 });
    expect(server.stdout).toBe('');
    expect(server.stderr).toMatch(/^diglot: .+\n$/);
    return server.stderr;
  }

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toBe(`diglot: port ${port} on 127.0.0.1 is in use; set PORT to another one\n`);
    other.close();
  });

  test('a folder that cannot be written', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const below = join(folder.path, 'file', 'data');
    expect(await failure({ DIGLOT_DATA: below })).toBe(`diglot: cannot write to the data folder ${below}: ENOTDIR\n`);
  });

  test('a folder in use, under whatever name, until its holder ends, however it ends', async () => {
    const first = await start(data());
    expect(await failure({})).toMatch('is in use by another Diglot');
    symlinkSync(data().DIGLOT_DATA, join(folder.path, 'link'));
    expect(await failure({ DIGLOT_DATA: join(folder.path, 'link') })).toMatch('is in use by another Diglot');
    first.child.kill('SIGKILL');
    await first.ended;
    await stop(await start(data()));
  });

  test.each([
    ['PORT', 'http', 'PORT must be a number from 0 to 65535, not "http"'],
    ['PORT', '65536', 'PORT must be a number from 0 to 65535, not "65536"'],
    ['HOST', '999.1.1.1', 'cannot reach or listen on that address'],
    ['DATABASE_URL', 'mysql://localhost/im', 'DATABASE_URL must begin with postgres:// or postgresql://'],
    ['DATABASE_URL', 'postgres://:::', 'DATABASE_URL is not a valid address'],
    ['DATABASE_URL', 'postgres://user:hidden@127.0.0.1:1/im', 'PostgreSQL does not answer at DATABASE_URL'],
    ['REDIS_URL', 'http://localhost', 'REDIS_URL must begin with redis:// or rediss://'],
    ['DIGLOT_LOG', 'loud', 'DIGLOT_LOG must be one of'],
    ['DIGLOT_ZONE', 'UTC', 'DIGLOT_ZONE must look like +08:00, not "UTC"'],
    ['DIGLOT_ADMIN_KEY', 'hidden-and-too-short', 'DIGLOT_ADMIN_KEY must have 24 to 256 visible ASCII characters'],
    ['DIGLOT_ADMIN_KEY', 'hidden and long enough, with spaces', 'DIGLOT_ADMIN_KEY must have 24 to 256 visible ASCII characters'],
    ['DIGLOT_VALIDATE_RESPONSES', 'yes', 'DIGLOT_VALIDATE_RESPONSES must be one of 0, 1'],
  ])('%s=%s', async (name, value, reason) => {
    const line = await failure({ [name]: value });
    expect(line).toContain(reason);
    expect(line).not.toContain('hidden');
  });

  test.runIf(postgres)('a database that PostgreSQL does not have', async () => {
    const line = await failure({ DATABASE_URL: withDatabase(postgres!, 'no_such_database') });
    expect(line).toBe('diglot: PostgreSQL refused DATABASE_URL: database "no_such_database" does not exist\n');
  });
});
