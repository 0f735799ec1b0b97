import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawAnswer, rawConnection } from '../../contract/test/support/raw-connection.ts';
import { startTestServer, type TestServer } from '../../contract/test/support/server.ts';

const lines: { requestId: string; dialect: string; status: number }[] = [];
const log = pino(
  new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  }),
);

let on: TestServer;
/** One that does not wait long for a request to come in. */
let hasty: TestServer;
let docsFolder: string;
beforeAll(async () => {
  docsFolder = mkdtempSync(join(tmpdir(), 'docs-'));
  writeFileSync(join(docsFolder, 'index.html'), '<p>pages</p>');
  [on, hasty] = [await startTestServer({ log, docsFolder }), await startTestServer({ log, requestMillis: 200 })];
});
afterAll(async () => {
  await on.stop();
  await hasty.stop();
  rmSync(docsFolder, { recursive: true });
});

/** What comes back for these bytes, on a connection of their own. */
async function answerTo(bytes: string | Buffer, server = on): Promise<RawAnswer> {
  const { socket, write, answer } = await rawConnection(server.url);
  await write(bytes);
  try {
    return await answer();
  } finally {
    socket.destroy();
  }
}

const codes = { rongcloud: 1002, jmessage: 899003, admin: 'request_invalid' };

/** Refused in the envelope of the dialect, with a request id, and with one line in the log that has the same. */
function expectRefused({ head, body, status }: RawAnswer, dialect: keyof typeof codes, wanted: { status: number; code?: unknown }): void {
  const { code, error } = JSON.parse(body) as { code?: unknown; error?: { code: unknown } };
  expect({ status, code: dialect === 'rongcloud' ? code : error?.code }).toEqual({ code: codes[dialect], ...wanted });
  expect(body).not.toMatch(/node_modules|\n *at |<html|\.ts:/);
  expect(head).toMatch(/^content-type: application\/json/im);
  const [, requestId] = /^x-request-id: (\S+)$/im.exec(head) ?? [];
  expect(lines.filter((line) => line.requestId === requestId)).toMatchObject([{ dialect, status }]);
}

/** As the document lists it. */
function expectListed({ head, body, status }: RawAnswer, dialect: keyof typeof codes): void {
  const lines = head.split('\r\n').slice(1);
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  on[dialect].hold({ status, headers, body: JSON.parse(body) });
}

const host = 'Host: x\r\n';

