import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../support/jmessage-wire.ts';
import { maxFile, mediaFolder } from '../support/media.ts';
import { type RawConnection, rawConnection } from '../support/raw-connection.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const multipart = 'multipart/form-data; boundary=x';
const folder = mediaFolder();
const sockets: RawConnection['socket'][] = [];

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer({ blobs: { folder: folder.path } });
  await post(form(part('f', 'first')));
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  await on.stop();
  folder.remove();
});

const part = (name: string, content: string, more = '; filename="a.txt"', headers = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n${headers}\r\n${content}\r\n`;
const form = (...parts: string[]) => `${parts.join('')}--x--\r\n`;
const post = (body: string | Uint8Array | ReadableStream, headers: Record<string, string> = { 'Content-Type': multipart }) =>
  send(on.jmessage, 'POST /v1/resource?type=file', { body, headers });
const refusal = (message: string | RegExp) => ({
  status: 400,
  body: { error: { code: 899003, message: expect.stringMatching(message) } },
});
const missing = refusal(/^parameter invalid: filename is required$/);
const incomplete = refusal(/^parameter invalid: body is not a complete multipart form$/);

/** How many files are stored. */
async function stored(): Promise<number> {
  return (await on.ctx.db.selectFrom('media').select('media_id').where('stored', '=', true).execute()).length;
}

async function expectNothingStored(attempt: () => Promise<unknown>): Promise<void> {
  const before = await stored();
  await attempt();
  expect(folder.incoming()).toEqual([]);
  expect(await stored()).toBe(before);
}

describe('the content type', () => {
  test.each(['Multipart/Form-Data; Boundary="x"', 'multipart/form-data;charset=utf-8;boundary=x', 'multipart/form-data ; boundary=x; q=1'])(
    '%s is taken',
    async (type) => {
      expect(await post(form(part('f', 'A')), { 'Content-Type': type })).toMatchObject({ status: 200 });
    },
  );

  test.each(['', 'application/json', 'text/plain', 'multipart/mixed; boundary=x', 'multipart/form-datas; boundary=x'])(
    '%j is refused, naming the right one',
    async (type) => {
      const headers: Record<string, string> = type === '' ? {} : { 'Content-Type': type };
      await expectNothingStored(async () => {
        expect(await post(form(part('f', 'A')), headers)).toMatchObject(refusal(/use multipart\/form-data$/));
      });
    },
  );

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=""',
    'multipart/form-data; x-boundary=x',
  ])('%s has no boundary', async (type) => {
    expect(await post(form(part('f', 'A')), { 'Content-Type': type })).toMatchObject(refusal(/has no boundary/));
  });

  test('has a boundary of 70 characters at most', async () => {
    const long = 'b'.repeat(70);
    const body = form(part('f', 'A')).replaceAll('--x', `--${long}`);
    expect(await post(body, { 'Content-Type': `multipart/form-data; boundary=${long}` })).toMatchObject({ status: 200 });
    for (const more of ['x', 'x'.repeat(200), 'ÿ'.repeat(200)])
      expect(await post(body, { 'Content-Type': `multipart/form-data; boundary=${long}${more}` })).toMatchObject(
        refusal(/boundary of more than 70/),
      );
  });

  test('packed bodies are refused', async () => {
    const headers = { 'Content-Type': multipart, 'Content-Encoding': 'gzip' };
    await expectNothingStored(async () => {
      expect(await post(gzipSync(form(part('f', '0'.repeat(1_000_000)))), headers)).toMatchObject(refusal(/Content-Encoding/));
    });
  });
});

describe('a form', () => {
  test.each<[string, string]>([
    ['any field name', form(part('whatever', 'A'))],
    ['no field name', form(part('', 'A'))],
    ['a dangerous field name', form(part('__proto__', 'A'))],
    ['text around it', `before\r\n${form(part('f', 'A'))}behind`],
    ['fields around it', form(part('a', '1', ''), part('f', 'A'), part('b', '2', ''))],
    ['no file name but the type of a file', form(part('f', 'A', '', 'Content-Type: application/octet-stream\r\n'))],
    ['a header of 15 KB', form(part('f', 'A', '; filename="a"', `X-Filler: ${'y'.repeat(15_000)}\r\n`))],
    ['an encoding that nobody uses', form(part('f', 'A', '; filename="a"', 'Content-Transfer-Encoding: base64\r\n'))],
    ['19 other fields', form(...Array.from({ length: 19 }, () => part('a', '1', '')), part('f', 'A'))],
  ])('with %s is taken', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 200, body: { fsize: 1 } });
  });

  test('inside of a form is a file like any other', async () => {
    const inner = form(part('g', 'deep')).replaceAll('--x', '--y');
    const body = form(part('f', inner, '; filename="form"', 'Content-Type: multipart/mixed; boundary=y\r\n'));
    expect(await post(body)).toMatchObject({ status: 200, body: { fsize: inner.length, fname: 'form' } });
  });

  test.each<[string, string, object]>([
    ['nothing', '', incomplete],
    ['no form', 'hello', incomplete],
    ['line breaks of its own', form(part('f', 'A')).replaceAll('\r\n', '\n'), incomplete],
    ['no parts', form(), missing],
    ['fields only', form(part('filename', 'A', '')), missing],
    ['a part that says nothing of itself', '--x\r\n\r\nA\r\n--x--', missing],
    ['the part of a browser in which no file was chosen', form(part('f', '', '; filename=""')), missing],
    ['a file with line breaks in its name', form(part('f', 'A', `; filename*=utf-8''a%0D%0ASet-Cookie:%20x=1`)), missing],
    ['two files', form(part('f', 'A'), part('g', 'B')), refusal(/^parameter invalid: filename comes more than once$/)],
    ['20 other fields', form(...Array.from({ length: 20 }, () => part('a', '1', '')), part('f', 'A')), refusal(/more than 20 parts/)],
    [
      'a hundred thousand fields',
      form(...Array.from({ length: 100_000 }, () => part('a', '', '')), part('f', 'A')),
      refusal(/more than 20 parts/),
    ],
    ['a header of 200 KB before the name', form(`--x\r\nX-Filler: ${'y'.repeat(200_000)}\r\n${part('f', 'A').slice(5)}`), missing],
    ['a field of 9 MB', form(part('a', 'z'.repeat(9_000_000), ''), part('f', 'A')), refusal(/body too large, at most 8454144 bytes$/)],
    ['9 MB before the form', `${'z'.repeat(9_000_000)}\r\n${form(part('f', 'A'))}`, refusal(/body too large/)],
  ])('of %s is refused', async (_, body, answer) => {
    await expectNothingStored(async () => {
      expect(await post(body)).toMatchObject(answer);
    });
  });

  test('that is cut short anywhere is refused', async () => {
    const whole = form(part('f', 'content')).trimEnd();
    await expectNothingStored(async () => {
      for (let length = 0; length < whole.length; length++) expect(await post(whole.slice(0, length))).toMatchObject(incomplete);
    });
    expect(await post(whole)).toMatchObject({ status: 200, body: { fsize: 7 } });
  });

  test('that is cut short behind 2 MB of a file is refused', async () => {
    await expectNothingStored(async () => {
      expect(await post(part('f', 'z'.repeat(2_000_000)).trimEnd())).toMatchObject(incomplete);
    });
  });

  test('may come in chunks without a length, split anywhere', async () => {
    const whole = Buffer.from(form(part('f', 'content\r\n--y')));
    const chunks = ReadableStream.from(Array.from(whole, (byte) => Buffer.of(byte)));
    expect(await post(chunks)).toMatchObject({ status: 200, body: { fsize: 12 } });
  });
});

describe('on a connection', () => {
  async function begin(length: number, headers = ''): Promise<RawConnection> {
    const connection = await rawConnection(on.url);
    sockets.push(connection.socket);
    const { Authorization } = await on.jmessage.credentials();
    const head = `POST /v1/resource?type=file HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${Authorization}\r\nContent-Type: ${multipart}\r\n`;
    await connection.write(`${head}Content-Length: ${length}\r\n${headers}\r\n`);
    return connection;
  }

  const head = part('f', '').slice(0, -2);
  const end = '\r\n--x--\r\n';
  const incomingBytes = () => folder.incoming().map((name) => statSync(join(folder.path, 'incoming', name)).size)[0] ?? 0;

  test('a slow file goes to the disk as it comes, and keeps nobody waiting', async () => {
    const size = 4_000_000;
    const slow = await begin(head.length + size + end.length);
    await slow.write(head + 'z'.repeat(size - 1));
    // What is not written yet would be in memory: at most what one reading takes.
    await expect.poll(incomingBytes).toBeGreaterThan(size - 200_000);
    expect(await post(form(part('f', 'meanwhile')))).toMatchObject({ status: 200 });
    await slow.write(`z${end}`);
    expect(await slow.answer()).toMatchObject({ status: 200, body: expect.stringContaining(`"fsize":${size}`) });
    expect(folder.incoming()).toEqual([]);
  });

  test('that is cut, a half file goes', async () => {
    await expectNothingStored(async () => {
      const cut = await begin(head.length + 1_000_000);
      await cut.write(head + 'z'.repeat(500_000));
      await expect.poll(incomingBytes).toBeGreaterThan(0);
      cut.socket.destroy();
      await expect.poll(folder.incoming).toEqual([]);
    });
  });

  test.each(['', 'Connection: close\r\n'])('whoever sends too much can send all of it and gets the answer (%j)', async (headers) => {
    const size = 12 * 1024 * 1024;
    const large = await begin(head.length + size, headers);
    await large.write(head);
    for (let sent = 0; sent < size; sent += 65_536) await large.write(Buffer.alloc(65_536, 'z'));
    expect(await large.answer()).toMatchObject({ status: 400, body: expect.stringContaining('"code":899003') });
    expect(folder.incoming()).toEqual([]);
  });

  test('whoever sends far too much gets the answer meanwhile', async () => {
    const announced = 64 * 1024 * 1024;
    const large = await begin(head.length + announced);
    const answered = large.answer();
    await large.write(head);
    let sent = 0;
    let answer: Awaited<typeof answered> | undefined;
    answered.then((value) => {
      answer = value;
    });
    while (!answer && sent < announced) {
      await large.write(Buffer.alloc(65_536, 'z'));
      sent += 65_536;
    }
    expect(await answered).toMatchObject({ status: 400, body: expect.stringContaining('"code":899003') });
    expect(sent).toBeGreaterThan(maxFile);
    expect(folder.incoming()).toEqual([]);
  });

  test('that stays open, what is still sent is dropped, and the next call is answered', async () => {
    const announced = 32 * 1024 * 1024;
    const large = await begin(announced);
    await large.write(head);
    for (let sent = head.length; sent < announced; sent += 65_536) await large.write(Buffer.alloc(Math.min(65_536, announced - sent), 'z'));
    expect(await large.answer()).toMatchObject({ status: 400 });
    const { Authorization } = await on.jmessage.credentials();
    await large.write(`GET /v1/users?count=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${Authorization}\r\n\r\n`);
    expect(await large.answer()).toMatchObject({ status: 200 });
  });

  test('without the right credentials or type nothing is written to the disk', async () => {
    for (const [path, authorization] of [
      ['/v1/resource?type=file', 'Basic eDp5'],
      ['/v1/resource?type=video', (await on.jmessage.credentials()).Authorization],
    ]) {
      const connection = await rawConnection(on.url);
      sockets.push(connection.socket);
      const request = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\nContent-Type: ${multipart}\r\n`;
      await connection.write(`${request}Content-Length: 1000000\r\n\r\n${head}`);
      // Answered before the body is there.
      expect(await connection.answer()).toMatchObject({ status: 400 });
      expect(folder.incoming()).toEqual([]);
    }
  });
});

test('nothing but stored files is in the folder', async () => {
  const files = readdirSync(join(folder.path, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files).toHaveLength(await stored());
  expect(readdirSync(folder.path).sort()).toEqual(['files', 'incoming']);
});
