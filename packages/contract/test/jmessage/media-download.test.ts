import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused } from '../support/jmessage-wire.ts';
import { addressOf, mediaFolder, pictures, recordings, uploaded } from '../support/media.ts';
import { rawConnection } from '../support/raw-connection.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const hour = 60 * 60 * 1000;
const text = '0123456789';
const folder = mediaFolder();

let on: TestServer;
let address: string;
let hash: string;
beforeAll(async () => {
  on = await startTestServer({ blobs: { folder: folder.path } });
  const file = await uploaded(on, 'file', text, '<b>图</b>.html');
  ({ hash } = file);
  address = await addressOf(on, file.media_id);
});
afterAll(async () => {
  await on.stop();
  folder.remove();
});

const get = (headers: Record<string, string> = {}, method = 'GET') => fetch(address, { method, headers });

/** An answer that is held against the document: files themselves are not in it. */
async function expectUnknown(path: string, method = 'GET'): Promise<void> {
  expect(await on.jmessage.fetch(path, { method, headers: {} })).toMatchObject(refused(899003, 404));
}

const pathOf = (url: string) => url.slice(on.url.length);

describe('a link', () => {
  test('needs no credentials, and may be used again', async () => {
    for (let time = 0; time < 2; time++) expect(await (await get()).text()).toBe(text);
  });

  test('ends after an hour', async () => {
    const { media_id } = await uploaded(on, 'file', text);
    const url = await addressOf(on, media_id);
    on.clock.advance(hour - 1);
    expect((await fetch(url)).status).toBe(200);
    on.clock.advance(1);
    await expectUnknown(pathOf(url));
    address = await addressOf(on, media_id);
  });

  test('that is changed in any way leads nowhere', async () => {
    const own = await uploaded(on, 'file', text);
    const other = await uploaded(on, 'file', 'other');
    const url = new URL(await addressOf(on, own.media_id));
    const signature = url.searchParams.get('signature')!;
    const changed = (change: (copy: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return pathOf(copy.href);
    };
    const foreign = await on.addApp();
    const set = (name: string, value: string) => changed((copy) => copy.searchParams.set(name, value));
    for (const path of [
      set('expires', String(on.clock.now() + 2 * hour)),
      set('expires', ''),
      set('expires', 'NaN'),
      set('signature', ''),
      set('signature', 'é'.repeat(16)),
      set(
        'signature',
        signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      ),
      set('signature', signature.slice(0, 31)),
      changed((copy) => copy.searchParams.append('signature', signature)),
      changed((copy) => copy.searchParams.delete('signature')),
      changed((copy) => copy.searchParams.delete('expires')),
      changed((copy) => {
        copy.pathname = copy.pathname.replace(own.media_id, other.media_id);
      }),
      changed((copy) => {
        copy.pathname = copy.pathname.replace(on.app.key, foreign.app.key);
      }),
      changed((copy) => {
        copy.pathname = copy.pathname.replace(on.app.key, 'nobody');
      }),
    ]) {
      await expectUnknown(path);
    }
  });

  test('ends with the secret of the app', async () => {
    const { app, jmessage } = await on.addApp();
    const url = await addressOf({ jmessage }, (await uploaded({ jmessage }, 'file', text)).media_id);
    expect((await fetch(url)).status).toBe(200);
    await on.ctx.db.updateTable('apps').set({ secret: 'another' }).where('id', '=', app.id).execute();
    // Secrets are remembered for a second.
    on.clock.advance(1000);
    await expectUnknown(pathOf(url));
  });

  test.each([
    '/media',
    '/media/',
    '/media/x',
    '/media/..%2f..%2fetc%2fpasswd/x',
    '/media/%00/%00?expires=1&signature=%00',
    '/media/%zz/%ff?expires=%zz',
    `/media/x/${'y'.repeat(5000)}`,
  ])('is not made by hand: %s', async (path) => {
    await expectUnknown(path);
  });

  test('that is none is refused in words of the dialect that the caller speaks', async () => {
    const answer = await fetch(`${on.url}/media`, { headers: { 'App-Key': on.app.key } });
    expect(await answer.json()).toEqual({ url: '/media', code: 1002, errorMessage: 'media unknown.' });
  });

  test.each(['..', '%2e%2e'])('leads out of nothing when its path climbs by %s', async (up) => {
    const connection = await rawConnection(on.url);
    await connection.write(`GET /media/${on.app.key}/${up}/${up}/${up}/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(await connection.answer()).toMatchObject({ status: 404, body: expect.stringContaining('899003') });
    connection.socket.destroy();
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is for reading: %s', async (method) => {
    await expectUnknown(pathOf(address), method);
  });
});

describe('an answer', () => {
  test('of a file is a download under its name, of no type that a browser shows', async () => {
    const { headers } = await get();
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '10',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
    const { media_id } = await uploaded(on, 'file', text, '<b>图</b>"; x=".html');
    const named = await fetch(await addressOf(on, media_id));
    expect(named.headers.get('content-disposition')).toMatch(/^attachment; filename=".*"; filename\*=UTF-8''b%3E.*\.html$/);
    expect(named.headers.get('content-type')).toBe('application/octet-stream');
  });

  test.each([
    ['image', pictures.jpg!, 'image/jpeg'],
    ['image', pictures.heic!, 'image/heic'],
    ['voice', recordings['mp4 of Android']![1], 'audio/mp4'],
    ['voice', recordings['amr of a phone']![1], 'audio/amr'],
  ] as const)('of an %s has the type of its bytes', async (type, bytes, contentType) => {
    const { media_id } = await uploaded(on, type, bytes, 'evil.html');
    const { headers } = await fetch(await addressOf(on, media_id));
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': contentType,
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    });
  });

  test('to HEAD has the headers alone', async () => {
    const answer = await get({}, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '10', '']);
  });

  test('is not sent again to who has it', async () => {
    for (const condition of [`"${hash}"`, `W/"${hash}"`, `"other", "${hash}"`]) {
      const answer = await get({ 'If-None-Match': condition });
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, `"${hash}"`, '']);
    }
    expect((await get({ 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=9-100', '9', 'bytes 9-9/10'],
    ['bytes=0-1,2-3', '0123', 'bytes 0-3/10'],
  ])('has the range %s', async (range, part, contentRange) => {
    const answer = await get({ Range: range });
    expect([answer.status, await answer.text()]).toEqual([206, part]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-range': contentRange, 'content-length': String(part.length) });
    const head = await get({ Range: range }, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([206, String(part.length)]);
  });

  test.each(['bytes=0-1,4-5', 'bytes=a-b', 'lines=0-1', 'bytes', `bytes=${'0-0,'.repeat(2000)}5-5`])(
    'to the range %s is the whole',
    async (range) => {
      const answer = await get({ Range: range });
      expect([answer.status, await answer.text()]).toEqual([200, text]);
    },
  );

  test('to a range beyond the end is 416', async () => {
    const answer = await get({ Range: 'bytes=10-' });
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([416, 'bytes */10', '']);
    const { media_id } = await uploaded(on, 'file', '');
    const empty = await fetch(await addressOf(on, media_id), { headers: { Range: 'bytes=0-' } });
    expect([empty.status, empty.headers.get('content-range')]).toEqual([416, 'bytes */0']);
  });

  test('continues what was begun only if it is the same', async () => {
    expect((await get({ Range: 'bytes=5-', 'If-Range': `"${hash}"` })).status).toBe(206);
    expect((await get({ Range: 'bytes=5-', 'If-Range': '"other"' })).status).toBe(200);
  });

  test('whose reader leaves harms nobody', async () => {
    const { media_id } = await uploaded(on, 'file', Buffer.alloc(8_000_000));
    const { pathname, search } = new URL(await addressOf(on, media_id));
    const connection = await rawConnection(on.url);
    await connection.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await new Promise((resolve) => connection.socket.once('data', resolve));
    connection.socket.destroy();
    expect((await get()).status).toBe(200);
  });

  test('whose bytes are gone is a fault of the server, and tells nothing', async () => {
    const { media_id } = await uploaded(on, 'file', text);
    const url = await addressOf(on, media_id);
    const id = media_id.slice(-32).toLowerCase();
    rmSync(join(folder.path, 'files', String(on.app.id), id.slice(0, 2), id));
    const answer = await on.jmessage.fetch(pathOf(url), { method: 'GET', headers: {} });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 899000, message: 'Server internal error' } } });
    expect(answer.headers.get('content-disposition')).toBeNull();
  });
});

describe('the host of a link', () => {
  const hostOf = async (host: string) => {
    const { media_id } = await uploaded(on, 'file', text);
    const connection = await rawConnection(on.url);
    const { Authorization } = await on.jmessage.credentials();
    await connection.write(`GET /v1/resource?mediaId=${media_id} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${Authorization}\r\n\r\n`);
    const { body } = await connection.answer();
    connection.socket.destroy();
    return new URL(JSON.parse(body).url).origin;
  };

  test('is that of the request', async () => {
    expect(await hostOf('im.example.com:8443')).toBe('http://im.example.com:8443');
    expect(await hostOf('im.example.com/path?query')).toBe('http://im.example.com');
  });

  test('is the public address of the server when it has one', async () => {
    const other = await startTestServer({ publicUrl: 'https://im.example.com/chat' });
    const url = await addressOf(other, (await uploaded(other, 'file', text)).media_id);
    expect(url).toMatch(/^https:\/\/im\.example\.com\/chat\/media\//);
    expect(await (await fetch(url.replace('https://im.example.com/chat', other.url))).text()).toBe(text);
    await other.stop();
  });
});