describe("what Node's parser refuses is answered in the envelope, with a request id and a line in the log", () => {
  test.each([
    ['a blank in the address', 'GET /v1/users/a b HTTP/1.1\r\nHost: x\r\n\r\n', 'jmessage', 400],
    ['UTF-8 in the address', 'GET /v1/users/安娜 HTTP/1.1\r\nHost: x\r\n\r\n', 'jmessage', 400],
    ['UTF-8 in an address of the admin API', 'GET /admin/v1/apps/é HTTP/1.1\r\nHost: x\r\n\r\n', 'admin', 400],
    ['an unknown method', 'FETCH /user/info.json HTTP/1.1\r\nHost: x\r\n\r\n', 'rongcloud', 400],
    ['no HTTP at all', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', 'rongcloud', 400],
    ['a header without a name', `POST /user/info.json HTTP/1.1\r\n${host}: x\r\n\r\n`, 'rongcloud', 400],
    ['two lengths', `POST /v1/users HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`, 'jmessage', 400],
    ['a length that is no number', `POST /v1/users HTTP/1.1\r\n${host}Content-Length: many\r\n\r\nabc`, 'jmessage', 400],
    [
      'a length beside chunks',
      `POST /v1/users HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc`,
      'jmessage',
      400,
    ],
    ['headers of more than 16 KB', `GET /v1/users HTTP/1.1\r\n${host}X-Filler: ${'x'.repeat(17_000)}\r\n\r\n`, 'jmessage', 431],
    ['an address of more than 16 KB', `POST /user/${'x'.repeat(17_000)}.json HTTP/1.1\r\n${host}\r\n`, 'rongcloud', 431],
    ['another version of HTTP', 'GET /v1/users HTTP/9.9\r\nHost: x\r\n\r\n', 'jmessage', 400],
  ] as const)('%s', async (_, bytes, dialect, status) => {
    const answer = await answerTo(bytes);
    expectRefused(answer, dialect, { status });
    expectListed(answer, dialect);
  });

  test('a request without a Host, which HTTP/1.0 allows', async () => {
    expectRefused(await answerTo('GET /v1/users HTTP/1.1\r\n\r\n'), 'jmessage', { status: 400 });
    expectRefused(await answerTo('GET /v1/users HTTP/1.0\r\n\r\n'), 'jmessage', { status: 401, code: 899007 });
  });

  test('the request id that was sent comes back', async () => {
    const { head } = await answerTo('GET /v1/users/a b HTTP/1.1\r\nX-Request-ID: mine\r\nHost: x\r\n\r\n');
    expect(head).toMatch(/^x-request-id: mine$/im);
  });

  test('headers that begin in time and never end', async () => {
    expectRefused(await answerTo('GET /v1/users HTTP/1.1\r\nHost: x\r\n', hasty), 'rongcloud', { status: 408 });
  });

  test('a caller who goes on sending reads the answer too', async () => {
    const { socket, write, answer } = await rawConnection(on.url);
    await write('GET /v1/users/a b HTTP/1.1\r\nHost: x\r\n\r\n');
    for (let sent = 0; sent < 100; sent++) await write('x'.repeat(65_536)).catch(() => {});
    expectRefused(await answer(), 'jmessage', { status: 400 });
    socket.destroy();
  });
});

describe('a body that breaks off inside is answered in the envelope', () => {
  const post = async (more: string, server = on) => {
    const headers = Object.entries({ ...(await server.jmessage.credentials()), Host: 'x', 'Content-Type': 'application/json' });
    return `POST /v1/users HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}${more}`;
  };

  test('also while the app is looked up, before anybody reads it', async () => {
    // Past the second for which an app is remembered.
    on.clock.advance(1001);
    const bytes = await post('Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\nzz\r\n');
    expectRefused(await answerTo(bytes), 'jmessage', { status: 400 });
  });

  test('with a chunk that is none', async () => {
    const bytes = await post('Transfer-Encoding: chunked\r\n\r\n2\r\n[]\r\nzz\r\n');
    expectRefused(await answerTo(bytes), 'jmessage', { status: 400 });
  });

  test('when the rest does not come in time', async () => {
    expectRefused(await answerTo(await post('Content-Length: 100\r\n\r\n[', hasty), hasty), 'jmessage', { status: 408 });
  });

  test('before the credentials are looked at', async () => {
    const bytes = `POST /user/info.json HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nzz\r\n`;
    expect((await answerTo(bytes)).body).toContain('"code":1002');
  });
});

describe('what Node would do without asking', () => {
  test('CONNECT is a method that no path takes', async () => {
    expectRefused(await answerTo('CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n'), 'rongcloud', { status: 405, code: 405 });
  });

  test('an unknown expectation and the wish for another protocol change nothing', async () => {
    for (const header of [
      'Expect: tea',
      'Connection: Upgrade\r\nUpgrade: websocket',
      'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c',
    ]) {
      const answer = await answerTo(`GET /v1/users HTTP/1.1\r\n${host}${header}\r\n\r\n`);
      expectRefused(answer, 'jmessage', { status: 401, code: 899007 });
    }
  });
});

describe('no path answers a page that shows the stack', () => {
  test.each([
    ['/history-log/%zz/x.zip', 400, 1002],
    ['/history-log/%ff/x.zip', 400, 1002],
    ['/history-log/a/%c4%e3.zip', 400, 1002],
    ['/history-log/a/b.zip', 404, 404],
    ['/media/%zz', 400, 1002],
    ['/media/a/%zz', 400, 1002],
    ['/media', 400, 1002],
    ['/docs/%zz', 404, 404],
    ['/docs/..%2f..%2fetc/passwd', 404, 404],
    ['/docs/%00', 404, 404],
    ['/docs/nothing', 404, 404],
    ['/%zz', 404, 404],
    ['/%', 404, 404],
    ['*', 404, 404],
    ['http://x/nothing', 404, 404],
  ])('%s', async (path, status, code) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await answerTo(`${method} ${path} HTTP/1.1\r\n${host}App-Key: x\r\n\r\n`);
      const { code: got } = JSON.parse(answer.body);
      expect([method, answer.status, got]).toEqual([method, status, code]);
      expectRefused(answer, 'rongcloud', { status: answer.status, code: got });
    }
  });

  test.each(['/healthz', '/readyz', '/', '/docs/', '/media/a/b', '/history-log/%zz/x.zip', '/nothing', '/v1/users'])(
    'HEAD and OPTIONS of %s have a request id and no stack',
    async (path) => {
      for (const method of ['HEAD', 'OPTIONS']) {
        const answer = await fetch(on.url + path, { method, redirect: 'manual' });
        expect(answer.headers.get('x-request-id')).toBeTruthy();
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toMatch(/node_modules|<html|\.ts:/);
      }
    },
  );
});

describe('a parameter of the path that cannot be decoded is refused by its name', () => {
  test.each(['%zz', '%', '%ff', '%c4%e3', '%ED%A0%80', 'a%2'])('%s', async (piece) => {
    const user = await on.jmessage.fetch(`/v1/users/${piece}`, { method: 'GET', headers: await on.jmessage.credentials() });
    const message = 'parameter invalid: username is not percent-encoded UTF-8';
    expect(user).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
    const app = await on.admin.fetch(`/admin/v1/apps/${piece}`, { method: 'GET', headers: await on.admin.credentials() });
    expect(app).toMatchObject({ status: 400, body: { error: { code: 'field_invalid', field: 'appKey' } } });
  });

  test('a method that the path does not take is still 405, and who proves nothing is told that first', async () => {
    expect(await on.jmessage.fetch('/v1/users/%zz', { method: 'PATCH' })).toMatchObject({ status: 405 });
    expect(await on.jmessage.fetch('/v1/users/%zz', { method: 'GET' })).toMatchObject({ status: 401 });
    expect(await on.jmessage.fetch('/v1/%zz', { method: 'GET' })).toMatchObject({ status: 404 });
  });

  test('a very long one is refused as a parameter', async () => {
    const headers = await on.jmessage.credentials();
    expect(await on.jmessage.fetch(`/v1/users/${'x'.repeat(8000)}`, { method: 'GET', headers })).toMatchObject({ status: 400 });
  });
});

test.each(['rongcloud', 'jmessage', 'admin'] as const)(
  'a client of %s reads the refusals of large headers and of slow bodies',
  async (dialect) => {
    const path = { rongcloud: '/user/info.json', jmessage: '/v1/users', admin: '/admin/v1/apps' }[dialect];
    const headers = async ({ [dialect]: caller }: TestServer) => ({ ...(await caller.credentials()), 'Content-Type': 'application/json' });
    const large = { ...(await headers(on)), 'X-Filler': 'x'.repeat(17_000) };
    expect(await on[dialect].fetch(path, { headers: large })).toMatchObject({ status: 431 });
    const stalled = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) });
    expect(await hasty[dialect].fetch(path, { headers: await headers(hasty), body: stalled })).toMatchObject({ status: 408 });
    expectRefused(await answerTo(`GET ${path} HTTP/1.1\r\n\r\n`), dialect, { status: 400 });
  },
);
