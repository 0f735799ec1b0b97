import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann', 'bob');
});
afterAll(() => on.stop());

interface Group {
  gid: number;
  name: string;
}

const rongcloud = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const jmessage = (operationId: string, gid: number, body?: unknown) => on.jmessage.call(operationId, { path: { gid }, body });
const refused = (code: number) => ({ status: 403, body: { error: { code } } });

/** Makes a group through the RongCloud dialect and finds its gid through the other. */
async function open(groupId: string, userId: string[]): Promise<number> {
  await rongcloud('createGroup', { groupId, groupName: `name of ${groupId}`, userId });
  const { groups } = (await on.jmessage.call('listGroups')).body as { groups: Group[] };
  return groups.find(({ name }) => name === `name of ${groupId}`)!.gid;
}

async function owned(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Owned', members_username } });
  return (body as Group).gid;
}

async function membersOf(groupId: string | number): Promise<string[]> {
  const { users } = (await rongcloud('listGroupMembers', { groupId: String(groupId) })).body as { users: { id: string }[] };
  return users.map(({ id }) => id);
}

describe('a group made through the RongCloud dialect', () => {
  test('has a gid, 3000 places, no owner and no description', async () => {
    const gid = await open('plain', ['ann']);
    expect((await jmessage('getGroup', gid)).body).toEqual({
      gid,
      name: 'name of plain',
      desc: '',
      appkey: on.app.key,
      MaxMemberCount: 3000,
      mtime: '2026-01-31 10:38:19',
      ctime: '2026-01-31 10:38:19',
    });
  });

  test('lists members who were never registered by their name and flag only', async () => {
    const gid = await open('ghosts', ['ghost', 'ann']);
    expect((await jmessage('listGroupMembers', gid)).body).toEqual([
      { username: 'ghost', flag: 0 },
      { username: 'ann', flag: 0 },
    ]);
    expect(await jmessage('addGroupMembers', gid, ['ghost2'])).toMatchObject(refused(899002));
  });

  test('lets such members be silenced and removed', async () => {
    const gid = await open('haunted', ['ghost', 'ann']);
    const silence = { path: { gid }, query: { status: true }, body: ['ghost'] };
    expect(await on.jmessage.call('silenceGroupMembers', silence)).toMatchObject({ status: 204 });
    expect(await jmessage('removeGroupMembers', gid, ['ghost'])).toMatchObject({ status: 204 });
    expect(await membersOf('haunted')).toEqual(['ann']);
  });

  test('is deleted when the other dialect removes its last member', async () => {
    const gid = await open('shared', ['ann', 'bob']);
    await jmessage('removeGroupMembers', gid, ['ann', 'bob']);
    expect(await jmessage('getGroup', gid)).toMatchObject(refused(899006));
  });

  test('shows a name of 256 bytes', async () => {
    await rongcloud('createGroup', { groupId: 'wide', groupName: '😀'.repeat(64), userId: ['wide'] });
    await rongcloud('registerUser', { userId: 'wide' });
    const { body } = await on.jmessage.call('listUserGroups', { path: { username: 'wide' } });
    expect(body).toMatchObject([{ name: '😀'.repeat(64) }]);
  });

  test('dismissed and made again has another gid', async () => {
    const gid = await open('phoenix', ['ann']);
    await rongcloud('dismissGroup', { groupId: 'phoenix', userId: 'ann' });
    expect(await jmessage('getGroup', gid)).toMatchObject(refused(899006));
    expect(await open('phoenix', ['ann'])).not.toBe(gid);
  });
});

describe('a group made through the JMessage dialect', () => {
  test('is joined, renamed and dismissed by it, within its own 500 places', async () => {
    const gid = await owned();
    await rongcloud('createGroup', { groupId: String(gid), groupName: 'Joined', userId: ['ghost', 'ann'] });
    expect(await jmessage('getGroup', gid)).toMatchObject({ body: { gid, name: 'Joined', owner_username: 'owner', MaxMemberCount: 500 } });
    expect(await rongcloud('joinGroup', { groupId: String(gid), userId: ids('crowd', 498) })).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: `groupId ${gid} would have 501 members, the limit is 500.` },
    });
    expect(await rongcloud('joinGroup', { groupId: String(gid), userId: ids('crowd', 497) })).toMatchObject({ status: 200 });
    await rongcloud('dismissGroup', { groupId: String(gid), userId: 'anybody' });
    expect(await jmessage('getGroup', gid)).toMatchObject(refused(899006));
  });

  test('passes on when its owner quits there, and when a sync takes the owner out', async () => {
    const gid = await owned('ann', 'bob');
    await rongcloud('quitGroup', { groupId: String(gid), userId: ['owner'] });
    expect(await jmessage('getGroup', gid)).toMatchObject({ body: { owner_username: 'ann' } });
    await rongcloud('syncUserGroups', { userId: 'ann' });
    expect(await jmessage('getGroup', gid)).toMatchObject({ body: { owner_username: 'bob' } });
  });

  test('stays without an owner when its last member quits there', async () => {
    const gid = await owned();
    await rongcloud('quitGroup', { groupId: String(gid), userId: ['owner'] });
    const { status, body } = await jmessage('getGroup', gid);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('owner_username');
    expect((await jmessage('listGroupMembers', gid)).body).toEqual([]);
    expect(await jmessage('addGroupMembers', gid, ['ann'])).toMatchObject({ status: 204 });
    expect((await jmessage('listGroupMembers', gid)).body).toMatchObject([{ username: 'ann', flag: 0 }]);
  });
});
