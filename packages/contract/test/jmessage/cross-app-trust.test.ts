import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../server/src/domain/apps.ts';
import { grantTrust, listTrusts, revokeTrust } from '../../../server/src/domain/trusts/grants.ts';
import { addOtherApp, addTrustingApp, type OtherApp } from '../support/apps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'ann', 'bob');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number) => ({ status: 403, body: { error: { code } } });
const befriend = (from: Pick<OtherApp, 'jmessage'>, to: OtherApp['app'], username = 'ann') =>
  from.jmessage.call('addCrossFriends', { path: { username: 'ann' }, body: { appkey: to.key, users: [username] } });
const keys = async (app: OtherApp['app']) => (await listTrusts(on.ctx, app)).map(({ key }) => key);

async function members(of: Pick<OtherApp, 'jmessage'>, gid: number): Promise<string[]> {
  const { body } = await of.jmessage.call('listCrossGroupMembers', { path: { gid } });
  return (body as { username: string; flag: number }[]).map(({ username, flag }) => `${username}${flag ? '*' : ''}`);
}

async function makeGroup(of: Pick<OtherApp, 'jmessage'>, ...foreign: { appkey: string; add: string[] }[]): Promise<number> {
  const { body } = await of.jmessage.call('createGroup', { body: { owner_username: 'ann', name: 'Group' } });
  const { gid } = body as { gid: number };
  expect(await of.jmessage.call('changeCrossGroupMembers', { path: { gid }, body: foreign })).toMatchObject(done);
  return gid;
}

describe('trust', () => {
  test('is mutual, granted once, and of two apps alone', async () => {
    const [one, two] = [await addOtherApp(on), await addOtherApp(on)];
    await Promise.all([one.insertUsers('ann'), two.insertUsers('ann')]);
    for (const from of [one, two]) expect(await befriend(on, from.app)).toMatchObject(refused(899020));
    expect(await grantTrust(on.ctx, [on.app, one.app])).toBe(true);
    expect(await grantTrust(on.ctx, [two.app, one.app])).toBe(true);
    expect(await grantTrust(on.ctx, [one.app, on.app])).toBe(false);
    expect([await keys(one.app), await keys(two.app)]).toEqual([[on.app.key, two.app.key], [one.app.key]]);
    expect(await befriend(on, one.app)).toMatchObject({ status: 201 });
    expect(await befriend(two, one.app)).toMatchObject({ status: 201 });
    expect(await befriend(on, two.app)).toMatchObject(refused(899020));
    expect(await befriend(two, on.app)).toMatchObject(refused(899020));
  });

  test('granted and revoked by many calls at once, in whatever order, ends as the last of them says', async () => {
    const { app } = await addOtherApp(on);
    const pairs = ids('', 10).map((_, index) => (index % 2 ? ([on.app, app] as const) : ([app, on.app] as const)));
    const granted = await Promise.all(pairs.map((pair) => grantTrust(on.ctx, pair)));
    expect(granted.filter(Boolean)).toHaveLength(1);
    await Promise.all(pairs.map((pair, index) => (index % 3 ? grantTrust(on.ctx, pair) : revokeTrust(on.ctx, pair))));
    await revokeTrust(on.ctx, [on.app, app]);
    expect(await keys(app)).toEqual([]);
  });

  test('of an app in itself is nothing that can be granted', async () => {
    await expect(grantTrust(on.ctx, [on.app, on.app])).rejects.toMatchObject({ code: 'parameter-invalid' });
  });
});

