import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form, json } from './support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const register = '/user/getToken.json';
const formIn = (charset: string) => ({ 'Content-Type': `application/x-www-form-urlencoded; charset=${charset}` });
const jsonIn = (charset: string) => ({ 'Content-Type': `application/json; charset=${charset}` });

const post = async (body: string | Buffer, headers: Record<string, string> = form, path = register) =>
  on.rongcloud.fetch(path, { headers: { ...(await on.rongcloud.credentials()), ...headers }, body: Buffer.from(body) });
const toJmessage = async (target: string, body?: string | Buffer, headers: Record<string, string> = json) => {
  const [method = '', path = ''] = target.split(' ');
  const content = body !== undefined && { body: Buffer.from(body) };
  return on.jmessage.fetch(path, { method, headers: { ...(await on.jmessage.credentials()), ...headers }, ...content });
};

/** 你 and 我 in GBK. */
const [you, me] = [Buffer.from([0xc4, 0xe3]), Buffer.from([0xce, 0xd2])];
const around = (before: string, bytes: Buffer, after: string) => Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
const registered = (userId: string) => ({ status: 200, body: { code: 200, userId } });
const notText = (field: string, charset = 'UTF-8') => ({ status: 400, body: { code: 1002, errorMessage: `${field} is not ${charset}.` } });
const notTextThere = (field: string) => ({
  status: 400,
  body: { error: { code: 899003, message: `parameter invalid: ${field} is not UTF-8` } },
});

describe('bytes that are no UTF-8 are refused, and the field is named', () => {
  test.each(['%C4%E3', '%CE%D2', '%ff%fe', '%ED%A0%80', '%F4%90%80%80', '%C0%80', 'a%E4%BD', '%C4%E3%zz'])(
    'in a form: %s',
    async (bytes) => {
      expect(await post(`userId=${bytes}`)).toMatchObject(notText('userId'));
      expect(await post(`userId=ann&unknown=${bytes}`)).toMatchObject(notText('unknown'));
      expect(await post(`userId=ann&${bytes}=1`)).toMatchObject(notText('body'));
    },
  );

  test('in a form, as they are', async () => {
    expect(await post(around('userId=', you, '&name=x'))).toMatchObject(notText('userId'));
    expect(await post(around('userId=ann&name=', me, '%E4%BD%A0'))).toMatchObject(notText('name'));
  });

  test('in JSON', async () => {
    const ff = Buffer.from([0xff]);
    expect(await post(around('{"userId":"', ff, '"}'), json)).toMatchObject(notText('userId'));
    expect(await post(around('{"userId":"\ufffd","x":{"y":["', ff, '"]}}'), json)).toMatchObject(notText('x'));
    expect(await post(around('{"userId":"ann","', ff, '":1}'), json)).toMatchObject(notText('body'));
    expect(await post(around('{"userId":', ff, '}'), json)).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await toJmessage('PUT /v1/users/anna', around('{"nickname":"', you, '"}'))).toMatchObject(notTextThere('nickname'));
    expect(await toJmessage('POST /v1/users', around('[{"username":"anna","password":"', ff, '"}]'))).toMatchObject(notTextThere('[0]'));
    const headers = { ...(await on.admin.credentials()), ...json };
    const app = await on.admin.fetch('/admin/v1/apps', { headers, body: around('{"name":"', ff, '"}') });
    expect(app).toMatchObject({ status: 400, body: { error: { code: 'field_invalid', field: 'name' } } });
  });

  test('in the name of a file', async () => {
    const boundary = 'xxxxxx';
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="filename"; filename="`;
    const body = around(part, you, `.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--${boundary}--\r\n`);
    const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Encoding': 'UTF-8' };
    const answer = await toJmessage('POST /v1/resource?type=file', body, headers);
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(/file name that is not UTF-8$/) } } });
  });

  test('in a query string', async () => {
    expect(await toJmessage('GET /v1/users?start=%C4%E3&count=1')).toMatchObject(notTextThere('start'));
    expect(await toJmessage('GET /v1/users?start=0&count=1&x=%ff')).toMatchObject(notTextThere('x'));
  });

  test('in credentials', async () => {
    const Authorization = `Basic ${around('', you, `:${on.app.secret}`).toString('base64')}`;
    const answer = await on.jmessage.fetch('/v1/users/anna', { method: 'GET', headers: { Authorization } });
    expect(answer).toMatchObject(notTextThere('Authorization'));
    const headers = { ...(await on.rongcloud.credentials()), ...form, 'App-Key': 'Ã¤' };
    const answered = await on.rongcloud.fetch(register, { headers, body: 'userId=ann' });
    expect(answered).toMatchObject({ status: 400, body: { code: 1002, errorMessage: 'invalid App-Key.' } });
  });

  test('and a replacement character that was sent as such is a character', async () => {
    expect(await post('userId=%EF%BF%BD')).toMatchObject(registered('\ufffd'));
    expect(await post('{"userId":"\ufffd"}', json)).toMatchObject(registered('\ufffd'));
  });
});

