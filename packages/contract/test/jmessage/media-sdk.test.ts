import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../support/jmessage-wire.ts';
import { addressOf, download, maxFile, pictures, recordings, type Uploaded, uploaded } from '../support/media.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** How an SDK writes the form around a file, byte for byte, and the name that comes of it. */
interface Habit {
  type: 'image' | 'voice' | 'file';
  contentType: string;
  before: string;
  after: string;
  headers?: Record<string, string>;
  path?: string;
  fname?: string;
}

const java = (type: Habit['type'], path: string): Habit => ({
  type,
  contentType: 'multipart/form-data; boundary=========7d4a6d158c9',
  before: `--========7d4a6d158c9\r\nContent-Disposition: form-data;name="${type}";filename="${path}"\r\nContent-Type:application/octet-stream\r\n\r\n`,
  // One line break too many.
  after: '\r\n\r\n--========7d4a6d158c9--\r\n',
  headers: { Connection: 'Keep-Alive', Charset: 'UTF-8' },
});

const guid = '6f2d6d2c-4b5e-4b1c-9c53-0d6e6c1a7f11';
const csharp = (type: Habit['type'], disposition: string): Habit => ({
  type,
  contentType: `multipart/form-data; boundary="${guid}"`,
  before: `--${guid}\r\nContent-Disposition: form-data; name=filename; ${disposition}\r\n\r\n`,
  after: `\r\n--${guid}--\r\n`,
});

