import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, form, json, post, refused, signed } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const register = '/user/getToken.json';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const renamed = (headers: Record<string, string>, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [rename(name), value]));

const send = (path: string, body: string | Uint8Array, headers?: Record<string, string>) =>
  post(on.rongcloud, path, { body, ...(headers && { headers }) });

describe('signature', () => {
  const call = (headers: Record<string, string>) => on.rongcloud.fetch(register, { headers: { ...form, ...headers }, body: 'userId=ann' });

  test('the published example is right', async () => {
    const { app } = await on.addApp({ secret: 'Y1W2MeFwwwRxa0' });
    const headers = { 'App-Key': app.key, Nonce: '14314', Timestamp: '1408710653000' };
    expect(await call({ ...headers, Signature: '30be0bbca9c9b2e27578701e9fda2358a814c88f' })).toMatchObject(accepted);
  });

  test.each([
    ['milliseconds', '14314', '1408710653000'],
    ['seconds', '14314', '1408710653'],
    ['a nonce with a dot, longer than 18 characters', '835437.12345678912', '1408710653'],
    ['a nonce of 19 digits', '5577006791947779410', '1408710653'],
    ['a nonce of letters', 'a-z_A-Z', '0'],
    ['a timestamp that is no number', '1', 'now'],
  ])('takes %s', async (_, nonce, timestamp) => {
    expect(await call(signed(on.app, nonce, timestamp))).toMatchObject(accepted);
  });

  test('the same nonce proves any number of calls', async () => {
    const headers = signed(on.app, '1', '1');
    for (let time = 0; time < 3; time++) expect(await call(headers)).toMatchObject(accepted);
  });

  test('header names are plain or have the prefix RC-, in any case', async () => {
    const headers = signed(on.app, '1', '1');
    expect(await call(renamed(headers, (name) => `RC-${name}`))).toMatchObject(accepted);
    expect(await call(renamed(headers, (name) => `rc-${name.toLowerCase()}`))).toMatchObject(accepted);
    expect(await call(renamed(headers, (name) => name.toUpperCase()))).toMatchObject(accepted);
  });

  test('a signature may be in upper case, but has 40 digits', async () => {
    const headers = signed(on.app, '1', '1');
    expect(await call({ ...headers, Signature: headers.Signature!.toUpperCase() })).toMatchObject(accepted);
    expect(await call({ ...headers, Signature: `${headers.Signature}zz` })).toMatchObject(refused(1004, 401));
    expect(await call({ ...headers, Signature: headers.Signature!.slice(0, 39) })).toMatchObject(refused(1004, 401));
    expect(await call({ ...headers, Signature: 'none' })).toMatchObject(refused(1004, 401));
    expect(await call({ ...headers, Signature: 'é'.repeat(40) })).toMatchObject(refused(1004, 401));
  });

  test.each(['Nonce', 'Timestamp', 'Signature'])('a call without %s, or with an empty one, is 1004', async (name) => {
    const { [name]: _, ...headers } = signed(on.app, '1', '1');
    expect(await call(headers)).toMatchObject(refused(1004, 401));
    expect(await call({ ...headers, [name]: '' })).toMatchObject(refused(1004, 401));
  });

  test('a wrong secret, and the secret of another app, are 1004', async () => {
    const other = await on.addApp();
    expect(await call(signed({ ...on.app, secret: 'wrong' }, '1', '1'))).toMatchObject(refused(1004, 401));
    expect(await call(signed({ ...on.app, secret: other.app.secret }, '1', '1'))).toMatchObject(refused(1004, 401));
  });

  test('no App-Key, and an unknown one, are 1002', async () => {
    const { 'App-Key': _, ...headers } = signed(on.app, '1', '1');
    const invalid = { status: 400, body: { url: register, code: 1002, errorMessage: 'invalid App-Key.' } };
    expect(await call(headers)).toMatchObject(invalid);
    expect(await call({ ...headers, 'App-Key': 'unknown' })).toMatchObject(invalid);
    expect(await call({ ...headers, 'App-Key': "' or 1=1 --" })).toMatchObject(invalid);
  });
});