describe('a charset that is declared is read', () => {
  test.each(['gbk', 'GB2312', 'gb18030', '"GBK"'])('%s in a form, percent-encoded or not, and in JSON', async (charset) => {
    expect(await post('userId=%C4%E3', formIn(charset))).toMatchObject(registered('你'));
    expect(await post(around('userId=', you, '%CE%D2'), formIn(charset))).toMatchObject(registered('你我'));
    expect(await post(around('{"userId":"', me, '"}'), jsonIn(charset))).toMatchObject(registered('我'));
    expect(await post('userId=%ff', formIn(charset))).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await post(around('{"userId":"', Buffer.from([0xff]), '"}'), jsonIn(charset))).toMatchObject({
      status: 400,
      body: { code: 1002 },
    });
  });

  test.each([
    ['big5', '%A7%41', '你'],
    ['shift_jis', '%82%A0', 'あ'],
    ['euc-kr', '%B0%A1', '가'],
    ['ISO-8859-1', '%E9', 'é'],
    ['us-ascii', 'abc', 'abc'],
  ])('%s', async (charset, bytes, text) => {
    expect(await post(`userId=${bytes}`, formIn(charset))).toMatchObject(registered(text));
  });

  test('UTF-16, with or without a byte order mark', async () => {
    const wide = (text: string) => Buffer.from(text, 'utf16le');
    for (const mark of ['', '\ufeff']) {
      expect(await post(wide(`${mark}{"userId":"你"}`), jsonIn('utf-16'))).toMatchObject(registered('你'));
      expect(await post(wide(`${mark}userId=%E4%BD%A0我`), formIn('utf-16'))).toMatchObject(registered('你我'));
      expect(await post(wide(`${mark}{"userId":"你"}`).swap16(), jsonIn('utf-16be'))).toMatchObject(registered('你'));
    }
    expect(await post(Buffer.concat([wide('userId='), Buffer.from([0, 0xd8, 0x41, 0])]), formIn('utf-16'))).toMatchObject(
      notText('body', 'UTF-16LE'),
    );
  });

  test.each(['klingon', 'x-user-defined-2', 'cp0'])('%s, which nobody knows, is refused as unsupported', async (charset) => {
    const errorMessage = `charset ${charset} is not supported, use utf-8.`;
    expect(await post('userId=ann', formIn(charset))).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await post('{"userId":"ann"}', jsonIn(charset))).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await toJmessage('POST /v1/users', '[]', jsonIn(charset))).toMatchObject({ status: 400, body: { error: { code: 899003 } } });
  });

  test.each(['utf-8', 'UTF8', '"utf-8"', "'UTF-8'", ''])('the charset %j is UTF-8', async (charset) => {
    expect(await post('userId=%E4%BD%A0', formIn(charset))).toMatchObject(registered('你'));
    expect(await post('{"userId":"你"}', { 'Content-Type': `application/json;charset:${charset}` })).toMatchObject(registered('你'));
  });
});

describe('a byte order mark', () => {
  const mark = '\ufeff';

  test('before a body is dropped', async () => {
    expect(await post(`${mark}{"userId":"ann"}`, json)).toMatchObject(registered('ann'));
    expect(await post(`${mark}userId=ann`)).toMatchObject(registered('ann'));
    expect(await toJmessage('PUT /v1/users/ann', `${mark}{"nickname":"A"}`)).toMatchObject({ status: 204 });
    expect(await post(mark, json)).toMatchObject({ status: 400, body: { errorMessage: 'userId is required.' } });
  });

  test('inside of a value is a character', async () => {
    expect(await post('userId=%EF%BB%BFann')).toMatchObject(registered(`${mark}ann`));
    expect(await post(`userId=${mark}ann`)).toMatchObject(registered(`${mark}ann`));
    expect(await post(`{"userId":"${mark}ann"}`, json)).toMatchObject(registered(`${mark}ann`));
    expect(await post(`${mark}${mark}userId=ann`)).toMatchObject({ status: 400, body: { errorMessage: 'userId is required.' } });
  });
});

describe('Content-Encoding', () => {
  const packed = (encoding: string) => ({ ...form, 'Content-Encoding': encoding });

  beforeAll(() => toJmessage('POST /v1/users', '[{"username":"anna","password":"pass"}]'));

  test.each(['UTF-8', 'utf8', 'identity', 'Identity', 'none', '', 'identity, UTF-8'])('%j packs nothing', async (encoding) => {
    expect(await post('userId=ann', packed(encoding))).toMatchObject(registered('ann'));
    expect(await toJmessage('PUT /v1/users/anna', '{"nickname":"A"}', { ...json, 'Content-Encoding': encoding })).toMatchObject({
      status: 204,
    });
    const body = new FormData();
    body.append('filename', new File(['hello'], 'a.txt'));
    const headers = { ...(await on.jmessage.credentials()), 'Content-Encoding': encoding };
    expect(await on.jmessage.fetch('/v1/resource?type=file', { headers, body })).toMatchObject({ status: 200 });
  });

  test.each(['gzip', 'x-gzip', 'GZIP', 'X-GZip', 'gzip, identity', 'UTF-8, gzip'])('%s is gzip', async (encoding) => {
    expect(await post(gzipSync('userId=ann'), packed(encoding))).toMatchObject(registered('ann'));
    expect(await post(gzipSync(Buffer.alloc(20_000_000)), packed(encoding))).toMatchObject({ status: 400, body: { code: 1508 } });
    expect(await post('userId=ann', packed(encoding))).toMatchObject({ status: 400, body: { code: 1002 } });
  });

  test.each(['lzma', 'x-compress', 'gzip, gzip', 'utf-9', 'zip'])('%s is refused', async (encoding) => {
    expect(await post(gzipSync('userId=ann'), packed(encoding))).toMatchObject({ status: 400, body: { code: 1002 } });
  });
});
