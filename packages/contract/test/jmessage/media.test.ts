import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invalid, refused, send } from '../support/jmessage-wire.ts';
import { addressOf, download, jpg, maxFile, mediaFolder, pictures, png, recordings, upload, uploaded } from '../support/media.ts';
import { conversationMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

const folder = mediaFolder();
let on: TestServer;
beforeAll(async () => {
  on = await startTestServer({ blobs: { folder: folder.path } });
});
afterAll(async () => {
  await on.stop();
  folder.remove();
});

const sha1 = (...parts: Uint8Array[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
const mediaId = (type: string) => expect.stringMatching(new RegExp(`^diglot/${type}/[0-9A-F]{32}$`));

describe('a file', () => {
  test('comes back byte for byte, with its sums, size and name', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) >> 3));
    const answer = await uploaded(on, 'file', bytes, 'minutes.pdf');
    expect(answer).toEqual({
      media_id: mediaId('file'),
      media_crc32: crc32(bytes),
      fsize: bytes.length,
      hash: Buffer.concat([Buffer.of(0x16), sha1(bytes)]).toString('base64url'),
      fname: 'minutes.pdf',
    });
    expect(await download(on, answer.media_id)).toEqual(bytes);
  });

  test('may be empty', async () => {
    const answer = await uploaded(on, 'file', '', 'empty.txt');
    // The hash is the one that the makers of the scheme print for nothing.
    expect(answer).toMatchObject({ fsize: 0, media_crc32: 0, hash: 'Fto5o-5ea0sNMlW_75VgGJCv2AcJ', fname: 'empty.txt' });
    expect(await download(on, answer.media_id)).toHaveLength(0);
  });

  test('has a hash of blocks above 4 MB', async () => {
    const block = 4 * 1024 * 1024;
    const bytes = Buffer.alloc(block + 1, 'abc');
    expect((await uploaded(on, 'file', bytes.subarray(0, block))).hash).toMatch(/^F/);
    const expected = Buffer.concat([Buffer.of(0x96), sha1(sha1(bytes.subarray(0, block)), sha1(bytes.subarray(block)))]);
    expect((await uploaded(on, 'file', bytes)).hash).toBe(expected.toString('base64url'));
  });

  test('has at most 8 MB, to the byte', async () => {
    expect(await upload(on, 'file', Buffer.alloc(maxFile))).toMatchObject({ status: 200, body: { fsize: maxFile } });
    const answer = await upload(on, 'file', Buffer.alloc(maxFile + 1));
    expect(answer).toMatchObject(refused(899003, 400));
    expect(answer.body).toMatchObject({ error: { message: 'parameter invalid: body too large, a file has at most 8388608 bytes' } });
    expect(folder.incoming()).toEqual([]);
  });

  test.each([
    ['/home/ann/photos/图 1.jpg', '图 1.jpg'],
    ['C:\\Users\\new\\test.txt', 'test.txt'],
    ['C:/Users\\..\\x', 'x'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['a/..', 'file'],
    ['a/.', 'file'],
    ['dir/', 'file'],
    ['a\tb\u0085c\u007f', 'abc'],
    ['<script>.html', '<script>.html'],
    ['😀.png', '😀.png'],
    ['x'.repeat(255), 'x'.repeat(255)],
    [`${'deep/'.repeat(1000)}x`, 'x'],
  ])('named %j is %j', async (name, fname) => {
    expect(await uploaded(on, 'file', 'x', name)).toMatchObject({ fname });
  });

  test.each(['x'.repeat(256), '字'.repeat(86)])('with a name of more than 255 bytes is refused', async (name) => {
    const message = 'parameter invalid: filename must have at most 255 bytes as a name';
    expect(await upload(on, 'file', 'x', name)).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
    expect(folder.incoming()).toEqual([]);
  });

  test('is stored anew each time, under an id that nobody can guess', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, async () => (await uploaded(on, 'file', 'same')).media_id));
    expect(new Set(ids).size).toBe(8);
    expect(folder.incoming()).toEqual([]);
  });
});

