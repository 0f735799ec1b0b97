import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused } from '../support/admin-wire.ts';
import { addOtherApp, type OtherApp } from '../support/apps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

let on: TestServer;
let other: OtherApp;
beforeAll(async () => {
  on = await startTestServer();
  other = await addOtherApp(on);
  await Promise.all([insertUsers(on, 'ann'), other.insertUsers('ann')]);
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const put = (appKey: string, otherKey: string) => on.admin.call('addTrust', { path: { appKey, otherKey } });
const remove = (appKey: string, otherKey: string) => on.admin.call('removeTrust', { path: { appKey, otherKey } });
const trusted = async (appKey: string) => {
  const { body } = await on.admin.call('listTrusts', { path: { appKey } });
  return (body as { apps: { appKey: string }[] }).apps.map((app) => app.appKey);
};
const befriend = () => on.jmessage.call('addCrossFriends', { path: { username: 'ann' }, body: { appkey: other.app.key, users: ['ann'] } });

describe('trust', () => {
  test('is granted and ended in either direction, whatever the case of the keys, and holds for the next call', async () => {
    expect(await befriend()).toMatchObject({ status: 403, body: { error: { code: 899020 } } });
    expect(await put(on.app.key, other.app.key.toUpperCase())).toMatchObject(done);
    expect(await put(other.app.key, on.app.key)).toMatchObject(done);
    expect(await befriend()).toMatchObject({ status: 201 });
    expect([await trusted(on.app.key), await trusted(other.app.key.toUpperCase())]).toEqual([[other.app.key], [on.app.key]]);
    expect(await remove(other.app.key, on.app.key)).toMatchObject(done);
    expect(await remove(other.app.key, on.app.key)).toMatchObject(done);
    expect(await trusted(on.app.key)).toEqual([]);
    expect(await on.jmessage.call('listFriends', { path: { username: 'ann' } })).toMatchObject({ body: [] });
  });

  test('is listed in the order of the grants, without secrets', async () => {
    const [first, second] = [await on.addApp({ name: 'first' }), await on.addApp({ name: 'second' })];
    await put(second.app.key, other.app.key);
    on.clock.advance(1);
    await put(other.app.key, first.app.key);
    const { body } = await on.admin.call('listTrusts', { path: { appKey: other.app.key } });
    const createdAt = '2026-01-31T02:38:19.000Z';
    expect(body).toEqual({
      apps: [
        { appKey: second.app.key, name: 'second', createdAt },
        { appKey: first.app.key, name: 'first', createdAt },
      ],
    });
  });

  test('needs two apps', async () => {
    for (const call of [put, remove]) {
      expect(await call(on.app.key, 'nosuchapp')).toMatchObject(refused('app_unknown', 404));
      expect(await call('nosuchapp', on.app.key)).toMatchObject(refused('app_unknown', 404));
      expect(await call(on.app.key, on.app.key.toUpperCase())).toMatchObject({
        status: 400,
        body: { error: { code: 'field_invalid', message: 'otherKey is the app itself', field: 'otherKey' } },
      });
      expect(await call(on.app.key, 'a-b')).toMatchObject(refused('field_invalid', 400));
    }
    expect(await on.admin.call('listTrusts', { path: { appKey: 'nosuchapp' } })).toMatchObject(refused('app_unknown', 404));
    expect(await on.admin.call('listTrusts', { path: { appKey: 'a-b' } })).toMatchObject(refused('field_invalid', 400));
  });
});
