import { connect, type LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ApiError, ConnectionError, TimeoutError } from '../src/index.ts';
import { clientOf, failing, ok } from './support/client.ts';
import { type Behaviour, freePort, startScriptedServer } from './support/scripted-server.ts';

/** What fetch throws when a name has several addresses and none of them takes the connection. */
function refusedByAll(addresses: string[], port: number): Promise<never> {
  const lookup: LookupFunction = (_host, _options, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  return new Promise((_, reject) => {
    connect({ host: 'name.example', port, lookup }).on('error', (cause) => reject(new TypeError('fetch failed', { cause })));
  });
}

describe.each<[string, Behaviour, typeof ApiError | typeof ConnectionError | typeof TimeoutError]>([
  ['a dropped connection', 'drop', ConnectionError],
  ['an answer that breaks off', 'cut', ConnectionError],
  ['no answer in time', 'hang', TimeoutError],
  ['an error inside the server', failing, ApiError],
  ["a proxy's HTML", { status: 502, body: '<h1>Bad Gateway</h1>' }, ApiError],
])('%s', (_, behaviour, failure) => {
  const options = behaviour === 'hang' ? { timeoutMillis: 500 } : {};

  test('is tried again when the operation may be repeated', async () => {
    await using server = await startScriptedServer([behaviour, ok]);
    expect(await clientOf(server.url, options).repeatable()).toEqual({ code: 200 });
    expect(server.seen).toHaveLength(2);
  });

  test('is an error when it lasts', async () => {
    await using server = await startScriptedServer([behaviour]);
    await expect(clientOf(server.url, { ...options, retries: 1 }).repeatable()).rejects.toThrow(failure);
    expect(server.seen).toHaveLength(2);
  });

  test('is an error at once when the operation must not be repeated', async () => {
    await using server = await startScriptedServer([behaviour, ok]);
    await expect(clientOf(server.url, options).unrepeatable()).rejects.toThrow(failure);
    expect(server.seen).toHaveLength(1);
  });
});

describe('an Idempotency-Key', () => {
  test('lets any operation be tried again, under the same key', async () => {
    await using server = await startScriptedServer(['drop', failing, ok]);
    const message = { fromUserId: 'a', toUserId: ['b'], objectName: 'RC:TxtMsg', content: '{}' };
    await clientOf(server.url).client.publishPrivateMessage(message, { idempotencyKey: 'order-1' });
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['order-1', 'order-1', 'order-1']);
  });

  test('is not sent when there is none', async () => {
    await using server = await startScriptedServer([ok]);
    await clientOf(server.url).unrepeatable();
    expect(server.seen[0]!.headers).not.toHaveProperty('idempotency-key');
  });
});

describe('a refused connection', () => {
  test('is tried again for every operation', async () => {
    const port = await freePort();
    await using servers = new AsyncDisposableStack();
    let seen: unknown[] = [];
    const listen = async () => {
      seen = servers.use(await startScriptedServer([ok], { port })).seen;
    };
    expect(await clientOf(`http://127.0.0.1:${port}`, { wait: listen }).unrepeatable()).toEqual({ code: 200 });
    expect(seen).toHaveLength(1);
  });

  test('is an error that names the reason when it lasts', async () => {
    const port = await freePort();
    const { unrepeatable, waits } = clientOf(`http://127.0.0.1:${port}`);
    const error = await unrepeatable().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      operation: 'publishPrivateMessage',
      message: `publishPrivateMessage: connect ECONNREFUSED 127.0.0.1:${port}`,
      cause: expect.any(TypeError),
    });
    expect(waits).toHaveLength(2);
  });

  test('at every address of a name is tried again too', async () => {
    const port = await freePort();
    const { unrepeatable, waits } = clientOf('http://name.example', { fetch: () => refusedByAll(['127.0.0.1', '127.0.0.2'], port) });
    await expect(unrepeatable()).rejects.toThrow('publishPrivateMessage: ECONNREFUSED');
    expect(waits).toHaveLength(2);
  });

  test('whose cause fetch hides may have got through, so that only repeatable operations are tried again', async () => {
    const { repeatable, unrepeatable, waits } = clientOf('http://127.0.0.1', {
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await expect(unrepeatable()).rejects.toThrow('publishPrivateMessage: Failed to fetch');
    expect(waits).toHaveLength(0);
    await expect(repeatable()).rejects.toThrow(ConnectionError);
    expect(waits).toHaveLength(2);
  });
});

describe('the number of attempts', () => {
  test('is one for a refusal', async () => {
    await using server = await startScriptedServer([{ status: 400, body: '{"url":"/","code":1002,"errorMessage":"userId is required."}' }]);
    await expect(clientOf(server.url).repeatable()).rejects.toMatchObject({ code: 1002 });
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    [3, {}],
    [1, { retries: 0 }],
    [6, { retries: 5 }],
  ])('is %i with the options %o of the client', async (attempts, options) => {
    await using server = await startScriptedServer([failing]);
    await expect(clientOf(server.url, options).repeatable()).rejects.toThrow(ApiError);
    expect(server.seen).toHaveLength(attempts);
  });

  test('can be set for one call', async () => {
    await using server = await startScriptedServer([failing]);
    const { client } = clientOf(server.url, { retries: 0 });
    await expect(client.listBlockedUsers(undefined, { retries: 3 })).rejects.toThrow(ApiError);
    expect(server.seen).toHaveLength(4);
  });
});
