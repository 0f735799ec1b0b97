import { readFileSync } from 'node:fs';
import type { admin } from '@diglot/api';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { changeSettings } from '../../../server/src/domain/app-settings.ts';
import type { AppSettings, SettingsChange } from '../../../server/src/domain/settings.ts';
import { loadApi, type Schema } from '../../src/api.ts';
import { refused, send, set, wrongField } from '../support/admin-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type Schemas = admin.components['schemas'];
/** The names alone: nothing is optional, nothing is null. */
type Names<Value> = Value extends object ? { [Name in keyof Value]-?: Names<Exclude<Value[Name], null>> } : Value;

const api = loadApi('admin');
const override = { points: 5, seconds: 60 };

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const newApp = async () => (await on.addApp({ settings: {} })).app;
const get = async ({ key }: { key: string }) => (await on.admin.call('getSettings', { path: { appKey: key } })).body as AppSettings;
const patch = (app: { key: string }, body: string) => send(on.admin, `PATCH /admin/v1/apps/${app.key}/settings`, { body });

describe('the document', () => {
  test('has every setting of the server and no other, in the answer and in the change', () => {
    expectTypeOf<Schemas['Settings']>().toEqualTypeOf<AppSettings>();
    expectTypeOf<Names<Schemas['SettingsChange']>>().toEqualTypeOf<Names<AppSettings>>();
    expectTypeOf<Schemas['SettingsChange']>().toExtend<SettingsChange>();
  });

  test('shows the defaults as its example', async () => {
    const example = api.byId('getSettings').responses[200]!.content!['application/json']!.examples!.default!.value;
    expect(await get(await newApp())).toEqual(example);
  });

  test.each(bounded(api.resolve(api.byId('updateSettings').media!.schema)))(
    'and the server agree on the bounds of %s: %d to %d',
    async (path, least, most) => {
      const app = await newApp();
      const change = (value: number) => path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as SettingsChange;
      for (const value of [least, most]) expect(await set(on, app, change(value))).toMatchObject(change(value));
      for (const value of [least - 1, most + 1, least + 0.5])
        await expect(changeSettings({ ...on.ctx, app }, change(value))).rejects.toMatchObject({
          code: 'parameter-invalid',
          detail: { field: path, reason: `must be a whole number from ${least} to ${most}` },
        });
    },
  );
});

test("the operator's page has a row for every setting", async () => {
  const page = readFileSync(new URL('../../../../docs/operate.md', import.meta.url), 'utf8');
  const names = Object.entries(await get(await newApp())).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? Object.keys(value).map((entry) => `${name}.${entry}`) : [name],
  );
  expect(names.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});

/** Name, least and most of each setting that is a number. */
function bounded(schema: Schema, prefix = ''): [string, number, number][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): [string, number, number][] => {
    const shape = api.resolve(api.resolve(property).anyOf?.[0] ?? property);
    const path = `${prefix}${name}`;
    if (shape.minimum !== undefined) return [[path, shape.minimum, shape.maximum!]];
    return bounded(shape, `${path}.`);
  });
}