describe('an image', () => {
  test.each(Object.entries(pictures))('of the format %s has its size, whatever its name says', async (format, bytes) => {
    const answer = await uploaded(on, 'image', bytes, 'song.mp3');
    expect(answer).toEqual({
      media_id: mediaId('image'),
      media_crc32: crc32(bytes),
      fsize: bytes.length,
      hash: expect.any(String),
      width: 64,
      height: 48,
      format,
    });
  });

  test('may have megabytes of notes before its size', async () => {
    expect(await uploaded(on, 'image', jpg(3000))).toMatchObject({ width: 64, height: 48, format: 'jpg' });
  });

  test('of four thousand million million pixels costs no more than its header', async () => {
    expect(await uploaded(on, 'image', png(2 ** 31 - 1, 2 ** 31 - 1))).toMatchObject({ width: 2 ** 31 - 1, height: 2 ** 31 - 1 });
    expect(await upload(on, 'image', png(2 ** 31, 1))).toMatchObject(invalid);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>';
  test.each<[string, Uint8Array | string]>([
    ['nothing', ''],
    ['text', 'hello'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an svg, which could run a script', svg],
    ['a voice', recordings['amr of a phone']![1]],
    ['a png that ends in its signature', pictures.png!.subarray(0, 8)],
    ['a gif without a width', Buffer.from('GIF89a\0\0\x10\0\0\0\0')],
    ['an archive', Buffer.from(`PK\x03\x04${'\0'.repeat(60)}`)],
    ['8 MB of zeros behind the signature of a jpg', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 2), Buffer.alloc(maxFile - 6)])],
  ])('that is %s is refused', async (_, bytes) => {
    const message = 'parameter invalid: filename is not an image of a known format';
    expect(await upload(on, 'image', bytes, 'a.png')).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
    expect(folder.incoming()).toEqual([]);
  });

  test('of a hundred thousand sizes is refused at once', async () => {
    const u32 = (value: number) => Buffer.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
    const sizes = Buffer.alloc(20 * 300_000, Buffer.concat([u32(20), Buffer.from('ispe\0\0\0\0'), u32(5), u32(6)]));
    const boxes = [sizes.length + 28, 'meta\0\0\0\0', sizes.length + 16, 'iprp', sizes.length + 8, 'ipco'];
    const head = boxes.map((part) => (typeof part === 'number' ? u32(part) : Buffer.from(part)));
    const started = performance.now();
    expect(await upload(on, 'image', Buffer.concat([u32(24), Buffer.from('ftypheic\0\0\0\0mif1heic'), ...head, sizes]))).toMatchObject(
      invalid,
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('can be sent as it was answered, and is seen as it was sent', async () => {
    await insertUsers(on, 'javen');
    await on.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
    const msg_body = await uploaded(on, 'image', pictures.jpg!);
    const ends = { version: 1, target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang' };
    expect(await on.jmessage.call('sendMessage', { body: { ...ends, msg_type: 'image', msg_body } })).toMatchObject({ status: 201 });
    const [message] = await conversationMessages(on, 'fang', 'javen');
    expect(message).toMatchObject({ objectName: 'JM:Image' });
    expect(JSON.parse(message!.content)).toEqual(msg_body);
  });
});

describe('a voice', () => {
  test.each(Object.entries(recordings))('%s has a format and no duration', async (_, [format, bytes]) => {
    const answer = await uploaded(on, 'voice', bytes, 'picture.png');
    expect(answer).toEqual({
      media_id: mediaId('voice'),
      media_crc32: crc32(bytes),
      fsize: bytes.length,
      hash: expect.any(String),
      format,
    });
  });

  test.each<[string, Uint8Array | string]>([
    ['nothing', ''],
    ['text', 'hello'],
    ['a picture', pictures.png!],
    ['an archive', Buffer.from(`PK\x03\x04${'\0'.repeat(60)}`)],
  ])('that is %s is refused', async (_, bytes) => {
    const message = 'parameter invalid: filename is not a voice of a known format';
    expect(await upload(on, 'voice', bytes, 'a.mp3')).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
    expect(folder.incoming()).toEqual([]);
  });
});

describe('the type', () => {
  test.each(['', '?type=', '?type=video', '?type=Image', '?type=image&type=file', '?type=%00', '?Type=image'])(
    '%j is refused',
    async (query) => {
      const form = new FormData();
      form.append('filename', new File(['x'], 'x'));
      const answer = await on.jmessage.fetch(`/v1/resource${query}`, { headers: await on.jmessage.credentials(), body: form });
      expect(answer).toMatchObject(invalid);
    },
  );
});

describe('the address of a file', () => {
  test('is one of this server', async () => {
    const { media_id } = await uploaded(on, 'file', 'x');
    expect(await addressOf(on, media_id)).toMatch(
      new RegExp(`^${on.url}/media/${on.app.key}/${media_id}\\?expires=\\d+&signature=[\\w-]{32}$`),
    );
  });

  test('is not given for an id that nobody got here, however it is made', async () => {
    const { media_id } = await uploaded(on, 'file', 'x');
    const foreign = await on.addApp();
    const ids = [
      'qiniu/image/F39AA12204DAB6A2',
      '../../etc/passwd',
      media_id.toLowerCase(),
      `${media_id}/`,
      'x'.repeat(250),
      "' or 1=1 --",
    ];
    for (const mediaId of ids) {
      const answer = await on.jmessage.call('getMedia', { query: { mediaId } });
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 899003, message: `No such media: ${mediaId}` } } });
    }
    expect(await foreign.jmessage.call('getMedia', { query: { mediaId: media_id } })).toMatchObject(refused(899003, 404));
  });

  test.each(['', '?mediaId=', '?mediaId=%00', '?mediaId=a&mediaId=b', `?mediaId=${'x'.repeat(251)}`, '?media_id=a'])(
    'needs one id that can be: %j',
    async (query) => {
      expect(await send(on.jmessage, `GET /v1/resource${query}`)).toMatchObject(invalid);
    },
  );
});

test('the same key with the same file, under whatever boundary, stores it once', async () => {
  const headers = { ...(await on.jmessage.credentials()), 'Idempotency-Key': 'photo-1' };
  const once = (name: string, bytes: string) => {
    const form = new FormData();
    form.append('filename', new File([bytes], name));
    return on.jmessage.fetch('/v1/resource?type=file', { headers, body: form });
  };
  const first = await once('a.txt', 'one');
  const second = await once('a.txt', 'one');
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(await once('a.txt', 'two')).toMatchObject(invalid);
  expect(await once('b.txt', 'one')).toMatchObject(invalid);
  expect(folder.incoming()).toEqual([]);
});

test('an upload counts against the limit before its body is read', async () => {
  const { jmessage } = await on.addApp({
    settings: { rateLimits: { enabled: true, overrides: { 'jmessage:app': { points: 1, seconds: 60 } } } },
  });
  expect(await upload({ jmessage }, 'file', 'x')).toMatchObject({ status: 200 });
  expect(await upload({ jmessage }, 'file', 'x')).toMatchObject(refused(2002, 429));
});
