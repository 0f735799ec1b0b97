import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueToken, verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { createCaller } from '../../src/index.ts';
import { refused, send } from '../support/admin-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

interface Created {
  appKey: string;
  appSecret: string;
  name: string;
  createdAt: string;
}

interface Page {
  apps: { appKey: string; name: string; createdAt: string }[];
  next?: string;
}

const generated = expect.stringMatching(/^[a-z0-9]{24}$/);
const fresh = () => crypto.randomUUID().replaceAll('-', '');

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const create = async (body: object) => (await on.admin.call('createApp', { body })).body as Created;
const get = (appKey: string) => on.admin.call('getApp', { path: { appKey } });
const page = async (query: object = {}) => (await on.admin.call('listApps', { query: { ...query } })).body as Page;
const listBlocked = ({ appKey, appSecret }: { appKey: string; appSecret: string }) =>
  createCaller({ dialect: 'rongcloud', baseUrl: on.url, app: { appKey, appSecret } }).call('listBlockedUsers');

describe('a created app', () => {
  test('has key and secret of 24 letters and digits, and serves both dialects at once', async () => {
    const answer = await on.admin.call('createApp', { body: { name: 'Chess club ♞' } });
    expect(answer).toMatchObject({ status: 201 });
    const app = answer.body as Created;
    expect(app).toEqual({ appKey: generated, appSecret: generated, name: 'Chess club ♞', createdAt: '2026-01-31T02:38:19.000Z' });
    expect(await listBlocked(app)).toMatchObject({ status: 200 });
    expect(await createCaller({ dialect: 'jmessage', baseUrl: on.url, app }).call('listUsers')).toMatchObject({ status: 200 });
  });

  test('has key and secret of its own when they are given', async () => {
    const app = await create({ name: 'moved', appKey: '8luwapkvucoil', appSecret: 'y0icysjl4h3LWz' });
    expect(app).toMatchObject({ appKey: '8luwapkvucoil', appSecret: 'y0icysjl4h3LWz' });
    expect(await listBlocked(app)).toMatchObject({ status: 200 });
  });

  test('is unknown to its key until then, and known at once', async () => {
    const app = { appKey: fresh(), appSecret: fresh() };
    expect(await listBlocked(app)).toMatchObject({ status: 400, body: { errorMessage: 'invalid App-Key.' } });
    await create({ name: 'x', ...app });
    expect(await listBlocked(app)).toMatchObject({ status: 200 });
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: null }],
    ['appKey', { name: 'x', appKey: '' }],
    ['appKey', { name: 'x', appKey: 'a-b' }],
    ['appKey', { name: 'x', appKey: 'a'.repeat(65) }],
    ['appKey', { name: 'x', appKey: 'a\n' }],
    ['appSecret', { name: 'x', appSecret: 'a'.repeat(7) }],
    ['appSecret', { name: 'x', appSecret: 'a'.repeat(65) }],
    ['appSecret', { name: 'x', appSecret: 'secret:secret' }],
  ])('is not made with a wrong %s: %j', async (field, body) => {
    expect(await send(on.admin, 'POST /admin/v1/apps', { body: JSON.stringify(body) })).toMatchObject({
      status: 400,
      body: { error: { code: 'field_invalid', field } },
    });
  });

  test('may have the longest name, of characters of four bytes', async () => {
    const name = '🐎'.repeat(100);
    const { appKey } = await create({ name });
    expect(await get(appKey)).toMatchObject({ body: { name } });
  });

  test('has the settings that it is given, and defaults beside them', async () => {
    const settings = {
      chatroomIdleMinutes: 120,
      historyDays: null,
      rateLimits: { overrides: { 'jmessage:app': { points: 1, seconds: 60 }, 'rongcloud:gone': null } },
      services: { broadcast: false, userAllowlist: null },
    };
    const app = await create({ name: 'set', settings });
    const { appKey } = app;
    const { body: defaults } = await on.admin.call('getSettings', { path: { appKey: (await create({ name: 'plain' })).appKey } });
    const given = defaults as { services: object };
    expect((await on.admin.call('getSettings', { path: { appKey } })).body).toEqual({
      ...given,
      chatroomIdleMinutes: 120,
      rateLimits: { enabled: true, overrides: { 'jmessage:app': { points: 1, seconds: 60 } } },
      services: { ...given.services, broadcast: false },
    });
    const caller = createCaller({ dialect: 'jmessage', baseUrl: on.url, app });
    expect([(await caller.call('listUsers')).status, (await caller.call('listUsers')).status]).toEqual([200, 429]);
  });

  test.each([
    ['settings', { settings: [] }],
    ['settings.nothing', { settings: { nothing: 1 } }],
    ['settings.historyDays', { settings: { historyDays: 0 } }],
    ['settings.messageWebhook.url', { settings: { messageWebhook: { url: 'ftp://x' } } }],
    ['settings.rateLimits.overrides.nobody', { settings: { rateLimits: { overrides: { nobody: { points: 1, seconds: 1 } } } } }],
    ['secret', { secret: 'of-the-app' }],
    ['createdAt', { createdAt: '2026-01-31T02:38:19.000Z' }],
  ])('is not made with a wrong or unknown %s', async (field, fields) => {
    const appKey = fresh();
    const body = JSON.stringify({ name: 'x', appKey, ...fields });
    const answer = await send(on.admin, 'POST /admin/v1/apps', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'field_invalid', field } } });
    expect(await get(appKey)).toMatchObject(refused('app_unknown', 404));
  });

  test('is not made with a limit that lacks its seconds', async () => {
    const settings = { rateLimits: { overrides: { 'jmessage:app': { points: 1 } } } };
    const field = 'settings.rateLimits.overrides.jmessage:app.seconds';
    const answer = await on.admin.call('createApp', { body: { name: 'x', settings } });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'field_missing', field } } });
  });

  test('has a key that no other has, in whatever case, also when two are made at once', async () => {
    const appKey = fresh();
    const answers = await Promise.all(
      [appKey, appKey.toUpperCase()].map((key) => on.admin.call('createApp', { body: { name: 'twin', appKey: key } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject(refused('app_key_taken', 409));
  });
});

describe('an app', () => {
  let app: Created;
  beforeEach(async () => {
    app = await create({ name: 'plain' });
  });

  test('is shown without its secret, whatever the case of the key', async () => {
    const { appSecret: _, ...shown } = app;
    expect((await get(app.appKey)).body).toEqual(shown);
    expect((await get(app.appKey.toUpperCase())).body).toEqual(shown);
  });

  test('gets another name and keeps the rest', async () => {
    const { appSecret, ...shown } = app;
    const path = { appKey: app.appKey };
    const renamed = await on.admin.call('updateApp', { path, body: { name: 'Chess society' } });
    expect(renamed).toMatchObject({ status: 200 });
    expect(renamed.body).toEqual({ ...shown, name: 'Chess society' });
    expect((await get(app.appKey)).body).toEqual({ ...shown, name: 'Chess society' });
    expect(await listBlocked(app)).toMatchObject({ status: 200 });
  });

  test('gets another secret: signatures, HTTP Basic and tokens of the old one end at once', async () => {
    const jmessage = (appSecret: string) =>
      createCaller({ dialect: 'jmessage', baseUrl: on.url, app: { appKey: app.appKey, appSecret } }).call('listUsers');
    const ctx = async () => ({ ...on.ctx, app: (await on.server.services.apps.find(app.appKey))! });
    const token = issueToken(await ctx(), 'ann');
    expect(await listBlocked(app)).toMatchObject({ status: 200 });

    const rotated = await on.admin.call('rotateAppSecret', { path: { appKey: app.appKey.toUpperCase() } });
    expect(rotated).toMatchObject({ status: 200 });
    expect(rotated.body).toEqual({ appKey: app.appKey, appSecret: generated });
    const { appSecret } = rotated.body as Created;
    expect(appSecret).not.toBe(app.appSecret);

    expect(await listBlocked(app)).toMatchObject({ status: 401 });
    expect(await jmessage(app.appSecret)).toMatchObject({ status: 401 });
    expect(await verifyToken(await ctx(), token)).toBeUndefined();
    expect(await listBlocked({ ...app, appSecret })).toMatchObject({ status: 200 });
    expect(await jmessage(appSecret)).toMatchObject({ status: 200 });
  });

  test('whose key nobody has is unknown', async () => {
    const path = { appKey: 'nobody' };
    for (const [operationId, body] of [
      ['getApp', undefined],
      ['updateApp', { name: 'x' }],
      ['rotateAppSecret', undefined],
    ] as const)
      expect(await on.admin.call(operationId, { path, ...(body && { body }) })).toMatchObject(refused('app_unknown', 404));
  });

  test.each(['a-b', '%00', 'a%0a', "'%20or%201=1", 'x'.repeat(65), '%F0%9F%90%8E'])('key %s is not acceptable', async (key) => {
    for (const target of [`GET /admin/v1/apps/${key}`, `POST /admin/v1/apps/${key}/secret`] as const)
      expect(await send(on.admin, target)).toMatchObject({ status: 400, body: { error: { code: 'field_invalid', field: 'appKey' } } });
  });

  test('cannot be deleted', async () => {
    const answer = await send(on.admin, `DELETE /admin/v1/apps/${app.appKey}`);
    expect(answer).toMatchObject(refused('method_not_allowed', 405));
    expect(answer.headers.get('allow')).toBe('GET, PATCH');
  });
});

describe('the list of apps', () => {
  const keysOf = ({ apps }: Page) => apps.map(({ appKey }) => appKey);

  test('is read page by page in order of creation, each app once', async () => {
    const keys: string[] = [];
    for (let index = 0; index < 5; index++) keys.push((await create({ name: `p${index}` })).appKey);
    const [before] = keysOf(await page({ limit: 100 })).slice(-6);
    const first = await page({ after: before, limit: 2 });
    const second = await page({ after: first.next!.toUpperCase(), limit: 2 });
    const third = await page({ after: second.next, limit: 2 });
    expect([first, second, third].map(keysOf)).toEqual([keys.slice(0, 2), keys.slice(2, 4), keys.slice(4)]);
    expect([first.next, second.next, third.next]).toEqual([keys[1], keys[3], undefined]);
    expect(await page({ after: keys[4] })).toEqual({ apps: [] });
    expect(await page({ after: before, limit: 5 })).not.toHaveProperty('next');
  });

  test('has 50 apps a page unless the call says otherwise', async () => {
    for (let index = 0; index < 51; index++) await on.addApp();
    expect((await page()).apps).toHaveLength(50);
    expect((await page({ limit: 51 })).apps).toHaveLength(51);
  });

  test('has no secret', async () => {
    const { appKey, appSecret } = await create({ name: 'secretive' });
    const text = JSON.stringify([await page({ limit: 100 }), (await get(appKey)).body]);
    expect(text).toContain(appKey);
    expect(text).not.toContain(appSecret);
  });

  test('begins behind an app that there is', async () => {
    expect(await on.admin.call('listApps', { query: { after: 'nobody' } })).toMatchObject(refused('app_unknown', 404));
  });

  test.each(['limit=0', 'limit=101', 'limit=1.5', 'limit=1e400', 'limit=a', 'limit=1&limit=2', 'after=', 'after=a-b', 'after=%00'])(
    'of %s is refused',
    async (query) => {
      expect(await send(on.admin, `GET /admin/v1/apps?${query}`)).toMatchObject(refused('field_invalid', 400));
    },
  );
});