const dashes = '-'.repeat(24);
const php = (type: Habit['type'], path: string): Habit => ({
  type,
  contentType: `multipart/form-data; boundary=${dashes}d74496d66958873e`,
  before: `--${dashes}d74496d66958873e\r\nContent-Disposition: form-data; name="filename"; filename="${path}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  after: `\r\n--${dashes}d74496d66958873e--\r\n`,
  headers: { 'User-Agent': 'JMessage-Api-PHP-Client', Connection: 'Keep-Alive' },
});

const hex = '0c7a5f1f3a1e4b6d9a5b8c2e7d4f6a10';
const python = (type: Habit['type'], disposition: string): Habit => ({
  type,
  contentType: `multipart/form-data; boundary=${hex}`,
  before: `--${hex}\r\nContent-Disposition: form-data; name="filename"; ${disposition}\r\n\r\n`,
  after: `\r\n--${hex}--\r\n`,
  path: '/v1/resource/',
});

const habits: [string, Habit][] = [
  ['Java, from Unix', { ...java('file', '/home/ann/photos/1.jpg'), fname: '1.jpg' }],
  ['Java, from Windows', { ...java('file', 'C:\\Users\\new\\text.txt'), fname: 'text.txt' }],
  ['Java, an image', java('image', 'D:\\a.jpg')],
  ['Java, a voice', java('voice', '/tmp/a.amr')],
  ['C#, a path', { ...csharp('file', `filename="C:\\temp\\new.txt"; filename*=utf-8''C%3A%5Ctemp%5Cnew.txt`), fname: 'new.txt' }],
  ['C#, a token', { ...csharp('file', "filename=new.txt; filename*=utf-8''new.txt"), fname: 'new.txt' }],
  ['C#, Chinese', { ...csharp('file', `filename="=?utf-8?B?5Zu+LnR4dA==?="; filename*=utf-8''%E5%9B%BE.txt`), fname: '图.txt' }],
  ['C#, an image', csharp('image', "filename=a.jpg; filename*=utf-8''a.jpg")],
  ['PHP, a path', { ...php('file', '/var/www/图 1.txt'), fname: '图 1.txt' }],
  ['PHP, a path of Windows, escaped by an old curl', { ...php('file', 'C:\\\\temp\\\\new.txt'), fname: 'new.txt' }],
  ['PHP, a quote, escaped by a new curl', { ...php('file', '/tmp/a%22b.txt'), fname: 'a%22b.txt' }],
  ['PHP, a voice', php('voice', 'a.amr')],
  ['python-new, a name', { ...python('file', 'filename="test.txt"'), fname: 'test.txt' }],
  ['python-new, Chinese, by an old requests', { ...python('file', "filename*=utf-8''%E5%9B%BE.txt"), fname: '图.txt' }],
  ['python-new, Chinese, by a new requests', { ...python('file', 'filename="图.txt"'), fname: '图.txt' }],
  ['python-new, an image', python('image', 'filename="test.jpg"')],
];

const contents = { image: pictures.jpg!, voice: recordings['amr of a phone']![1], file: Buffer.from('--a\r\n\r\n\r\n--b\0\xff', 'latin1') };

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

async function uploadAs(habit: Habit, content: Uint8Array): Promise<Uploaded> {
  const body = Buffer.concat([Buffer.from(habit.before), content, Buffer.from(habit.after)]);
  const headers = { 'Content-Type': habit.contentType, ...habit.headers };
  const answer = await send(on.jmessage, `POST ${habit.path ?? '/v1/resource'}?type=${habit.type}`, { body, headers });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Uploaded;
}

describe('an upload of', () => {
  test.each(habits)('%s', async (_, habit) => {
    const content = contents[habit.type];
    const answer = await uploadAs(habit, content);
    expect(answer).toMatchObject({ fsize: content.length, media_crc32: crc32(content) });
    expect(answer.fname).toBe(habit.fname);
    expect(await download(on, answer.media_id)).toEqual(content);
  });

  test.each([
    ['nothing', ''],
    ['one byte', 'x'],
    ['a line break', '\r\n'],
    ['half a line break', '\r'],
    ['a text that ends with a line', 'line\r\n'],
    ['what looks like an end', '\r\n--========7d4a6d158c\r\n--'],
  ])('Java loses the line break that it adds and nothing else: %s', async (_, text) => {
    const answer = await uploadAs(java('file', 'a'), Buffer.from(text));
    expect((await download(on, answer.media_id)).toString()).toBe(text);
  });

  test('Java may have 8 MB, as its own check has it, and not a byte more', async () => {
    const habit = java('file', '/tmp/large.bin');
    expect((await uploadAs(habit, Buffer.alloc(maxFile, 1))).fsize).toBe(maxFile);
    const body = Buffer.concat([Buffer.from(habit.before), Buffer.alloc(maxFile + 1, 1), Buffer.from(habit.after)]);
    const headers = { 'Content-Type': habit.contentType, ...habit.headers };
    expect(await send(on.jmessage, 'POST /v1/resource?type=file', { body, headers })).toMatchObject({ status: 400 });
  });

  test('Java in the boundary of somebody else keeps its line break', async () => {
    const { before, after, ...habit } = java('file', 'a');
    const renamed = (text: string) => text.replaceAll('========7d4a6d158c9', 'own');
    const answer = await uploadAs(
      { ...habit, contentType: 'multipart/form-data; boundary=own', before: renamed(before), after: renamed(after) },
      Buffer.from('x'),
    );
    expect((await download(on, answer.media_id)).toString()).toBe('x\r\n');
  });
});

describe('the address of a file', () => {
  test('is found by Java, with slashes as they are, and by PHP, which encodes them', async () => {
    const { media_id } = await uploaded(on, 'file', 'x');
    for (const id of [media_id, encodeURIComponent(media_id)]) {
      const answer = await send(on.jmessage, `GET /v1/resource?mediaId=${id}`);
      expect(answer).toMatchObject({ status: 200, body: { url: expect.stringContaining(media_id) } });
    }
  });

  test('is found by C#, which sends a content type and an empty body', async () => {
    const { media_id } = await uploaded(on, 'file', 'x');
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    expect(await send(on.jmessage, `GET /v1/resource?mediaId=${media_id}`, { headers })).toMatchObject({ status: 200 });
    expect(await addressOf(on, media_id)).toContain(media_id);
  });
});