describe('a change', () => {
  test('leaves what it does not name, and answers and shows all settings as they are then', async () => {
    const app = await newApp();
    const before = await get(app);
    await set(on, app, { chatroomIdleMinutes: 120, services: { chatroomKeepalive: false } });
    const changed = await set(on, app, { chatroomsPerUser: 3, services: { userAllowlist: false } });
    expect(changed).toEqual({
      ...before,
      chatroomIdleMinutes: 120,
      chatroomsPerUser: 3,
      services: { ...before.services, chatroomKeepalive: false, userAllowlist: false },
    });
    expect(await get(app)).toEqual(changed);
    expect(await set(on, app, {})).toEqual(changed);
  });

  test('of null puts the default back: of a value, an entry, a limit or a section', async () => {
    const app = await newApp();
    const before = await get(app);
    const overrides = { 'rongcloud:getUser': override, 'jmessage:app': override };
    await set(on, app, { chatroomIdleMinutes: 120, services: { chatroomKeepalive: false, userAllowlist: false } });
    await set(on, app, { rateLimits: { enabled: false, overrides }, signatureWindowSeconds: 300 });
    expect(await set(on, app, { services: { chatroomKeepalive: null }, rateLimits: { overrides: { 'jmessage:app': null } } })).toEqual({
      ...before,
      chatroomIdleMinutes: 120,
      services: { ...before.services, userAllowlist: false },
      rateLimits: { enabled: false, overrides: { 'rongcloud:getUser': override } },
      signatureWindowSeconds: 300,
    });
    const nothing = { chatroomIdleMinutes: null, services: null, rateLimits: null, signatureWindowSeconds: null };
    expect(await set(on, app, nothing)).toEqual(before);
  });

  test('of several callers at once loses nothing', async () => {
    const app = await newApp();
    const buckets = ['getUser', 'updateUser', 'registerUser', 'blockUsers', 'getUserTags'].map((name) => `rongcloud:${name}`);
    await Promise.all(buckets.map((bucket) => set(on, app, { rateLimits: { overrides: { [bucket]: override } } })));
    expect((await get(app)).rateLimits.overrides).toEqual(Object.fromEntries(buckets.map((bucket) => [bucket, override])));
  });

  test('concerns one app', async () => {
    const [one, other] = [await newApp(), await newApp()];
    await set(on, one, { chatroomsPerUser: 3 });
    expect((await get(other)).chatroomsPerUser).toBe(1);
  });

  test('of an app that nobody has is refused, and so is looking', async () => {
    const path = { appKey: 'nobody' };
    expect(await on.admin.call('updateSettings', { path, body: {} })).toMatchObject(refused('app_unknown', 404));
    expect(await on.admin.call('getSettings', { path })).toMatchObject(refused('app_unknown', 404));
    expect(await send(on.admin, 'GET /admin/v1/apps/a-b/settings')).toMatchObject(refused('field_invalid', 400));
  });
});

describe('a change that is not acceptable names the field and changes nothing', () => {
  const limits = (entry: string) => `{"chatroomsPerUser":7,"rateLimits":{"overrides":{${entry}}}}`;
  const missing = 'field_missing';

  test.each([
    ['{"chatroomsPerUser":7,"chatroomIdle":5}', 'chatroomIdle', 'chatroomIdle is not known'],
    ['{"chatroomsPerUser":7,"services":{"chatrooms":true}}', 'services.chatrooms', 'services.chatrooms is not known'],
    ['{"chatroomsPerUser":7,"services":{"toString":true}}', 'services.toString', 'services.toString is not known'],
    ['{"chatroomsPerUser":7,"__proto__":{"a":1}}', '__proto__', '__proto__ is not known'],
    ['{"chatroomsPerUser":7,"services":true}', 'services', 'services must be an object or null'],
    ['{"chatroomsPerUser":7,"services":{"userAllowlist":1}}', 'services.userAllowlist', 'services.userAllowlist must be true or false'],
    ['{"chatroomsPerUser":7,"chatroomIdleMinutes":"5"}', 'chatroomIdleMinutes', 'chatroomIdleMinutes must be a whole number'],
    ['{"chatroomsPerUser":7,"chatroomIdleMinutes":1e400}', 'chatroomIdleMinutes', 'chatroomIdleMinutes must be a whole number'],
    [
      '{"chatroomsPerUser":7,"signatureWindowSeconds":false}',
      'signatureWindowSeconds',
      'signatureWindowSeconds must be a whole number or null',
    ],
    [limits('"rongcloud:getUser":5'), 'rateLimits.overrides.rongcloud:getUser', 'rateLimits.overrides.rongcloud:getUser must be an object'],
    [
      limits('"rongcloud:getUsers":{"points":1,"seconds":1}'),
      'rateLimits.overrides.rongcloud:getUsers',
      'rateLimits.overrides.rongcloud:getUsers is no bucket; GET /admin/v1/rate-limits lists them',
    ],
    [
      limits('"__proto__":{"points":1,"seconds":1}'),
      'rateLimits.overrides.__proto__',
      'rateLimits.overrides.__proto__ is no bucket; GET /admin/v1/rate-limits lists them',
    ],
    [limits(String.raw`"a\u0000":{"points":1,"seconds":1}`), 'rateLimits', 'rateLimits holds a key with a NUL character'],
  ])('%s', async (body, field, message) => {
    const app = await newApp();
    const before = await get(app);
    expect(await patch(app, body)).toMatchObject(wrongField(field, message));
    expect(await get(app)).toEqual(before);
  });

  test('also a limit that lacks points or seconds, even where the bucket has one', async () => {
    const app = await newApp();
    await set(on, app, { rateLimits: { overrides: { 'rongcloud:getUser': override } } });
    const field = 'rateLimits.overrides.rongcloud:getUser.seconds';
    expect(await patch(app, limits('"rongcloud:getUser":{"points":1}'))).toMatchObject(wrongField(field, `${field} is required`, missing));
    expect((await get(app)).rateLimits.overrides).toEqual({ 'rongcloud:getUser': override });
  });

  test.each(['null', '[]', '"x"', '7'])('the body %s', async (body) => {
    expect(await patch(on.app, body)).toMatchObject(wrongField('body', 'body must be an object'));
  });

  test('an empty body', async () => {
    expect(await patch(on.app, '')).toMatchObject(wrongField('body', 'body is required', missing));
  });
});

