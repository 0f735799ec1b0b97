import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySendToGroup } from '../../../server/src/domain/groups/may-send.ts';
import { findRefusers } from '../../../server/src/domain/users/may-send.ts';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
let other: OtherApp;
beforeAll(async () => {
  on = await startTestServer();
  other = await addTrustingApp(on);
  await insertUsers(on, 'owner', 'ann', 'bob');
  await other.insertUsers('ann', 'bob', 'cid');
});
afterAll(() => on.stop());

const rongcloud = async (operationId: string, body: object) => (await on.rongcloud.call(operationId, { body })).body;
const call = (operationId: string, username: string, body?: unknown) => on.jmessage.call(operationId, { path: { username }, body });
const change = (gid: number, body: object) => on.jmessage.call('changeCrossGroupMembers', { path: { gid }, body });

async function make(...foreign: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'owner', name: 'Group' } });
  const { gid } = body as { gid: number };
  if (foreign.length > 0) await change(gid, { appkey: other.app.key, add: foreign });
  return gid;
}

async function membersOf(gid: number): Promise<string> {
  const { body } = await on.jmessage.call('listCrossGroupMembers', { path: { gid } });
  const members = body as { username: string; appkey: string; flag: number }[];
  return members.map(({ username, appkey, flag }) => `${appkey === on.app.key ? '' : '.'}${username}${flag ? '*' : ''}`).join(' ');
}

describe('in the RongCloud dialect a group with members of other apps', () => {
  test('shows its own app its own users only, and their apps do not see it', async () => {
    const gid = await make('ann', 'cid');
    expect(await rongcloud('listGroupMembers', { groupId: String(gid) })).toMatchObject({ users: [{ id: 'owner' }] });
    const { body } = await other.rongcloud.call('listUserGroups', { body: { userId: 'cid' } });
    expect(body).toMatchObject({ groups: [] });
    expect((await other.rongcloud.call('listGroupMembers', { body: { groupId: String(gid) } })).body).toMatchObject({ users: [] });
  });

  test('is joined and left by own users, whatever names those of other apps have', async () => {
    const gid = await make('ann');
    await rongcloud('joinGroup', { groupId: String(gid), userId: ['ann'] });
    expect(await membersOf(gid)).toBe('owner* .ann ann');
    await rongcloud('quitGroup', { groupId: String(gid), userId: ['ann', 'owner'] });
    expect(await membersOf(gid)).toBe('.ann*');
    expect(await rongcloud('listGroupMembers', { groupId: String(gid) })).toMatchObject({ users: [] });
  });

  test('is full of the members of all apps', async () => {
    const gid = await make();
    await other.insertUsers(...ids('full', 498));
    await change(gid, { appkey: other.app.key, add: ids('full', 498) });
    const join = (userId: string[], fields = {}) => rongcloud('joinGroup', { groupId: String(gid), userId, ...fields });
    expect(await join(['ann', 'bob'])).toMatchObject({ errorMessage: `groupId ${gid} would have 501 members, the limit is 500.` });
    expect(await join(['ann'], { maxMember: 499 })).toMatchObject({
      errorMessage: `groupId ${gid} would have 500 members, the limit is 499.`,
    });
    expect(await join(['ann'])).toMatchObject({ code: 200 });
  });

  test('is left alone by a sync of its members in their own app', async () => {
    const gid = await make('bob');
    const group = { own: 'Own', [String(gid)]: 'Of the same id' };
    await other.rongcloud.call('syncUserGroups', { body: { userId: 'bob', group } });
    expect(await membersOf(gid)).toBe('owner* .bob');
    const { body } = await other.jmessage.call('listCrossUserGroups', { path: { username: 'bob' } });
    expect(body).toMatchObject([{ gid, appkey: on.app.key, name: 'Group' }, { appkey: other.app.key }, { appkey: other.app.key }]);
    await other.rongcloud.call('syncUserGroups', { body: { userId: 'bob' } });
    expect(await membersOf(gid)).toBe('owner* .bob');
  });

  test('lets none write whose name is that of a member of another app', async () => {
    const gid = await make('bob');
    const maySend = () => maySendToGroup(on.ctx, { groupId: String(gid), senderId: 'bob' });
    expect(await maySend()).toBe('sender-not-in-group');
    await rongcloud('joinGroup', { groupId: String(gid), userId: ['bob'] });
    expect(await maySend()).toBe('yes');
  });

  test('is dismissed with all of them', async () => {
    const gid = await make('cid');
    await rongcloud('dismissGroup', { groupId: String(gid), userId: 'owner' });
    const { body } = await other.jmessage.call('listCrossUserGroups', { path: { username: 'cid' } });
    expect((body as { gid: number }[]).map((group) => group.gid)).not.toContain(gid);
  });
});

describe('in the RongCloud dialect a blocklist with users of other apps', () => {
  const block = (owner: string, ...usernames: string[]) => call('addToCrossBlacklist', owner, [{ appkey: other.app.key, usernames }]);

  test('shows, counts, adds and removes own users only', async () => {
    await insertUsers(on, 'lister');
    await other.insertUsers(...ids('foreign', 20));
    await block('lister', 'bob', ...ids('foreign', 20));
    await rongcloud('addBlocklistUsers', { userId: 'lister', blackUserId: ['bob', 'ghost'] });
    const list = () => rongcloud('listBlocklistUsers', { userId: 'lister', size: 2 });
    expect(await list()).toEqual({ code: 200, users: ['ghost', 'bob'] });
    await rongcloud('removeBlocklistUsers', { userId: 'lister', blackUserId: ['bob', 'foreign0'] });
    expect(await list()).toEqual({ code: 200, users: ['ghost'] });
    const { body } = await call('getCrossBlacklist', 'lister');
    expect(body).toHaveLength(22);
    expect(body).toContainEqual(expect.objectContaining({ username: 'bob', appkey: other.app.key }));
  });

  test('refuses no own user of a blocked name', async () => {
    await insertUsers(on, 'receiver');
    await block('receiver', 'ann');
    expect(await findRefusers(on.ctx, 'ann', ['receiver'])).toEqual(new Map());
    await call('addToBlacklist', 'receiver', ['ann']);
    expect(await findRefusers(on.ctx, 'ann', ['receiver'])).toEqual(new Map([['receiver', 'block']]));
  });

  test('is emptied by a deactivation, which leaves memberships and friendships', async () => {
    await insertUsers(on, 'asleep');
    const gid = await other.jmessage.call('createGroup', { body: { owner_username: 'cid', name: 'Foreign' } });
    const joining = { path: { gid: (gid.body as { gid: number }).gid }, body: [{ appkey: on.app.key, add: ['asleep'] }] };
    await other.jmessage.call('changeCrossGroupMembers', joining);
    await block('asleep', 'ann');
    await call('addCrossFriends', 'asleep', { appkey: other.app.key, users: ['ann'] });
    await rongcloud('deactivateUsers', { userId: ['asleep'] });
    expect((await call('getCrossBlacklist', 'asleep')).body).toEqual([]);
    expect((await call('listCrossUserGroups', 'asleep')).body).toHaveLength(1);
    expect((await call('listFriends', 'asleep')).body).toHaveLength(1);
  });
});

test('friends and their notes are no remarks of the RongCloud dialect', async () => {
  await call('addFriends', 'ann', ['bob']);
  await call('setFriendNotes', 'ann', [{ username: 'bob', note_name: 'Bobby' }]);
  expect(await rongcloud('listUserRemarks', { userId: 'ann', page: 1, size: 10 })).toMatchObject({ users: [] });
});
