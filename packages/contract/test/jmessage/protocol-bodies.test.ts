import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toWire } from '../../../server/src/jmessage/message-body.ts';
import { invalid, json, refused, send as sendTo } from '../support/jmessage-wire.ts';
import { conversationMessages } from '../support/messages.ts';
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

  test.each(['', ' ', '{', '[', 'null', '"x"', '7', 'true', '[{"nickname":"A"}]', 'nickname=A'])('%j is no object', async (body) => {
    expect(await send('PUT', anna, body)).toMatchObject(invalid);
  });

  test.each(['', '{', '{}', 'null', '"anna"', '[null]', '[1.5]', '[["anna"]]'])('%j is no list of users', async (body) => {
    expect(await send('POST', '/v1/users', body)).toMatchObject(invalid);
    expect(await send('POST', '/v1/users/userstat', body)).toMatchObject(invalid);
  });

  test('null is absent', async () => {
    await send('PUT', anna, '{"nickname":"kept"}');
    expect(await send('PUT', anna, '{"nickname":null,"gender":null,"extras":null}')).toMatchObject({ status: 204 });
    expect(await send('GET', anna)).toMatchObject({ body: { nickname: 'kept' } });
    expect(await send('POST', '/v1/admins', '{"username":null,"password":"pass"}')).toMatchObject(invalid);
  });

  const sending = '"version":1,"from_type":"user","from_id":"anna","target_type":"single","target_id":"bert"';
  const place = '"media_id":"m","media_crc32":1,"fsize":2';
  const lastBody = async () => toWire((await conversationMessages(on, 'anna', 'bert')).at(-1)!).msg_body;

  test.each([
    ['text', '{"text":"Hi","extras":[]}', { text: 'Hi', extras: {} }],
    ['voice', `{${place},"duration":1,"extras":[]}`, { extras: {} }],
    ['location', '{"latitude":1,"longitude":2,"scale":3,"label":"x","extras":[]}', { scale: 3, extras: {} }],
    ['custom', '[]', {}],
    ['custom', '{"list":[],"extras":[]}', { list: [], extras: [] }],
  ])('an empty list is an empty object in a message of type %s where objects are documented: %s', async (msg_type, msg_body, stored) => {
    const body = `{${sending},"notification":[],"msg_type":"${msg_type}","msg_body":${msg_body}}`;
    expect(await send('POST', '/v1/messages', body)).toMatchObject({ status: 201 });
    expect(await lastBody()).toMatchObject(stored);
    expect((await conversationMessages(on, 'anna', 'bert')).at(-1)!.options.notification).toEqual({});
  });

  test('an empty list is an empty object in users and settings, and as a whole body', async () => {
    await send('PUT', anna, '{"nickname":"kept","extras":{"a":1}}');
    expect(await send('PUT', anna, '{"extras":[]}')).toMatchObject({ status: 204 });
    expect(await send('PUT', anna, '[]')).toMatchObject({ status: 204 });
    expect(await send('GET', anna)).toMatchObject({ body: { nickname: 'kept', extras: {} } });
    const account = (username: string) => `{"username":"${username}","password":"pass","extras":[]}`;
    expect(await send('POST', '/v1/users', `[${account('php1')}]`)).toMatchObject({ status: 201, body: [{ username: 'php1' }] });
    expect(await send('POST', '/v1/admins', account('php2'))).toMatchObject({ status: 201 });
    expect(await send('POST', '/v1/admins', `[${account('php3')}]`)).toMatchObject({ status: 201 });
    for (const username of ['php1', 'php2', 'php3'])
      expect(await send('GET', `/v1/users/${username}`)).toMatchObject({ body: { extras: {} } });
    const quiet = '{"single":[],"group":[],"global":1}';
    expect(await send('POST', `${anna}/nodisturb`, quiet)).toMatchObject({ status: 204 });
    const crossQuiet = (entry: string) => send('POST', `/v1/cross${anna.slice(3)}/nodisturb`, entry);
    for (const entry of ['{"appkey":"KEY","single":[]}', '[{"appkey":"KEY","group":[]}]', '[[{"appkey":"KEY","group":[]}]]'])
      expect(await crossQuiet(entry.replace('KEY', on.app.key))).toMatchObject({ status: 204 });
  });

  test('a list with something in it is no object, and an empty one stays a list where lists are documented', async () => {
    expect(await send('PUT', anna, '{"extras":[1]}')).toMatchObject(invalid);
    expect(await send('PUT', anna, '{"extras":[[]]}')).toMatchObject(invalid);
    expect(await send('POST', '/v1/users', '[{"username":"php4","password":"pass","extras":[1]}]')).toMatchObject({ status: 400 });
    expect(await send('POST', '/v1/admins', '[]')).toMatchObject(invalid);
    const group = '{"owner_username":"anna","name":"php","members_username":[]}';
    expect(await send('POST', '/v1/groups', group)).toMatchObject({ status: 201, body: { members_username: [] } });
  });

  test.each([
    ['text', '{"text":"Hi","extras":null}', { text: 'Hi' }],
    ['image', `{${place},"width":1,"height":1,"format":null,"hash":null,"extras":null}`, { width: 1, height: 1 }],
    ['voice', `{${place},"duration":1,"hash":null,"format":null}`, { duration: 1 }],
    ['file', `{${place},"fname":"f","hash":null,"format":null}`, { fname: 'f' }],
    ['location', '{"latitude":1,"longitude":2,"scale":3,"label":"x","extras":null}', { latitude: 1, longitude: 2, scale: 3, label: 'x' }],
    ['video', `{"duration":1,"video":{${place},"fname":"f"},"thumb":null,"extras":null}`, { duration: 1 }],
    ['video', `{"duration":1,"video":{${place},"fname":"f"},"thumb":{${place},"width":1,"height":1,"format":null}}`, { duration: 1 }],
  ])('null counts as absent in a message of type %s: %s', async (msg_type, msg_body, stored) => {
    const body = `{${sending},"notification":{"title":null,"alert":null},"msg_type":"${msg_type}","msg_body":${msg_body}}`;
    expect(await send('POST', '/v1/messages', body)).toMatchObject({ status: 201 });
    expect(await lastBody()).toMatchObject(stored);
    expect(JSON.stringify(await lastBody())).not.toContain('null');
    expect((await conversationMessages(on, 'anna', 'bert')).at(-1)!.options.notification).toEqual({});
  });

  test.each([
    ['custom', '{"text":null,"hash":null,"extras":null,"own":[null]}'],
    ['text', '{"text":"Hi","extras":{"a":null,"b":[null,{"c":null}]},"own":null}'],
    ['image', `{${place},"width":1,"height":1,"own":null,"extras":{"hash":null}}`],
  ])('null is kept in what is of the own app in a message of type %s: %s', async (msg_type, msg_body) => {
    expect(await send('POST', '/v1/messages', `{${sending},"msg_type":"${msg_type}","msg_body":${msg_body}}`)).toMatchObject({
      status: 201,
    });
    expect(await lastBody()).toEqual(JSON.parse(msg_body));
  });

  test('null is no value of a field that is required', async () => {
    for (const [msg_type, msg_body] of [
      ['text', '{"text":null}'],
      ['video', `{"duration":1,"video":{${place},"fname":null}}`],
      ['video', '{"duration":1,"video":null}'],
      ['custom', 'null'],
    ])
      expect(await send('POST', '/v1/messages', `{${sending},"msg_type":"${msg_type}","msg_body":${msg_body}}`)).toMatchObject(invalid);
  });

  test('types are taken as they are', async () => {
    for (const body of ['{"gender":"1"}', '{"gender":1e400}', '{"nickname":1.5}', '{"nickname":["A"]}', '{"extras":"{}"}'])
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
  await broken.ctx.db.schema.dropTable('users').cascade().execute();
  const answer = await broken.jmessage.call('getUser', { path: { username: 'anna' } });
  expect(answer).toMatchObject({ status: 500 });
  expect(answer.body).toEqual({ error: { code: 899000, message: 'Server internal error' } });
  await broken.stop();
});
