import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invalid, refused, send as sendTo } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

const anna = '/v1/users/anna';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'anna', 'bert');
});
afterAll(() => on.stop());

const send = (method: string, path: string) => sendTo(on.jmessage, `${method} ${path}`);

describe('HTTP Basic', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const call = (authorization?: string) =>
    on.jmessage.fetch(anna, { method: 'GET', headers: authorization === undefined ? {} : { Authorization: authorization } });

  test('none, and an empty header, are 899007', async () => {
    expect(await call()).toMatchObject(refused(899007, 401));
    expect(await call('')).toMatchObject(refused(899007, 401));
  });

  test('the documented answer to wrong credentials', async () => {
    const answer = await call(basic(`${on.app.key}:wrong`));
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 899008, message: 'Basic authentication failed' } } });
  });

  test.each([
    ['no credentials', () => 'Basic'],
    ['no base64', () => 'Basic !!!!'],
    ['no colon', () => basic(on.app.key)],
    ['nothing around the colon', () => basic(':')],
    ['no key', () => basic(`:${on.app.secret}`)],
    ['no secret', () => basic(`${on.app.key}:`)],
    ['the secret in another case', () => basic(`${on.app.key}:${on.app.secret.toUpperCase()}`)],
    ['as many letters, none of them ASCII', () => basic(`${on.app.key}:${'é'.repeat(on.app.secret.length)}`)],
    ['more after the secret', () => basic(`${on.app.key}:${on.app.secret}:x`)],
    ['another scheme', () => basic(`${on.app.key}:${on.app.secret}`).replace('Basic', 'Bearer')],
    ['plain text', () => `${on.app.key}:${on.app.secret}`],
  ])('%s is 899008', async (_, header) => {
    expect(await call(header())).toMatchObject(refused(899008, 401));
  });

  test('the secret of another app is 899008', async () => {
    const other = await on.addApp();
    expect(await call(basic(`${on.app.key}:${other.app.secret}`))).toMatchObject(refused(899008, 401));
  });

  test.each(['unknown', 'a b', '\0', 'é', "' or 1=1 --", 'x'.repeat(4000)])('the unknown app key %j is 899009', async (key) => {
    expect(await call(basic(`${key}:${on.app.secret}`))).toMatchObject(refused(899009, 400));
  });

  test('the key is compared without regard to case, the scheme too, and padding may be missing', async () => {
    const { key, secret } = on.app;
    for (const header of [
      basic(`${key.toUpperCase()}:${secret}`),
      basic(`${key}:${secret}`).replace('Basic', 'basic'),
      basic(`${key}:${secret}`).replace('Basic', 'BASIC '),
      basic(`${key}:${secret}`).replaceAll('=', ''),
    ])
      expect(await call(header)).toMatchObject({ status: 200 });
  });
});

describe('path and method', () => {
  test.each([anna, `${anna}/`, '//v1//users//anna//', `${anna}?x=1`, '/v1/users/%61nna'])('%s is the user', async (path) => {
    expect(await send('GET', path)).toMatchObject({ status: 200, body: { username: 'anna' } });
  });

  test.each(['/v1', '/v1/nothing', '/v2/users', '/V1/users', '/groups', `${anna}/nothing`, '/v1/%'])('%s is no path', async (path) => {
    expect(await send('GET', path)).toMatchObject(refused(899003, 404));
  });

  test('an unknown path outside of the known ones is answered in the dialect of the credentials', async () => {
    expect(await send('GET', '/nothing')).toMatchObject(refused(899003, 404));
    expect(await on.rongcloud.fetch('/nothing', {})).toMatchObject({ status: 404, body: { code: 404 } });
  });

  test.each(['/v1/users/%00', '/v1/users/%zz', '/v1/users/%ff', '/v1/users/a,b', `/v1/users/${'x'.repeat(129)}`, '/v1/users/%0a'])(
    '%s is no name',
    async (path) => {
      expect(await send('GET', path)).toMatchObject(invalid);
    },
  );

  test('a name is what the path decodes to, once', async () => {
    await insertUsers(on, 'a/b', 'a%2Fb', '..', '__proto__', 'userstat');
    for (const username of ['a/b', 'a%2Fb', '__proto__', 'userstat'])
      expect(await send('GET', `/v1/users/${encodeURIComponent(username)}`)).toMatchObject({ status: 200, body: { username } });
  });

  test.each(['abc', '0', '-1', '1.5', '1e400', '9'.repeat(20), 'true', '10000001x', '%00'])('the gid %s is not acceptable', async (gid) => {
    expect(await send('GET', `/v1/groups/${gid}`)).toMatchObject(invalid);
  });

  test.each(['GET', 'POST', 'DELETE', 'PATCH', 'OPTIONS'])('%s on a password is 405 and tells what is allowed', async (method) => {
    const answer = await send(method, `${anna}/password`);
    expect(answer).toMatchObject(refused(899003, 405));
    expect(answer.headers.get('allow')).toBe('PUT');
  });

  test('HEAD is 405 without a body', async () => {
    const answer = await fetch(on.url + anna, { method: 'HEAD' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, PUT, DELETE');
    expect(await answer.text()).toBe('');
  });
});

describe('query', () => {
  const forbid = (query: string) => send('PUT', `${anna}/forbidden${query}`);

  test('booleans are read in any case', async () => {
    for (const value of ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])
      expect(await forbid(`?disable=${value}`)).toMatchObject({ status: 204 });
  });

  test.each(['', '?disable', '?disable=', '?disable=1', '?disable=yes', '?Disable=true', '?disable=true&disable=false', '?disable=%00'])(
    'disable of %j is refused',
    async (query) => {
      expect(await forbid(query)).toMatchObject(invalid);
    },
  );

  test.each(['start=-1', 'start=1e400', 'start=a', 'start=1.5', 'start=', 'start=%zz', 'count=0', 'count=501', 'count=1&count=2'])(
    'a page of %s is refused',
    async (query) => {
      expect(await send('GET', `/v1/users?${query}`)).toMatchObject(invalid);
    },
  );

  test('what is unknown is ignored', async () => {
    expect(await send('GET', '/v1/users?__proto__=1&constructor=2&%zz=3')).toMatchObject({ status: 200 });
  });
});
