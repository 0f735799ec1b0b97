import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invalid, json, refused, send as sendTo } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

const anna = '/v1/users/anna';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'anna', 'bert');
});
afterAll(() => on.stop());

const maxBody = 2_097_152;

const send = (method: string, path: string, body?: string | Uint8Array | ReadableStream, headers: Record<string, string> = json) =>
  sendTo(on.jmessage, `${method} ${path}`, { body, headers });

describe('body', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset:utf-8', 'Application/JSON', ''])(
    'the content type %j is JSON',
    async (type) => {
      const headers: Record<string, string> = type === '' ? {} : { 'Content-Type': type };
      expect(await send('PUT', anna, '{"nickname":"A"}', headers)).toMatchObject({ status: 204 });
      expect(await send('GET', anna, undefined, headers)).toMatchObject({ status: 200 });
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    '%s is refused',
    async (type) => {
      expect(await send('PUT', anna, '{"nickname":"A"}', { 'Content-Type': type })).toMatchObject(invalid);
    },
  );

  test('is ignored where none is documented, whatever it is', async () => {
    expect(await send('PUT', `${anna}/forbidden?disable=false`, '{broken', { 'Content-Type': 'text/plain' })).toMatchObject({
      status: 204,
    });
    expect(await send('POST', '/v1/messages/anna/1/retract', '{"username":"anna"}')).toMatchObject(refused(855003, 403));
    await insertUsers(on, 'gone');
    expect(await send('DELETE', '/v1/users/gone', '["anna"]')).toMatchObject({ status: 204 });
  });

  test.each(['', ' ', '{', '[', 'null', '"x"', '7', 'true', '[]', '[{"nickname":"A"}]', 'nickname=A'])('%j is no object', async (body) => {
    expect(await send('PUT', anna, body)).toMatchObject(invalid);
  });

  test.each(['', '{', '{}', 'null', '"anna"', '[null]', '[1]', '[[]]'])('%j is no list of users', async (body) => {
    expect(await send('POST', '/v1/users', body)).toMatchObject(invalid);
    expect(await send('POST', '/v1/users/userstat', body)).toMatchObject(invalid);
  });

  test('null is absent', async () => {
    await send('PUT', anna, '{"nickname":"kept"}');
    expect(await send('PUT', anna, '{"nickname":null,"gender":null,"extras":null}')).toMatchObject({ status: 204 });
    expect(await send('GET', anna)).toMatchObject({ body: { nickname: 'kept' } });
    expect(await send('POST', '/v1/admins', '{"username":null,"password":"pass"}')).toMatchObject(invalid);
  });

  test('types are taken as they are', async () => {
    for (const body of ['{"gender":"1"}', '{"gender":1e400}', '{"nickname":1}', '{"nickname":["A"]}', '{"extras":"{}"}'])
      expect(await send('PUT', anna, body)).toMatchObject(invalid);
  });

  test.each([
    ['nickname', 'PUT', anna, String.raw`{"nickname":"a\u0000"}`],
    ['extras', 'PUT', anna, String.raw`{"extras":{"a":["\ud800"]}}`],
    ['extras', 'PUT', anna, String.raw`{"extras":{"a\u0000":1}}`],
    [String.raw`\[0\]`, 'POST', '/v1/users', String.raw`[{"username":"a\u0000bc","password":"pass"}]`],
  ])('text that cannot be stored is refused, naming %s', async (field, method, path, body) => {
    const message = expect.stringMatching(`^parameter invalid: ${field} holds `);
    expect(await send(method, path, body)).toMatchObject({ status: 400, body: { error: { code: 899003, message } } });
  });

  test('keys of the language are ordinary keys, and nesting has an end', async () => {
    expect(await send('PUT', anna, '{"__proto__":{"nickname":1},"constructor":1}')).toMatchObject({ status: 204 });
    expect(await send('PUT', anna, `{"extras":{"deep":${'['.repeat(100)}${']'.repeat(100)}}}`)).toMatchObject(invalid);
    expect(await send('PUT', anna, `${'{"extras":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toMatchObject(invalid);
    expect(({} as { nickname?: unknown }).nickname).toBeUndefined();
  });

  test('its size is limited, whether or not it tells its length or is packed', async () => {
    const filled = (bytes: number) => `{"filler":"${'x'.repeat(bytes - 13)}"}`;
    const gzip = { ...json, 'Content-Encoding': 'gzip' };
    expect(await send('PUT', anna, filled(maxBody))).toMatchObject({ status: 204 });
    expect(await send('PUT', anna, gzipSync(filled(maxBody)), gzip)).toMatchObject({ status: 204 });
    const tooLarge = {
      status: 400,
      body: { error: { code: 899003, message: expect.stringMatching(/^parameter invalid: body too large/) } },
    };
    expect(await send('PUT', anna, filled(maxBody + 1))).toMatchObject(tooLarge);
    expect(await send('PUT', anna, new Blob([filled(maxBody + 1)]).stream())).toMatchObject(tooLarge);
    expect(await send('PUT', anna, gzipSync(filled(maxBody + 1)), gzip)).toMatchObject(tooLarge);
  });
});

test('a fault inside the server is 899000 and tells nothing', async () => {
  const broken = await startTestServer();
  await broken.server.services.db.destroy();
  const answer = await broken.jmessage.call('getUser', { path: { username: 'anna' } });
  expect(answer).toMatchObject({ status: 500 });
  expect(answer.body).toEqual({ error: { code: 899000, message: 'Server internal error' } });
  await broken.stop();
});
