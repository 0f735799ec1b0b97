import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { credentialHeaders, exampleInput, loadApi } from '../../src/index.ts';
import { urlOf } from '../../src/request.ts';
import { refused } from '../support/admin-wire.ts';
import { adminKey, startTestServer, type TestServer } from '../support/server.ts';

const apps = '/admin/v1/apps';
const minute = 60_000;
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());
// Wrong keys of one test shall not count in the next.
beforeEach(() => on.clock.advance(minute));

const list = (authorization?: string) =>
  on.admin.fetch(apps, { method: 'GET', headers: authorization === undefined ? {} : { Authorization: authorization } });
const right = () => list(`Bearer ${adminKey}`);
const wrong = () => list('Bearer wrong');

describe('the admin key', () => {
  test('opens, the scheme in any case', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER ']) expect(await list(`${scheme} ${adminKey}`)).toMatchObject({ status: 200 });
  });

  test('missing is 401, and the answer names the scheme', async () => {
    for (const answer of [await list(), await list('')]) {
      expect(answer).toMatchObject(refused('key_missing', 401));
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test.each([
    ['another key', 'Bearer wrong'],
    ['the beginning of the key', `Bearer ${adminKey.slice(0, -1)}`],
    ['more than the key', `Bearer ${adminKey}x`],
    ['the key in another case', `Bearer ${adminKey.toUpperCase()}`],
    ['as many letters, none of them ASCII', `Bearer ${'é'.repeat(adminKey.length)}`],
    ['two keys', `Bearer ${adminKey} ${adminKey}`],
    ['no key', 'Bearer'],
    ['the key alone', adminKey],
    ['another scheme', `Token ${adminKey}`],
    ['the key in HTTP Basic', basic('admin', adminKey)],
  ])('is not %s', async (_, authorization) => {
    const answer = await list(authorization);
    expect(answer).toMatchObject(refused('key_wrong', 401));
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('is nowhere in an answer', async () => {
    for (const { headers, body } of [await right(), await wrong(), await list()])
      expect(JSON.stringify([body, ...headers])).not.toContain(adminKey);
  });
});

describe('too many wrong keys', () => {
  const tooMany = refused('too_many_wrong_keys', 429);
  const wrongTimes = async (times: number) => {
    for (let time = 0; time < times; time++) expect(await wrong()).toMatchObject(refused('key_wrong', 401));
  };

  test('from an address close the API to it for a minute, also for the right key', async () => {
    await wrongTimes(20);
    const answer = await wrong();
    expect(answer).toMatchObject(tooMany);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(await right()).toMatchObject(tooMany);
    on.clock.advance(minute - 1);
    expect(await right()).toMatchObject(tooMany);
    on.clock.advance(1);
    expect(await right()).toMatchObject({ status: 200 });
  });

  test('are not reached by calls that are refused for that, nor by right or missing keys', async () => {
    await wrongTimes(19);
    for (let time = 0; time < 30; time++) expect(await right()).toMatchObject({ status: 200 });
    for (let time = 0; time < 30; time++) expect(await list()).toMatchObject(refused('key_missing', 401));
    await wrongTimes(1);
    on.clock.advance(minute / 2);
    for (let time = 0; time < 30; time++) expect(await wrong()).toMatchObject(tooMany);
    on.clock.advance(minute / 2);
    expect(await right()).toMatchObject({ status: 200 });
  });

  test('from before the clock was set back by an hour lock nobody out', async () => {
    await wrongTimes(20);
    expect(await right()).toMatchObject(tooMany);
    on.clock.advance(-60 * minute);
    expect(await right()).toMatchObject({ status: 200 });
    await wrongTimes(20);
    expect((await right()).headers.get('retry-after')).toBe('60');
  });

  test('at the same moment are no more than 20', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, wrong));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
  });

  test('close nothing to other addresses, nor the dialects', async () => {
    await wrongTimes(20);
    expect(await right()).toMatchObject(tooMany);
    expect(await statusFrom('127.0.0.2')).toBe(200);
    expect(await on.jmessage.call('listUsers')).toMatchObject({ status: 200 });
  });

  /** Of the list, asked for with the right key from another address of this machine. */
  function statusFrom(localAddress: string): Promise<number | undefined> {
    const headers = { Authorization: `Bearer ${adminKey}` };
    return new Promise((resolve, reject) => {
      const { port } = new URL(on.url);
      const call = request({ host: '127.0.0.1', port, path: apps, headers, localAddress }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.on('error', reject).end();
    });
  }
});

describe('no key opens another API', () => {
  test.each(loadApi('admin').operations.map((operation) => [operation.id, operation] as const))(
    '%s: keys of an app',
    async (_, operation) => {
      const target = urlOf(operation, exampleInput(operation));
      const call = (headers: Record<string, string>) => on.admin.fetch(target, { method: operation.method, headers });
      const { key, secret } = on.app;
      expect(await call(await on.rongcloud.credentials())).toMatchObject(refused('key_missing', 401));
      expect(await call(await on.jmessage.credentials())).toMatchObject(refused('key_wrong', 401));
      for (const given of [secret, key, `${key}:${secret}`])
        expect(await call({ Authorization: `Bearer ${given}` })).toMatchObject(refused('key_wrong', 401));
    },
  );

  test('RongCloud operations: the admin key', async () => {
    const bearer = { Authorization: `Bearer ${adminKey}` };
    const asSecret = await credentialHeaders('rongcloud', { appKey: on.app.key, appSecret: adminKey });
    for (const { path } of loadApi('rongcloud').operations) {
      expect(await on.rongcloud.fetch(path, { headers: bearer })).toMatchObject({
        status: 400,
        body: { errorMessage: 'invalid App-Key.' },
      });
      expect(await on.rongcloud.fetch(path, { headers: { ...asSecret, ...bearer } })).toMatchObject({ status: 401, body: { code: 1004 } });
    }
  });

  test('JMessage operations: the admin key', async () => {
    for (const operation of loadApi('jmessage').operations) {
      const target = urlOf(operation, exampleInput(operation));
      for (const authorization of [`Bearer ${adminKey}`, basic(on.app.key, adminKey)]) {
        const answer = await on.jmessage.fetch(target, { method: operation.method, headers: { Authorization: authorization } });
        expect(answer).toMatchObject({ status: 401, body: { error: { code: 899008 } } });
      }
    }
  });
});
