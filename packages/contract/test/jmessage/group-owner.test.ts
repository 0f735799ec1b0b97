import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
let other: OtherApp;
beforeAll(async () => {
  on = await startTestServer();
  other = await addTrustingApp(on);
  await insertUsers(on, 'owner', 'ann', 'bob', 'cid');
  await other.insertUsers('ann', 'bob');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, about = '', status = 403) => ({
  status,
  body: { error: { code, message: expect.stringContaining(about) } },
});
const of = (operationId: string, gid: unknown, body?: unknown) => on.jmessage.call(operationId, { path: { gid }, body });
const transfer = (gid: unknown, username: string, appkey?: string) => of('transferGroup', gid, { username, ...(appkey && { appkey }) });

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Group', members_username } });
  return (body as { gid: number }).gid;
}

async function membersOf(gid: number): Promise<string> {
  const members = (await of('listCrossGroupMembers', gid)).body as { username: string; appkey: string; flag: number }[];
  return members.map(({ username, appkey, flag }) => `${appkey === on.app.key ? '' : '.'}${username}${flag ? '*' : ''}`).join(' ');
}

describe('handing over a group', () => {
  test('makes a member the owner, and the owner an ordinary member in the same place', async () => {
    const gid = await make('ann', 'bob');
    const { body: before } = await of('getGroup', gid);
    expect(await transfer(gid, 'bob')).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner ann bob*');
    expect((await of('getGroup', gid)).body).toEqual({ ...(before as object), owner_username: 'bob' });
    expect(await transfer(gid, 'bob')).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner ann bob*');
  });

  test('goes to a member of another app when the app is named, else to the own user of that name', async () => {
    const gid = await make('ann');
    await of('changeCrossGroupMembers', gid, [{ appkey: other.app.key, add: ['ann', 'bob'] }]);
    expect(await transfer(gid, 'ann', other.app.key)).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner ann .ann* .bob');
    expect(await transfer(gid, 'ann')).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner ann* .ann .bob');
    expect(await transfer(gid, 'owner', ` ${on.app.key.toUpperCase()}`)).toMatchObject(done);
    expect(await membersOf(gid)).toBe('owner* ann .ann .bob');
  });

  test('gives a group of the RongCloud dialect an owner', async () => {
    await on.rongcloud.call('createGroup', { body: { groupId: 'open', groupName: 'Open', userId: ['ghost', 'ann'] } });
    const { groups } = (await on.jmessage.call('listGroups')).body as { groups: { gid: number; name: string }[] };
    const { gid } = groups.find(({ name }) => name === 'Open')!;
    expect(await transfer(gid, 'ghost')).toMatchObject(done);
    expect(await membersOf(gid)).toBe('ghost* ann');
  });

  test('is refused for who is no member, does not exist, or is of an app that is not trusted', async () => {
    const gid = await make('ann');
    const { app } = await on.addApp();
    expect(await transfer(gid, 'bob')).toMatchObject(refused(899014, 'bob'));
    expect(await transfer(gid, 'nobody')).toMatchObject(refused(899002, 'nobody'));
    expect(await transfer(gid, 'ann', other.app.key)).toMatchObject(refused(899014, 'ann'));
    expect(await transfer(gid, 'cid', other.app.key)).toMatchObject(refused(899002, 'cid'));
    expect(await transfer(gid, 'ann', app.key)).toMatchObject(refused(899020, app.key));
    expect(await membersOf(gid)).toBe('owner* ann');
  });

  test('is refused for groups that the app does not have', async () => {
    const { body } = await other.jmessage.call('createGroup', { body: { owner_username: 'ann', name: 'Foreign' } });
    for (const gid of [1, (body as { gid: number }).gid]) expect(await transfer(gid, 'ann')).toMatchObject(refused(899006));
    expect(await transfer('x', 'ann')).toMatchObject(refused(899003, 'gid', 400));
    for (const wrong of [undefined, {}, [], [1], { username: '' }, { username: true }, { username: 'ann', appkey: true }]) {
      expect(await of('transferGroup', await make('ann'), wrong)).toMatchObject(refused(899003, '', 400));
    }
  });

  test('while the new owner is removed leaves a group with an owner', async () => {
    const names = ids('heir', 10);
    await insertUsers(on, ...names);
    for (const heir of names) {
      const gid = await make('ann', heir);
      await Promise.all([transfer(gid, heir), of('removeGroupMembers', gid, [heir])]);
      expect(await membersOf(gid)).toBe('owner* ann');
    }
  });
});
