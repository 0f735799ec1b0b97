import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  ApiError,
  ConnectionError,
  createJMessageClient,
  createRongCloudClient,
  DiglotError,
  type RongCloudOptions,
  TimeoutError,
} from '../src/index.ts';
import { type Behaviour, startScriptedServer } from './support/scripted-server.ts';

const rongcloudAt = (baseUrl: string, options: Partial<RongCloudOptions> = {}) =>
  createRongCloudClient({ baseUrl, appKey: 'key', appSecret: 'secret', retries: 0, ...options });

/** What the call fails with when the server answers so. */
async function rongcloudError(behaviour: Behaviour): Promise<unknown> {
  await using server = await startScriptedServer([behaviour]);
  return await rongcloudAt(server.url)
    .getUser({ userId: 'alice' }, { requestId: 'sent' })
    .catch((error) => error);
}

async function jmessageError(behaviour: Behaviour): Promise<unknown> {
  await using server = await startScriptedServer([behaviour]);
  const jmessage = createJMessageClient({ baseUrl: server.url, appKey: 'key', masterSecret: 'secret', retries: 0 });
  return await jmessage.registerUsers({ body: [{ username: 'bobby', password: 'secret' }] }).catch((error) => error);
}

describe('an answer that the call failed', () => {
  test('is an ApiError with code, status, request id and body', async () => {
    const body = { url: '/user/info.json', code: 1002, errorMessage: 'userId is required.' };
    const error = await rongcloudError({ status: 400, headers: { 'X-Request-ID': 'answered' }, body: JSON.stringify(body) });
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(DiglotError);
    expect(error).toMatchObject({
      name: 'ApiError',
      operation: 'getUser',
      code: 1002,
      status: 400,
      requestId: 'answered',
      message: 'getUser: userId is required. (code 1002, HTTP 400)',
      body,
      retryAfterMillis: undefined,
    });
  });

  test('reads the envelope of JMessage', async () => {
    const body = '{"error":{"code":899008,"message":"Basic authentication failed"}}';
    expect(await jmessageError({ status: 401, body })).toMatchObject({
      code: 899008,
      message: 'registerUsers: Basic authentication failed (code 899008, HTTP 401)',
    });
  });

  test('reads the first error of a list', async () => {
    const outcomes = [{ username: 'a' }, { username: 'b', error: { code: 899001, message: 'User exist: b' } }, { error: { code: 1 } }];
    expect(await jmessageError({ status: 403, body: JSON.stringify(outcomes) })).toMatchObject({
      code: 899001,
      status: 403,
      body: outcomes,
    });
  });

  test.each<[string, Behaviour, unknown]>([
    ["a proxy's HTML", { status: 502, body: '<h1>Bad Gateway</h1>' }, '<h1>Bad Gateway</h1>'],
    ['an empty body', { status: 500 }, undefined],
    ['JSON of something else', { status: 404, body: '{"detail":"Not Found"}' }, { detail: 'Not Found' }],
    ['a list of something else', { status: 404, body: '[null,1]' }, [null, 1]],
    ['HTML with a status of success', { status: 200, body: '<h1>Log in to the network</h1>' }, '<h1>Log in to the network</h1>'],
  ])('has no code when it is %s', async (_, behaviour, body) => {
    const { status } = behaviour as { status: number };
    for (const error of [await rongcloudError(behaviour), await jmessageError(behaviour)]) {
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ code: undefined, status, body });
      expect((error as Error).message).toMatch(`: the answer is not JSON of this API (HTTP ${status})`);
    }
  });

  test('has the request id that was sent when it carries none', async () => {
    expect(await rongcloudError({ status: 500 })).toMatchObject({ requestId: 'sent' });
  });

  test('has a request id of 32 hexadecimal digits when none was given', async () => {
    await using server = await startScriptedServer([{ status: 500 }]);
    const error = await rongcloudAt(server.url)
      .listBlockedUsers()
      .catch((thrown) => thrown);
    expect(error.requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(server.seen[0]!.headers['x-request-id']).toBe(error.requestId);
  });

  test('is one when RongCloud gives 200 with another code', async () => {
    expect(await rongcloudError({ status: 200, body: '{"code":1050}' })).toMatchObject({
      message: 'getUser: no reason given (code 1050, HTTP 200)',
    });
  });
});

describe('no answer', () => {
  test('in time is a TimeoutError with the request id that was sent', async () => {
    await using server = await startScriptedServer(['hang']);
    const error = await rongcloudAt(server.url, { timeoutMillis: 60_000 })
      .listBlockedUsers({}, { timeoutMillis: 50, requestId: 'mine' })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ requestId: 'mine', message: 'listBlockedUsers: no answer within 50 ms' });
  });

  test('is no error while the limit is Infinity', async () => {
    await using server = await startScriptedServer([{ body: '{"code":200,"users":[]}' }]);
    expect(await rongcloudAt(server.url, { timeoutMillis: Infinity }).listBlockedUsers()).toEqual({ code: 200, users: [] });
  });

  test('over a connection that broke is a ConnectionError', async () => {
    const error = await rongcloudError('drop');
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ requestId: 'sent', cause: expect.any(TypeError) });
  });
});

describe('a signal', () => {
  test('that aborts under way rejects with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    await using server = await startScriptedServer(['hang'], { onRequest: () => controller.abort(reason) });
    await expect(rongcloudAt(server.url).listBlockedUsers({}, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('that outlives the call is left as it was', async () => {
    const { signal } = new AbortController();
    await using server = await startScriptedServer([{ body: '{"code":200}' }]);
    await rongcloudAt(server.url).listBlockedUsers({}, { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('that has aborted sends nothing', async () => {
    await using server = await startScriptedServer(['hang']);
    await expect(rongcloudAt(server.url).listBlockedUsers({}, { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
    expect(server.seen).toEqual([]);
  });
});

test('no error or client shows the secret', async () => {
  const rongcloud = rongcloudAt('http://127.0.0.1', { appSecret: 'top-secret', fetch: () => Promise.reject(new TypeError('failed')) });
  const error = await rongcloud.listBlockedUsers().catch((thrown) => thrown);
  expect(inspect([rongcloud, error], { depth: 9, showHidden: true })).not.toContain('top-secret');
});