test.each([
  ['parameter-invalid', 'services.userAllowlist', 'must be true or false', '{"services":{"userAllowlist":1}}'],
  ['parameter-invalid', 'services', 'must be an object', '{"services":true}'],
  ['parameter-invalid', 'services', 'must be an object', '{"services":[]}'],
  ['parameter-invalid', 'settings', 'must be an object', 'null'],
  ['parameter-invalid', 'services.none', 'is not known', '{"services":{"none":null}}'],
  ['parameter-invalid', 'services.toString', 'is not known', '{"services":{"toString":true}}'],
  ['parameter-invalid', '__proto__', 'is not known', '{"__proto__":{}}'],
  ['parameter-invalid', 'rateLimits.overrides', 'must be an object', '{"rateLimits":{"overrides":"x"}}'],
  ['parameter-invalid', 'rateLimits.overrides.b.unit', 'is not known', '{"rateLimits":{"overrides":{"b":{"unit":1}}}}'],
  ['parameter-missing', 'rateLimits.overrides.b.seconds', undefined, '{"rateLimits":{"overrides":{"b":{"points":1}}}}'],
  ['parameter-missing', 'rateLimits.overrides.b.points', undefined, '{"rateLimits":{"overrides":{"b":{"points":null,"seconds":1}}}}'],
])('past the document the domain refuses it too: %s %s %s', async (code, field, reason, change) => {
  const detail = { field, ...(reason && { reason }) };
  await expect(changeSettings(on.ctx, JSON.parse(change))).rejects.toMatchObject({ code, detail });
});

test('a limit of a bucket that is no more can still be taken away', async () => {
  const { app } = await on.addApp({ settings: { rateLimits: { enabled: true, overrides: { 'rongcloud:gone': override } } } });
  const changed = await set(on, app, { rateLimits: { overrides: { 'rongcloud:gone': null } } });
  expect(changed).toMatchObject({ rateLimits: { overrides: {} } });
});

test('the list of rate limits names each limit once, with its operations', async () => {
  const { rateLimits } = (await on.admin.call('listRateLimits')).body as {
    rateLimits: { bucket: string; seconds: number; operations: string[] }[];
  };
  expect(new Set(rateLimits.map(({ bucket, seconds }) => `${bucket} ${seconds}`)).size).toBe(rateLimits.length);
  const pushes = rateLimits.filter(({ bucket }) => bucket === 'rongcloud:pushToAudience');
  expect(pushes).toMatchObject([
    { points: 2, seconds: 3600, operations: ['pushToAudience'] },
    { points: 3, seconds: 86_400, operations: ['pushToAudience'] },
  ]);
  const byBucket = new Map(rateLimits.map((entry) => [entry.bucket, entry]));
  expect(byBucket.get('rongcloud:getUser')).toEqual({
    bucket: 'rongcloud:getUser',
    points: 100,
    seconds: 1,
    unit: 'calls',
    operations: ['getUser'],
  });
  expect(byBucket.get('rongcloud:setChatroomAttributes')).toMatchObject({
    operations: ['setChatroomAttribute', 'batchSetChatroomAttributes'],
  });
  expect(byBucket.get('jmessage:app')!.operations).toEqual(loadApi('jmessage').operations.map(({ id }) => id));
});
