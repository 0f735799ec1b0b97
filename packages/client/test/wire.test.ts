import { describe, expect, test } from 'vitest';
import { type DialectName, exampleInput, loadApi } from '../../contract/src/index.ts';
import { encodeBody, urlOf } from '../../contract/src/request.ts';
import { createJMessageClient, createRongCloudClient, type JMessageOptions } from '../src/index.ts';
import { startScriptedServer } from './support/scripted-server.ts';

type AnyMethod = (...input: unknown[]) => Promise<unknown>;

const credentials = { appKey: 'key', appSecret: 'Y1W2MeFwwwRxa0', masterSecret: 'Y1W2MeFwwwRxa0' };

describe.each<DialectName>(['rongcloud', 'jmessage'])(
  "%s: the example of every operation travels as the contract kit's own does",
  (dialect) => {
    const api = loadApi(dialect);
    // A form with a file looks different each time, see below.
    const operations = api.operations.filter(({ mediaType }) => mediaType !== 'multipart/form-data');

    test.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (id, operation) => {
      await using server = await startScriptedServer([{ body: '{"code":200}' }]);
      const input = exampleInput(operation);
      const client = dialect === 'rongcloud' ? createRongCloudClient : createJMessageClient;
      const methods = client({ baseUrl: server.url, ...credentials }) as unknown as Record<string, AnyMethod>;
      await methods[id]!(dialect === 'rongcloud' ? input.body : input);
      expect(server.seen).toMatchObject([
        { method: operation.method, path: urlOf(operation, input), body: encodeBody(operation, input.body) ?? '' },
      ]);
      expect(server.seen[0]!.headers['content-type']).toBe(input.body === undefined ? undefined : operation.mediaType);
    });
  },
);

describe('a body that is left out', () => {
  test('has no content type', async () => {
    await using server = await startScriptedServer([{ body: '{"code":200}' }]);
    await createRongCloudClient({ baseUrl: server.url, ...credentials }).listBlockedUsers();
    expect(server.seen).toMatchObject([{ method: 'POST', body: '' }]);
    expect(server.seen[0]!.headers).not.toHaveProperty('content-type');
  });
});

describe('a body with a file', () => {
  const form = async (filename: Blob) => {
    await using server = await startScriptedServer([{ status: 503 }, { body: '{"media_id":"m"}' }]);
    const jmessage = createJMessageClient({ baseUrl: server.url, ...credentials, wait: async () => {} });
    await jmessage.uploadMedia({ query: { type: 'image' }, body: { filename } }, { idempotencyKey: 'key' });
    const [first, second] = server.seen;
    expect(second).toMatchObject({ method: 'POST', path: '/v1/resource?type=image' });
    const formOf = ({ headers, body }: typeof first & {}) =>
      new Response(body, { headers: { 'Content-Type': String(headers['content-type']) } }).formData();
    return Promise.all([formOf(first!), formOf(second!)]);
  };

  test('is a form, and sent whole with each attempt', async () => {
    for (const sent of await form(new File(['bytes'], 'photo.jpg', { type: 'image/jpeg' }))) {
      const file = sent.get('filename') as File;
      expect([[...sent.keys()], file.name, file.type, await file.text()]).toEqual([['filename'], 'photo.jpg', 'image/jpeg', 'bytes']);
    }
  });

  test('has a name also for a file without one', async () => {
    for (const sent of await form(new Blob(['bytes']))) expect(sent.get('filename')).toMatchObject({ name: 'blob' });
  });
});

describe('path parameters', () => {
  const jmessage = (options: Partial<JMessageOptions> = {}) =>
    createJMessageClient({ baseUrl: 'http://127.0.0.1', ...credentials, ...options });

  test('are percent-encoded', async () => {
    await using server = await startScriptedServer([{ body: '{}' }]);
    await jmessage({ baseUrl: `${server.url}/im/` }).getUser({ path: { username: 'a/b?c#d%20 $& é{username}' } });
    expect(server.seen[0]!.path).toBe('/im/v1/users/a%2Fb%3Fc%23d%2520%20%24%26%20%C3%A9%7Busername%7D');
  });

  test.each(['', '.', '..', undefined])('that would change the path are not sent: %j', async (username) => {
    await expect(jmessage().deleteUser({ path: { username: username as string } })).rejects.toThrow(
      new TypeError(`path parameter username cannot be '${username ?? ''}'`),
    );
  });
});

describe('credentials', () => {
  test('of JMessage are Basic, UTF-8', async () => {
    await using server = await startScriptedServer([{ body: '{}' }]);
    await createJMessageClient({ baseUrl: server.url, appKey: 'key', masterSecret: 'sécret→' }).listUsers();
    expect(server.seen[0]!.headers.authorization).toBe(`Basic ${Buffer.from('key:sécret→').toString('base64')}`);
  });

  test('never follow a redirect', async () => {
    await using elsewhere = await startScriptedServer([{ body: '{"code":200}' }]);
    await using server = await startScriptedServer([{ status: 307, headers: { Location: `${elsewhere.url}/` } }]);
    const rongcloud = createRongCloudClient({ baseUrl: server.url, ...credentials });
    await expect(rongcloud.listBlockedUsers()).rejects.toMatchObject({ code: undefined, status: 307 });
    expect(elsewhere.seen).toEqual([]);
  });
});