describe('the end of trust', () => {
  let other: OtherApp;
  let third: OtherApp;
  beforeAll(async () => {
    [other, third] = [await addTrustingApp(on), await addTrustingApp(on)];
    await grantTrust(on.ctx, [other.app, third.app]);
    await Promise.all([other.insertUsers('ann', 'bob'), third.insertUsers('ann')]);
  });

  test('without a grant is none, whomever else the two trust', async () => {
    const stranger = await addOtherApp(on);
    await grantTrust(on.ctx, [third.app, stranger.app]);
    expect(await revokeTrust(on.ctx, [on.app, stranger.app])).toBe(false);
    expect(await revokeTrust(on.ctx, [stranger.app, on.app])).toBe(false);
  });

  test('leaves the trust of either in others', async () => {
    const [before, partners] = [await keys(third.app), [on.app, other.app]];
    for (const { key } of partners) expect(before).toContain(key);
    for (const pair of [partners, partners.toReversed()] as [App, App][]) {
      await revokeTrust(on.ctx, pair);
      expect(await keys(third.app)).toEqual(before);
      for (const app of partners) expect(await keys(app)).toContain(third.app.key);
      await grantTrust(on.ctx, pair);
    }
  });

  test('ends memberships between the two apps as removing does, and no others', async () => {
    const ours = await makeGroup(on, { appkey: other.app.key, add: ['ann'] }, { appkey: third.app.key, add: ['ann'] });
    const theirs = await makeGroup(other, { appkey: on.app.key, add: ['bob'] }, { appkey: third.app.key, add: ['ann'] });
    const passed = await makeGroup(on, { appkey: other.app.key, add: ['ann'] }, { appkey: on.app.key, add: ['bob'] });
    const empty = await makeGroup(on, { appkey: other.app.key, add: ['ann'] });
    for (const gid of [passed, empty]) await on.jmessage.call('removeGroupMembers', { path: { gid }, body: ['ann'] });
    expect(await members(on, passed)).toEqual(['ann*', 'bob']);

    expect(await revokeTrust(on.ctx, [other.app, on.app])).toBe(true);
    expect(await members(on, ours)).toEqual(['ann*', 'ann']);
    expect(await members(other, theirs)).toEqual(['ann*', 'ann']);
    expect(await members(on, passed)).toEqual(['bob*']);
    expect(await on.jmessage.call('getGroup', { path: { gid: empty } })).toMatchObject(refused(899006));
    await grantTrust(on.ctx, [on.app, other.app]);
  });

  test('ends friendships and entries of lists in both directions, and lets nothing new begin until it is granted again', async () => {
    const gid = await makeGroup(other, { appkey: on.app.key, add: ['ann'] });
    const set = (from: Pick<OtherApp, 'jmessage'>, to: OtherApp['app'], group?: number) => [
      befriend(from, to),
      from.jmessage.call('addToCrossBlacklist', { path: { username: 'ann' }, body: [{ appkey: to.key, usernames: ['ann'] }] }),
      from.jmessage.call('setCrossDoNotDisturb', {
        path: { username: 'ann' },
        body: [{ appkey: to.key, single: { add: ['ann'] }, ...(group && { group: { add: [group] } }) }],
      }),
    ];
    const begin = async () => [await Promise.all(set(on, other.app, gid)), await Promise.all(set(other, on.app).slice(1))].flat();
    const between = async () => {
      const rows = await Promise.all([
        on.ctx.db.selectFrom('friends').select(['app_id', 'friend_app_id as to']).execute(),
        on.ctx.db.selectFrom('blocklists').select(['app_id', 'blocked_app_id as to']).execute(),
        on.ctx.db.selectFrom('notification_levels').select(['app_id', 'target_app_id as to']).execute(),
      ]);
      return rows.map((some) => some.map(({ app_id, to }) => `${app_id} to ${to}`).sort());
    };
    await Promise.all([on, other].flatMap((one) => [...set(one, third.app), ...set(third, one.app).slice(1)]));
    const before = await between();

    expect((await begin()).every(({ status }) => status < 300)).toBe(true);
    expect((await between()).map(({ length }, index) => length - before[index]!.length)).toEqual([2, 2, 3]);
    await revokeTrust(on.ctx, [on.app, other.app]);
    expect(await between()).toEqual(before);
    expect(await befriend(on, other.app)).toMatchObject(refused(899020));
    expect(await befriend(other, on.app)).toMatchObject(refused(899020));
    const back = [{ appkey: on.app.key, remove: ['ann'] }];
    expect(await other.jmessage.call('changeCrossGroupMembers', { path: { gid }, body: back })).toMatchObject(refused(899020));
    expect(await members(other, gid)).toEqual(['ann*']);

    await grantTrust(on.ctx, [on.app, other.app]);
    expect(await befriend(on, other.app)).toMatchObject({ status: 201 });
  });

  test('at the moment of calls leaves nothing between the apps', async () => {
    const names = ids('late', 6);
    await Promise.all([insertUsers(on, ...names), other.insertUsers(...names)]);
    const gid = await makeGroup(on, { appkey: third.app.key, add: ['ann'] });
    const calls = names.flatMap((username) => [
      on.jmessage.call('addCrossFriends', { path: { username }, body: { appkey: other.app.key, users: [...names] } }),
      on.jmessage.call('changeCrossGroupMembers', { path: { gid }, body: [{ appkey: other.app.key, add: [username] }] }),
      other.jmessage.call('addToCrossBlacklist', { path: { username }, body: [{ appkey: on.app.key, usernames: names }] }),
    ]);
    const deletion = on.jmessage.call('deleteUsers', { body: names.slice(0, 2) });
    const [answers] = await Promise.all([Promise.all([...calls, deletion]), revokeTrust(on.ctx, [on.app, other.app])]);
    expect(answers.every(({ status }) => [200, 201, 204, 403].includes(status))).toBe(true);
    expect(await members(on, gid)).toEqual(['ann*', 'ann']);
    const left = await on.ctx.db
      .selectFrom('friends')
      .select('user_id')
      .where('app_id', '=', on.app.id)
      .where('friend_app_id', '=', other.app.id)
      .execute();
    expect(left).toEqual([]);
    await grantTrust(on.ctx, [on.app, other.app]);
  });
});
