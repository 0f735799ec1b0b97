import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawConnection } from '../support/raw-connection.ts';
import { accepted, form, json, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const register = '/user/getToken.json';
const block = '/user/block.json';
const maxBody = 262_144;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const send = (path: string, body: string | Uint8Array | ReadableStream, headers: Record<string, string> = form) =>
  post(on.rongcloud, path, { body, headers });
const malformed = { status: 400, body: { code: 1002, errorMessage: expect.stringMatching(/^Malformed body: /) } };
const nested = (levels: number) => `{"userId":"ann","deep":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('JSON', () => {
  test.each(['{', '{"userId":"ann"', "{'userId':'ann'}", 'userId=ann', '[{"userId":"ann"}]', '"ann"', '7', 'null', 'true'])(
    '%s is malformed',
    async (body) => {
      expect(await send(register, body, json)).toMatchObject(malformed);
    },
  );

  test('nesting has an end', async () => {
    expect(await send(register, nested(63), json)).toMatchObject(accepted);
    expect(await send(register, nested(64), json)).toMatchObject(malformed);
    expect(await send(register, nested(100_000), json)).toMatchObject(malformed);
    expect(await send(register, '['.repeat(200_000), json)).toMatchObject(malformed);
  });

  test('null and empty text count as absent', async () => {
    expect(await send(register, '{"userId":null,"name":"x"}', json)).toMatchObject(refused(1002));
    expect(await send(register, '{"userId":""}', json)).toMatchObject({ body: { code: 1002, errorMessage: 'userId is required.' } });
    await send(register, '{"userId":"kim","name":"Kim"}', json);
    expect(await send('/user/refresh.json', '{"userId":"kim","name":"","portraitUri":null}', json)).toMatchObject(accepted);
    expect(await on.rongcloud.call('getUser', { body: { userId: 'kim' } })).toMatchObject({ body: { userName: 'Kim' } });
  });

  test('an empty list is an empty object where the document has one, also as JSON text in a parameter', async () => {
    expect(await send(register, '[]', json)).toMatchObject({ body: { code: 1002, errorMessage: 'userId is required.' } });
    const settings = '{"extras":[],"hw":[],"fcm":[]}';
    const push = `{"platform":["ios","android"],"audience":{"userid":["ann"]},"notification":{"alert":"x","ios":[],"android":${settings}}}`;
    expect(await send('/push.json', push, json)).toMatchObject(accepted);
    const nobody = '{"platform":["ios"],"audience":[],"notification":{"alert":"x"}}';
    expect(await send('/push.json', nobody, json)).toMatchObject({
      body: { errorMessage: expect.stringMatching(/^audience names nobody/) },
    });
    const message = '"fromUserId":"ann","toUserId":["bob"],"objectName":"App:X","content":"x"';
    expect(await send('/message/private/publish.json', `{${message},"expansion":true,"extraContent":"[]"}`, json)).toMatchObject(accepted);
    const room = 'chatroomId=php&entryOwnerId=ann&entryInfo=%5B%5D';
    expect(await send('/chatroom/create_new.json', room)).toMatchObject(accepted);
  });

  test('a list with something in it is no object, and no object is made of a list that the document has', async () => {
    const push = (audience: string) => send('/push.json', `{"platform":["ios"],"audience":${audience},"notification":{"alert":"x"}}`, json);
    expect(await push('[1]')).toMatchObject({ body: { code: 1002, errorMessage: 'audience must be an object.' } });
    expect(await push('{"userid":["ann"],"tag":[]}')).toMatchObject(accepted);
    expect(await send('/push.json', '{"platform":[],"audience":{"userid":["ann"]},"notification":{"alert":"x"}}', json)).toMatchObject(
      refused(1002),
    );
  });

  test('keys of the language are ordinary keys', async () => {
    const body = '{"userId":"ann","__proto__":{"name":7},"constructor":{"prototype":{"name":7}},"toString":1}';
    expect(await send(register, body, json)).toMatchObject(accepted);
    expect(await send(register, '{"__proto__":{"userId":"ann"}}', json)).toMatchObject(refused(1002));
    expect(({} as { name?: unknown }).name).toBeUndefined();
  });

  test.each([
    ['userId', String.raw`{"userId":"a\u0000"}`],
    ['name', String.raw`{"userId":"ann","name":"\ud800"}`],
    ['name', String.raw`{"userId":"ann","name":"\udc00\ud800"}`],
    ['body', String.raw`{"userId":"ann","a\u0000b":1}`],
    ['extra', String.raw`{"userId":"ann","extra":{"deep":["\u0000"]}}`],
  ])('text that cannot be stored is refused, naming %s', async (field, body) => {
    const errorMessage = expect.stringMatching(`^${field} holds `);
    expect(await send(register, body, json)).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
  });

  test('a wrong type inside a list is refused', async () => {
    expect(await send(block, '{"userId":[{"a":1}],"minute":5}', json)).toMatchObject(refused(1002));
    expect(await send(block, '{"userId":{"a":1},"minute":5}', json)).toMatchObject(refused(1002));
  });
});

describe('forms', () => {
  test.each(['userId', 'userId=', '=ann', 'userid=ann', 'userId[]=ann', '&&&', '%', 'userId&name'])('%s has no userId', async (body) => {
    expect(await send(register, body)).toMatchObject({ body: { code: 1002, errorMessage: 'userId is required.' } });
  });

  test('a parameter with one value takes no second', async () => {
    expect(await send(register, 'userId=ann&userId=bob')).toMatchObject(refused(1002));
    expect(await send(block, 'userId=ann&minute=1&minute=2')).toMatchObject(refused(1002));
  });

  test('what is not percent-encoded is kept', async () => {
    expect(await send(register, 'userId=%zz')).toMatchObject({ body: { userId: '%zz' } });
    expect(await send(register, 'userId=100%')).toMatchObject({ body: { userId: '100%' } });
    expect(await send(register, 'userId="{a}"')).toMatchObject({ body: { userId: '"{a}"' } });
  });

  test('keys of the language are ordinary keys', async () => {
    expect(await send(register, 'userId=ann&__proto__=x&__proto__[name]=x&constructor=y&hasOwnProperty=z')).toMatchObject(accepted);
    expect(({} as { name?: unknown }).name).toBeUndefined();
  });

  test('a NUL character is refused', async () => {
    expect(await send(register, 'userId=a%00b')).toMatchObject(refused(1002));
    expect(await send(register, 'userId=ann&x%00=1')).toMatchObject(refused(1002));
  });

  test.each(['1e400', '-1e400', '9'.repeat(5000), '9007199254740993', 'Infinity', 'NaN', '1.5', '-1', '0', 'true', 'five', '1,000'])(
    'minute=%s is refused',
    async (minute) => {
      const errorMessage = expect.stringMatching(/^minute /);
      expect(await send(block, `userId=ann&minute=${minute}`)).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    },
  );
});

describe('size', () => {
  const filled = (bytes: number) => `userId=ann&filler=${'x'.repeat(bytes - 'userId=ann&filler='.length)}`;
  const tooLarge = { status: 400, body: { url: register, code: 1508 } };

  test('a body of the most bytes fits, one more does not', async () => {
    expect(await send(register, filled(maxBody))).toMatchObject(accepted);
    expect(await send(register, filled(maxBody + 1))).toMatchObject(tooLarge);
  });

  test('it holds without a Content-Length', async () => {
    const inChunks = (bytes: number) => new Blob([filled(bytes)]).stream();
    expect(await send(register, inChunks(maxBody))).toMatchObject(accepted);
    expect(await send(register, inChunks(maxBody + 1))).toMatchObject(tooLarge);
  });

  test('it holds for what a packed body unpacks to', async () => {
    const headers = { ...form, 'Content-Encoding': 'gzip' };
    expect(await send(register, gzipSync(filled(maxBody)), headers)).toMatchObject(accepted);
    expect(await send(register, gzipSync(filled(maxBody + 1)), headers)).toMatchObject(tooLarge);
    expect(await send(register, gzipSync(Buffer.alloc(50_000_000)), headers)).toMatchObject(tooLarge);
  });

  test('a body that does not unpack, or is packed in an unknown way, is refused', async () => {
    expect(await send(register, 'userId=ann', { ...form, 'Content-Encoding': 'gzip' })).toMatchObject(refused(1002));
    expect(await send(register, 'userId=ann', { ...form, 'Content-Encoding': 'lzma' })).toMatchObject(refused(1002));
  });

  test('many keys and many values are refused', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}=1`).join('&');
    expect(await send(register, `userId=ann&${keys}`)).toMatchObject(refused(1002));
    expect(await send(block, `minute=1${'&userId=a'.repeat(20_000)}`)).toMatchObject(refused(1002));
    const recipients = '&toUserId=a'.repeat(180_000);
    expect(await send('/message/private/publish.json', `fromUserId=a&objectName=x&content=x${recipients}`)).toMatchObject(refused(1002));
    expect(await send('/user/deactivate.json', `userId=${'a,'.repeat(130_000)}`)).toMatchObject(refused(1002));
  });

  const wrong = { 'App-Key': 'nobody' };
  const packed = { 'Content-Encoding': 'lzma' };

  test.each([
    ['too large', register, {}, '"code":1508'],
    ['without credentials', register, wrong, '"code":1002'],
    ['for an unknown path', '/nowhere', {}, '"code":404'],
    ['packed in an unknown way', register, packed, '"code":1002'],
  ])('a body %s can be sent whole before the answer closes the connection', async (_, path, change, code) => {
    const { socket, write, answer } = await rawConnection(on.url);
    const headers = { ...form, ...(await on.rongcloud.credentials()), ...change, 'Content-Length': 12 * 1024 * 1024, Connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    await write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${lines.join('')}\r\n`);
    for (let sent = 0; sent < headers['Content-Length']; sent += 65_536) await write(Buffer.alloc(65_536, 'z'));
    expect(await answer()).toMatchObject({ body: expect.stringContaining(code) });
    socket.destroy();
  });

  test('a caller that goes away in the middle harms nobody', async () => {
    const { port } = new URL(on.url);
    const headers = Object.entries(await on.rongcloud.credentials()).map(([name, value]) => `${name}: ${value}`);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write([`POST ${register} HTTP/1.1`, 'Host: x', ...headers, 'Content-Length: 100', '', 'userId=half'].join('\r\n'));
    await new Promise<void>((resolve) => socket.end(resolve));
    expect(await send(register, 'userId=ann')).toMatchObject(accepted);
    expect(await on.rongcloud.call('getUser', { body: { userId: 'half' } })).toMatchObject(refused(1002));
  });
});

test('a fault inside the server is 1000 and tells nothing', async () => {
  const broken = await startTestServer();
  await broken.ctx.db.schema.dropTable('users').cascade().execute();
  const answer = await broken.rongcloud.call('getUser', { body: { userId: 'ann' } });
  expect(answer).toMatchObject({ status: 500 });
  expect(answer.body).toEqual({ url: '/user/info.json', code: 1000, errorMessage: 'Internal logic error.' });
  await broken.stop();
});