describe('path and method', () => {
  test.each([
    '/user/nothing.json',
    '/user/getToken',
    '/user/getToken.xml',
    '/USER/getToken.json',
    '/user/getToken.json;v=1',
    '/user/getToken.json%00',
    '/user/%zz.json',
    '/%ff.json',
    '/%',
    `/${'a'.repeat(10_000)}.json`,
  ])('%s is no API', async (path) => {
    const answer = await send(path, 'userId=ann');
    expect(answer).toMatchObject({ status: 404, body: { url: path, code: 404, errorMessage: 'Not a valid API.' } });
  });

  test('a path beyond 16 KiB is refused before it is looked at', async () => {
    expect((await fetch(`${on.url}/${'a'.repeat(20_000)}.json`, { method: 'POST' })).status).toBe(431);
    expect(await send(register, 'userId=ann')).toMatchObject(accepted);
  });

  test('an unknown path is told apart before credentials are', async () => {
    expect(await on.rongcloud.fetch('/user/nothing.json', {})).toMatchObject(refused(404, 404));
  });

  test('repeated slashes and a query are ignored', async () => {
    expect(await send('//user//getToken.json', 'userId=ann')).toMatchObject(accepted);
    expect(await send(`${register}?userId=bob&x=%zz`, 'userId=ann')).toMatchObject({ body: { userId: 'ann' } });
    expect(await send(`${register}?userId=bob`, '')).toMatchObject(refused(1002));
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is 405 and tells what is allowed', async (method) => {
    const answer = await on.rongcloud.fetch(register, { method });
    expect(answer).toMatchObject({ status: 405, body: { url: register, code: 405 } });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test('HEAD is 405 without a body', async () => {
    const answer = await fetch(on.url + register, { method: 'HEAD' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(await answer.text()).toBe('');
  });
});

describe('request id', () => {
  const idOf = async (sent?: string) => {
    const answer = await on.rongcloud.fetch('/none.json', { headers: sent === undefined ? {} : { 'X-Request-ID': sent } });
    return answer.headers.get('x-request-id');
  };

  test('one of up to 36 visible characters comes back', async () => {
    for (const id of ['1', 'f47ac10b58cc4372a5670e02b2c3d479', 'f47ac10b-58cc-4372-a567-0e02b2c3d479']) expect(await idOf(id)).toBe(id);
  });

  test('without one, or with one that cannot be taken, each call gets its own', async () => {
    const ids = [await idOf(), await idOf(), await idOf('x'.repeat(37)), await idOf('a b'), await idOf('é')];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('content type', () => {
  test.each([
    ['a form', 'userId=ann', form],
    ['a form with a charset', 'userId=ann', { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' }],
    ['a form in capitals', 'userId=ann', { 'Content-Type': 'Application/X-WWW-Form-Urlencoded' }],
    ['a form without a type', 'userId=ann', {}],
    ['JSON', '{"userId":"ann"}', json],
    ['JSON with a charset', '{"userId":"ann"}', { 'Content-Type': 'application/json;charset=utf-8' }],
    ['a packed form', gzipSync('userId=ann'), { ...form, 'Content-Encoding': 'gzip' }],
    ['packed JSON', gzipSync('{"userId":"ann"}'), { ...json, 'Content-Encoding': 'gzip' }],
  ])('a form operation takes %s', async (_, body, headers) => {
    expect(await send(register, body, headers)).toMatchObject({ status: 200, body: { userId: 'ann' } });
  });

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'nonsense'])('%s is refused', async (type) => {
    expect(await send(register, 'userId=ann', { 'Content-Type': type })).toMatchObject(refused(1002));
  });

  test('a JSON operation takes no form', async () => {
    expect(await send('/user/tag/set.json', 'userId=ann&tags=a')).toMatchObject(refused(1002));
  });

  test.each(['/user/block/query.json', '/user/deactivate/query.json'])('%s takes nothing at all', async (path) => {
    expect(await send(path, '')).toMatchObject(accepted);
    expect(await send(path, '', {})).toMatchObject(accepted);
    expect(await send(path, '', json)).toMatchObject(accepted);
    expect(await on.rongcloud.fetch(path, { headers: await on.rongcloud.credentials() })).toMatchObject(accepted);
  });
});
