import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminKey, startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import {
  ApiError,
  createAdminClient,
  createJMessageClient,
  createRongCloudClient,
  type JMessageClient,
  type RongCloudClient,
} from '../src/index.ts';

let on: TestServer;
let rongcloud: RongCloudClient;
let jmessage: JMessageClient;
beforeAll(async () => {
  on = await startTestServer();
  const { key, secret } = on.app;
  rongcloud = createRongCloudClient({ baseUrl: on.url, appKey: key, appSecret: secret });
  jmessage = createJMessageClient({ baseUrl: `${on.url}/`, appKey: key, masterSecret: secret });
});
afterAll(() => on.stop());

describe('rongcloud', () => {
  test('registers a user and reads it back', async () => {
    const { code, token } = await rongcloud.registerUser({ userId: 'alice', name: 'Alice ☂ & Co' });
    expect(code).toBe(200);
    expect(token).toEqual(expect.any(String));
    expect(await rongcloud.getUser({ userId: 'alice' })).toMatchObject({ userName: 'Alice ☂ & Co', userPortrait: '' });
  });

  test('sends lists with a repeated key, joined by commas, and in JSON', async () => {
    await rongcloud.blockUsers({ userId: ['b1', 'b2'], minute: 5 });
    expect((await rongcloud.listBlockedUsers()).users.map(({ userId }) => userId).toSorted()).toEqual(['b1', 'b2']);
    await rongcloud.deactivateUsers({ userId: ['d1', 'd2'] });
    expect((await rongcloud.listDeactivatedUsers()).users.toSorted()).toEqual(['d1', 'd2']);
    await rongcloud.setUserTags({ userId: 'alice', tags: ['bj', 'male'] });
    expect(await rongcloud.getUserTags({ userIds: ['alice', 'nobody'] })).toEqual({
      code: 200,
      result: { alice: ['bj', 'male'], nobody: [] },
    });
  });

  test('a refusal is an ApiError with the request id that was sent', async () => {
    const error = await rongcloud.getUser({ userId: 'nobody' }, { requestId: 'trace-1' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 1002, status: 400, operation: 'getUser', requestId: 'trace-1' });
  });

  test('a wrong secret is refused', async () => {
    const stranger = createRongCloudClient({ baseUrl: on.url, appKey: on.app.key, appSecret: 'wrong' });
    await expect(stranger.listBlockedUsers()).rejects.toMatchObject({ code: 1004, status: 401 });
  });
});

describe('jmessage', () => {
  test('registers users and reads one back; a status without a body gives undefined', async () => {
    expect(await jmessage.registerUsers({ body: [{ username: 'bobby', password: 'secret' }] })).toEqual([{ username: 'bobby' }]);
    expect(await jmessage.setUserForbidden({ path: { username: 'bobby' }, query: { disable: true } })).toBeUndefined();
    expect(await jmessage.getUser({ path: { username: 'bobby' } })).toMatchObject({ username: 'bobby' });
    expect((await jmessage.listUsers({ query: { start: 0, count: 10 } })).users.map(({ username }) => username)).toContain('bobby');
  });

  test('what fails for some is a success that says for whom; what fails for all is an ApiError', async () => {
    const bobby = { username: 'bobby', password: 'secret' };
    expect(await jmessage.registerUsers({ body: [bobby, { username: 'carla', password: 'secret' }] })).toEqual([
      { username: 'bobby', error: { code: 899001, message: expect.any(String) } },
      { username: 'carla' },
    ]);
    await expect(jmessage.registerUsers({ body: [bobby] })).rejects.toMatchObject({ code: 899001, status: 403 });
  });

  test('uploads a file and gets its address', async () => {
    const filename = new File(['bytes'], 'notes.txt');
    const { media_id, ...about } = await jmessage.uploadMedia({ query: { type: 'file' }, body: { filename } });
    expect(about).toMatchObject({ fsize: 5, fname: 'notes.txt' });
    const { url } = await jmessage.getMedia({ query: { mediaId: media_id } });
    expect(await (await fetch(url)).text()).toBe('bytes');
  });

  test('sees the users of the other dialect', async () => {
    await rongcloud.registerUser({ userId: 'dora', name: 'Dora' });
    expect(await jmessage.getUser({ path: { username: 'dora' } })).toMatchObject({ username: 'dora', nickname: 'Dora' });
  });

  test('a wrong secret is refused', async () => {
    const stranger = createJMessageClient({ baseUrl: on.url, appKey: on.app.key, masterSecret: 'wrong' });
    await expect(stranger.listUsers()).rejects.toMatchObject({ code: 899008, status: 401 });
  });
});

describe('admin', () => {
  const client = (key = adminKey) => createAdminClient({ baseUrl: on.url, adminKey: key, retries: 0 });

  test('creates an app, finds it in the list and changes its settings', async () => {
    const { appKey } = await client().createApp({ body: { name: 'Chess club' } });
    const { apps } = await client().listApps({ query: { after: on.app.key, limit: 100 } });
    expect(apps.map((app) => app.appKey)).toContain(appKey);
    await client().updateSettings({ path: { appKey }, body: { services: { chatroomAttributes: false }, chatroomsPerUser: null } });
    const settings = await client().getSettings({ path: { appKey } });
    expect(settings).toMatchObject({ services: { chatroomAttributes: false }, chatroomsPerUser: 1 });
  });

  test('a refusal is an ApiError whose code is a word', async () => {
    const error = await client()
      .getApp({ path: { appKey: 'nobody' } })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'app_unknown', status: 404, message: expect.stringContaining('code app_unknown, HTTP 404') });
  });

  test('a wrong key is refused', async () => {
    await expect(client('wrong').listApps()).rejects.toMatchObject({ code: 'key_wrong', status: 401 });
  });
});
