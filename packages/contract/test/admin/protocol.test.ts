import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleInput, loadApi } from '../../src/index.ts';
import { urlOf } from '../../src/request.ts';
import { json, refused, send as sendTo, wrongField } from '../support/admin-wire.ts';
import { adminKey, startTestServer, type TestServer } from '../support/server.ts';

const apps = '/admin/v1/apps';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const send = (target: `${string} ${string}`, body?: string, headers?: Record<string, string>) =>
  sendTo(on.admin, target, { body, ...(headers && { headers }) });

describe('path and method', () => {
  test.each([`${apps}`, `${apps}/`, '//admin//v1//apps', `${apps}?`])('%s is the list', async (path) => {
    expect(await send(`GET ${path}`)).toMatchObject({ status: 200 });
  });

  test.each(['/admin', '/admin/', '/admin/v1', '/admin/v2/apps', '//admin/nothing', '/admin/v1/Apps', '/admin/x.json'])(
    '%s is no path',
    async (path) => {
      expect(await send(`GET ${path}`)).toMatchObject(refused('path_unknown', 404));
    },
  );

  test('an unknown path is answered in the envelope of its own API, whatever the credentials', async () => {
    expect(await on.rongcloud.fetch('/nothing.json', { headers: await on.admin.credentials() })).toMatchObject({ body: { code: 404 } });
    const headers = { ...(await on.rongcloud.credentials()), ...(await on.jmessage.credentials()) };
    expect(await on.admin.fetch('/admin/nothing', { headers })).toMatchObject(refused('path_unknown', 404));
    expect(await on.rongcloud.fetch('/administration', {})).toMatchObject({ body: { code: 404 } });
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s on the list is 405 and tells what is allowed', async (method) => {
    const answer = await send(`${method} ${apps}`);
    expect(answer).toMatchObject(refused('method_not_allowed', 405));
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });
});

describe('body', () => {
  const create = (body: string, headers?: Record<string, string>) => send(`POST ${apps}`, body, headers);

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', ''])(
    'the content type %j is JSON',
    async (type) => {
      expect(await create('{"name":"x"}', type ? { 'Content-Type': type } : {})).toMatchObject({ status: 201 });
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/merge-patch+json', 'nonsense'])(
    'the content type %s is refused',
    async (type) => {
      expect(await create('{"name":"x"}', { 'Content-Type': type })).toMatchObject(refused('body_invalid', 400));
    },
  );

  test.each(['{', 'name=x', '{"name":"x"', String.raw`{"name":"\u"}`])('%j is no JSON', async (body) => {
    expect(await create(body)).toMatchObject(refused('body_invalid', 400));
  });

  test.each(['null', '[]', '7', '[{"name":"x"}]'])('%s is no object', async (body) => {
    expect(await create(body)).toMatchObject(refused('field_invalid', 400));
  });

  test.each([String.raw`{"name":"a\u0000"}`, String.raw`{"name":"\ud800"}`])('%s cannot be stored', async (body) => {
    expect(await create(body)).toMatchObject({ status: 400, body: { error: { code: 'field_invalid', field: 'name' } } });
  });

  test('nesting has an end', async () => {
    expect(await create(`{"name":"x","x":${'['.repeat(1000)}${']'.repeat(1000)}}`)).toMatchObject(refused('body_invalid', 400));
  });

  test('its size is limited, whether or not it is packed', async () => {
    const filled = (bytes: number) => `{"name":"x"${' '.repeat(bytes - 12)}}`;
    const packed = async (bytes: number) => {
      const headers = { ...(await on.admin.credentials()), ...json, 'Content-Encoding': 'gzip' };
      return on.admin.fetch(apps, { method: 'POST', headers, body: gzipSync(filled(bytes)) });
    };
    expect(await create(filled(65_536))).toMatchObject({ status: 201 });
    expect(await packed(65_536)).toMatchObject({ status: 201 });
    expect(await create(filled(65_537))).toMatchObject(refused('body_too_large', 413));
    expect(await packed(65_537)).toMatchObject(refused('body_too_large', 413));
  });
});

const rows = loadApi('admin').operations.map((operation) => [operation.id, operation] as const);

describe('what an operation does not have is refused:', () => {
  test.each(rows)('parameters of %s', async (_, operation) => {
    const { body, ...input } = exampleInput(operation);
    const url = urlOf(operation, input);
    for (const name of ['x', '__proto__', 'name']) {
      const target = `${operation.method} ${url}${url.includes('?') ? '&' : '?'}${name}=1` as const;
      expect(await send(target, body === undefined ? undefined : JSON.stringify(body))).toMatchObject(
        wrongField(name, `${name} is not known`),
      );
    }
  });

  test.each(rows.filter(([, { media }]) => media))('fields of the body of %s', async (_, operation) => {
    const { body, ...input } = exampleInput(operation);
    const changed = JSON.stringify({ ...(body as object), x: 1 });
    expect(await send(`${operation.method} ${urlOf(operation, input)}`, changed)).toMatchObject(wrongField('x', 'x is not known'));
  });

  // fetch sends no body with GET.
  test.each(rows.filter(([, { media, method }]) => !media && method !== 'GET'))(
    'a body of %s, unless it is empty',
    async (_, operation) => {
      const target = `${operation.method} ${urlOf(operation, exampleInput(operation))}` as const;
      for (const body of ['{"x":1}', '[]', 'x', '{"settings":{}}'])
        expect(await send(target, body)).toMatchObject(refused('body_invalid', 400));
      for (const body of ['', '{}', ' {} ']) expect(await send(target, body)).not.toMatchObject({ status: 400 });
    },
  );
});

test('an Idempotency-Key has no effect', async () => {
  const create = () => send(`POST ${apps}`, '{"name":"twice"}', { ...json, 'Idempotency-Key': 'k' });
  const [one, other] = [await create(), await create()];
  expect([one.status, other.status]).toEqual([201, 201]);
  expect(one.body).not.toEqual(other.body);
});

test('a fault inside the server tells nothing', async () => {
  const broken = await startTestServer();
  await broken.ctx.db.schema.dropTable('apps').cascade().execute();
  const answer = await broken.admin.call('listApps');
  expect(answer).toMatchObject({ status: 500 });
  expect(answer.body).toEqual({ error: { code: 'internal', message: 'Internal server error' } });
  await broken.stop();
});

test('a server without a key has no admin API', async () => {
  const closed = await startTestServer({ adminKey: undefined });
  const headers = { Authorization: `Bearer ${adminKey}` };
  expect(await fetch(closed.url + apps, { headers })).toMatchObject({ status: 404 });
  await closed.stop();
});
