import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { startServer } from '../src/index.ts';
import { about, endAll, paste, type Running, start, stop, temporaryFolder } from './support/process.ts';

const postgres = inject('template').kind === 'postgres';

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  folder = temporaryFolder();
  await stop(await start({ DIGLOT_DATA: folder.path }));
});
afterEach(endAll);
afterAll(() => folder.remove());

const portOf = (server: Running) => Number(new URL(about(server).url).port);

interface Upload {
  socket: Socket;
  rest: string;
  /** All that the server sends until it closes the connection. */
  answer: Promise<string>;
}

/** A signed form whose second half is still to come; resolves when the server has accepted the request. */
async function halfSent(server: Running): Promise<Upload> {
  const [half, rest] = ['userId=late&', 'name=Late'];
  const signature = [...about(server).curls[0]!.matchAll(/-H (\S+)/g)].map(([, header]) => header!.replace(':', ': '));
  const type = 'Content-Type: application/x-www-form-urlencoded';
  const length = `Content-Length: ${half.length + rest.length}`;
  const head = ['POST /user/getToken.json HTTP/1.1', 'Host: localhost', ...signature, type, length, 'Expect: 100-continue'];
  const socket = connect(portOf(server), '127.0.0.1');
  socket.write(`${head.join('\r\n')}\r\n\r\n${half}`);
  let text = '';
  const answer = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  // A process that ends at once may reset the connection, which then closes.
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk;
      if (text.includes('100 Continue')) resolve();
    });
  });
  return { socket, rest, answer };
}

/** Resolves when the server takes no new connection. */
async function closed(server: Running): Promise<void> {
  const open = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(portOf(server), '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  while (await open());
}

describe('shutdown', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'after %s a request that was accepted is answered, then the process ends with 0',
    async (signal) => {
      const server = await start({ DIGLOT_DATA: folder.path });
      const { socket, rest, answer } = await halfSent(server);
      server.child.kill(signal);
      await closed(server);
      socket.write(rest);
      expect(await answer).toMatch(/HTTP\/1\.1 200 OK[\s\S]+Connection: close[\s\S]+"userId":"late"/);
      expect(await server.ended).toEqual({ code: 0 });
    },
  );

  test('a second signal does not wait', async () => {
    const server = await start({ DIGLOT_DATA: folder.path });
    const { answer } = await halfSent(server);
    server.child.kill('SIGTERM');
    await closed(server);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 1 });
    await answer;
  });
});

test('the log is JSON lines without secret, token, signature or content', async () => {
  const server = await start({ DIGLOT_DATA: folder.path });
  const { url, key, secret, curls } = about(server);
  const shown = server.stdout.length;
  const [register = '', send = ''] = curls;
  const signature = /Signature:(\w+)/.exec(register)?.[1] ?? '';
  const { token } = (await paste(register)).body;
  await paste(send.replace('Hello', 'marker-in-content'));
  await paste(send.replace('RC:TxtMsg', 'marker-in-a-field-that-is-too-long-and-refused'));
  await paste(register.replace(signature, 'marker-in-signature'));
  await paste(`curl ${url}/marker-in-path.json -X POST -u ${key}:${secret}`);
  await paste(`${register} -H Content-Type:application/json -d '{"marker-in-json'`);
  expect(await stop(server)).toBe(0);

  const lines = server.stdout.slice(shown).trim().split('\n');
  const logged = lines.map((line) => JSON.parse(line));
  expect(logged.map(({ status }) => status)).toEqual([200, 200, 400, 401, 404, 400]);
  expect(logged[1]).toMatchObject({ app: key, operation: 'publishPrivateMessage', dialect: 'rongcloud', requestId: expect.any(String) });
  const printed = lines.join('\n') + server.stderr;
  for (const hidden of ['marker', secret, signature, String(token), btoa(`${key}:${secret}`)]) expect(printed).not.toContain(hidden);
});

describe('health', () => {
  const get = async (url: string, path: string) => {
    const answer = await fetch(url + path);
    return { status: answer.status, body: await answer.json() };
  };
  const alive = { status: 200, body: { status: 'ok' } };

  test('/healthz tells that the process answers, /readyz that the database does', async () => {
    const server = await startServer({ database: { kind: 'memory' } });
    expect(await get(server.url, '/healthz')).toEqual(alive);
    expect(await get(server.url, '/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
    await server.services.db.destroy();
    expect(await get(server.url, '/healthz')).toEqual(alive);
    expect(await get(server.url, '/readyz')).toEqual({ status: 503, body: { status: 'database cannot be used' } });
    await server.stop();
  });

  test.runIf(postgres)('a process on PostgreSQL outlives its database, and ends with 0', async () => {
    const fresh = await freshDatabase();
    const server = await start({ DATABASE_URL: (fresh.database as { url: string }).url });
    const { url, curls } = about(server);
    expect(server.stdout).toContain('Database     PostgreSQL\n');
    expect(await paste(curls[0]!)).toMatchObject({ status: 200 });
    expect(await get(url, '/readyz')).toEqual({ status: 200, body: { status: 'ready' } });
    await fresh.drop();
    expect(await get(url, '/healthz')).toEqual(alive);
    expect(await get(url, '/readyz')).toEqual({ status: 503, body: { status: 'database cannot be used' } });
    expect(await paste(curls[0]!)).toMatchObject({ status: 504, body: { code: 1050 } });
    expect(await stop(server)).toBe(0);
  });
});
