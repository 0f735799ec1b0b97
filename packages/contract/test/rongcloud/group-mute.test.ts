import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';
import { verdictOn } from '../support/verdict.ts';

const minute = 60_000;
const permanent = '9999-12-31 23:59:59';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
/** Whether no mute keeps the user from sending. */
const hasVoice = async (groupId: string, userId: string) =>
  (await verdictOn(on, userId, { kind: 'group', id: groupId })) !== 'sender-muted-in-group';
const shown = (millis: number) => new Date(millis + 480 * minute).toISOString().slice(0, 19).replace('T', ' ');
const make = (groupId: string, userId: string[]) => call('createGroup', { groupId, groupName: groupId, userId });

interface Mute {
  startTime: string;
  time: string;
  userId: string;
}

/** Mutes of an app of its own, in a group or everywhere. */
async function newApp() {
  const { rongcloud } = await on.addApp();
  const call = (operationId: string, body: object = {}) => rongcloud.call(operationId, { body });
  const muted = async (place: { groupId?: string } = {}) => ((await call('listMutedGroupUsers', place)).body as { users: Mute[] }).users;
  return { call, muted };
}

describe.each([
  ['in a group', { groupId: 'chess' }],
  ['in all groups', {}],
])('mutes %s', (_, place: { groupId?: string }) => {
  test('are listed with start and end, the latest end first, until the very instant they end', async () => {
    const { call, muted } = await newApp();
    const start = on.clock.now();
    await call('muteGroupUsers', { ...place, userId: ['a', 'b', 'c'], minute: 1 });
    await call('muteGroupUsers', { ...place, userId: ['p'], minute: 0 });
    await call('muteGroupUsers', { ...place, userId: ['m'], minute: 43_200 });
    expect((await muted(place)).slice(0, 3)).toEqual([
      { startTime: shown(start), time: permanent, userId: 'p' },
      { startTime: shown(start), time: shown(start + 43_200 * minute), userId: 'm' },
      { startTime: shown(start), time: shown(start + minute), userId: 'c' },
    ]);
    on.clock.advance(minute - 1);
    expect(await muted(place)).toHaveLength(5);
    on.clock.advance(1);
    expect((await muted(place)).map(({ userId }) => userId)).toEqual(['p', 'm']);
  });

  test('get the start and end of the last call, whether longer, shorter or permanent', async () => {
    const { call, muted } = await newApp();
    for (const minutes of [10, 5, 0, 20]) {
      on.clock.advance(1000);
      const now = on.clock.now();
      await call('muteGroupUsers', { ...place, userId: ['a'], minute: minutes });
      const time = minutes === 0 ? permanent : shown(now + minutes * minute);
      expect(await muted(place)).toEqual([{ startTime: shown(now), time, userId: 'a' }]);
    }
  });

  test('are lifted; who has none is no error', async () => {
    const { call, muted } = await newApp();
    await call('muteGroupUsers', { ...place, userId: ['a', 'b', 'a'], minute: 0 });
    expect(await call('unmuteGroupUsers', { ...place, userId: ['a', 'never'] })).toMatchObject(accepted);
    expect((await muted(place)).map(({ userId }) => userId)).toEqual(['b']);
  });

  test('are bounded: 0 to 43200 minutes, 20 users', async () => {
    const { call } = await newApp();
    for (const minutes of [-1, 43_201, 1.5]) {
      expect(await call('muteGroupUsers', { ...place, userId: ['a'], minute: minutes })).toMatchObject(refused(1002));
    }
    expect(await call('muteGroupUsers', { ...place, userId: ids('u', 20), minute: 1 })).toMatchObject(accepted);
    expect(await call('muteGroupUsers', { ...place, userId: ids('u', 21), minute: 1 })).toMatchObject(refused(1002));
    expect(await call('unmuteGroupUsers', { ...place, userId: ids('u', 21) })).toMatchObject(refused(1002));
  });
});

describe('a mute', () => {
  test('of a group and one of all groups are apart', async () => {
    await call('muteGroupUsers', { userId: ['max'], minute: 0 });
    await call('muteGroupUsers', { groupId: 'own', userId: ['max'], minute: 0 });
    expect([await hasVoice('own', 'max'), await hasVoice('made-later', 'max')]).toEqual([false, false]);
    await call('unmuteGroupUsers', { userId: ['max'] });
    expect([await hasVoice('own', 'max'), await hasVoice('made-later', 'max')]).toEqual([false, true]);
    await call('unmuteGroupUsers', { groupId: 'own', userId: ['max'] });
    expect(await hasVoice('own', 'max')).toBe(true);
  });

  test('with an empty groupId is one of all groups', async () => {
    expect(await post(on.rongcloud, '/group/user/gag/add.json', { body: 'userId=eve&groupId=&minute=0' })).toMatchObject(accepted);
    expect(await hasVoice('any', 'eve')).toBe(false);
    const { body } = await post(on.rongcloud, '/group/user/gag/list.json', { body: 'groupId=' });
    expect(body).toMatchObject({ users: [{ userId: 'eve' }] });
    expect(await post(on.rongcloud, '/group/user/gag/rollback.json', { body: 'userId=eve&groupId=' })).toMatchObject(accepted);
    expect((await post(on.rongcloud, '/group/user/gag/list.json', { body: '' })).body).toEqual({ code: 200, users: [] });
  });

  test('is not asked for under what is no id', async () => {
    expect(await call('listMutedGroupUsers', { groupId: 'a,b' })).toMatchObject(refused(1002));
  });

  test('outlasts leaving, dismissal and a group made again', async () => {
    await make('again', ['mia']);
    await call('muteGroupUsers', { groupId: 'again', userId: ['mia'], minute: 10 });
    await call('quitGroup', { groupId: 'again', userId: ['mia'] });
    await call('dismissGroup', { groupId: 'again', userId: 'mia' });
    await make('again', ['mia']);
    expect(await hasVoice('again', 'mia')).toBe(false);
    on.clock.advance(10 * minute);
    expect(await hasVoice('again', 'mia')).toBe(true);
  });

  test('does not stop the Server API', async () => {
    await call('muteGroupUsers', { groupId: 'loud', userId: ['tom'], minute: 0 });
    await call('muteGroups', { groupId: ['loud'] });
    const message = { fromUserId: 'tom', toGroupId: ['loud'], objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
    expect(await call('publishGroupMessage', message)).toMatchObject(accepted);
  });

  test('and a silence of the JMessage dialect are the same', async () => {
    await insertUsers(on, 'owner', 'ann', 'bob');
    const created = await on.jmessage.call('createGroup', {
      body: { owner_username: 'owner', name: 'g', members_username: ['ann', 'bob'] },
    });
    const { gid } = created.body as { gid: number };
    const silence = (status: boolean, body: string[]) =>
      on.jmessage.call('silenceGroupMembers', { path: { gid }, query: { status }, body });
    await silence(true, ['ann']);
    const groupId = String(gid);
    const users = [{ startTime: shown(on.clock.now()), time: permanent, userId: 'ann' }];
    expect((await call('listMutedGroupUsers', { groupId })).body).toEqual({ code: 200, users });
    await call('unmuteGroupUsers', { groupId, userId: ['ann'] });
    expect(await hasVoice(groupId, 'ann')).toBe(true);
    await call('muteGroupUsers', { groupId, userId: ['bob'], minute: 10 });
    await silence(false, ['bob']);
    expect(await hasVoice(groupId, 'bob')).toBe(true);
  });
});

describe('mutes in all groups', () => {
  test('are at most 100, whoever is faster; those that are over leave room, and those muted may be muted again', async () => {
    const { call, muted } = await newApp();
    const mute = (userId: string[], minutes = 0) => call('muteGroupUsers', { userId, minute: minutes });
    for (let start = 0; start < 80; start += 20) await mute(ids('u', 80).slice(start, start + 20));
    await mute(ids('over', 20), 1);
    const errorMessage = 'userId would make more than 100 users muted in all groups.';
    expect(await mute(['x'])).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
    expect(await mute(['u0', 'u1'], 10)).toMatchObject(accepted);
    on.clock.advance(minute);
    const answers = await Promise.all([mute(ids('a', 15)), mute(ids('b', 15)), mute(ids('c', 15))]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await muted()).toHaveLength(95);
    expect(await call('muteGroupUsers', { groupId: 'one', userId: ['x'], minute: 1 })).toMatchObject(accepted);
  });

  test('concern one app', async () => {
    const other = await newApp();
    await other.call('muteGroupUsers', { userId: ['zoe'], minute: 0 });
    expect(await hasVoice('any', 'zoe')).toBe(true);
    expect((await call('listMutedGroupUsers')).body).not.toMatchObject({ users: [{ userId: 'zoe' }] });
  });
});

describe('muting all members', () => {
  const stats = async (body?: object) => {
    const { groupinfo } = (await call('listMutedGroups', body)).body as { groupinfo: { groupId: string; stat: number }[] };
    return groupinfo.map(({ groupId, stat }) => `${groupId} ${stat}`);
  };

  test('holds until it is cancelled, for several groups at once, known or not', async () => {
    await make('hall', ['ann']);
    expect(await call('muteGroups', { groupId: ['hall', 'never-there'] })).toMatchObject(accepted);
    expect(await call('muteGroups', { groupId: ['hall'] })).toMatchObject(accepted);
    expect([await hasVoice('hall', 'ann'), await hasVoice('never-there', 'ann')]).toEqual([false, false]);
    expect(await stats({ groupId: ['free', 'never-there', 'hall', 'free'] })).toEqual(['free 0', 'never-there 1', 'hall 1', 'free 0']);
    expect(await call('unmuteGroups', { groupId: ['hall', 'never-there', 'free'] })).toMatchObject(accepted);
    expect(await stats({ groupId: ['hall'] })).toEqual(['hall 0']);
    expect(await hasVoice('hall', 'ann')).toBe(true);
  });

  test('outlasts the dismissal of the group', async () => {
    await make('phoenix', ['ann']);
    await call('muteGroups', { groupId: ['phoenix'] });
    await call('dismissGroup', { groupId: 'phoenix', userId: 'ann' });
    await make('phoenix', ['ann']);
    expect(await hasVoice('phoenix', 'ann')).toBe(false);
  });

  test('is apart from mutes of users', async () => {
    await call('muteGroupUsers', { groupId: 'both', userId: ['ann'], minute: 0 });
    await call('muteGroups', { groupId: ['both'] });
    await call('unmuteGroups', { groupId: ['both'] });
    expect([await hasVoice('both', 'ann'), await hasVoice('both', 'bob')]).toEqual([false, true]);
  });

  test('is listed in the order of muting, in pages, when no group or a page or a size is given', async () => {
    const { call } = await newApp();
    const list = async (body?: object) => {
      const { groupinfo } = (await call('listMutedGroups', body)).body as { groupinfo: { groupId: string; stat: number }[] };
      expect(groupinfo.every(({ stat }) => stat === 1)).toBe(true);
      return groupinfo.map(({ groupId }) => groupId);
    };
    for (const groupId of ['c', 'a', 'b', 'c']) await call('muteGroups', { groupId: [groupId] });
    expect(await list()).toEqual(['c', 'a', 'b']);
    expect(await list({ page: 0, size: 0 })).toEqual(['c', 'a', 'b']);
    expect(await list({ page: 2, size: 2 })).toEqual(['b']);
    expect(await list({ size: 1, groupId: ['free'] })).toEqual(['c']);
    expect(await list({ page: 1, groupId: ['free'] })).toEqual(['c', 'a', 'b']);
    expect(await list({ page: 9 })).toEqual([]);
    await call('muteGroups', { groupId: ids('g', 20) });
    await call('muteGroups', { groupId: ids('h', 20) });
    await call('muteGroups', { groupId: ids('i', 20) });
    expect(await list()).toHaveLength(50);
    expect(await list({ size: 200 })).toHaveLength(63);
  });

  test('takes 1 to 20 groups, and pages of up to 200', async () => {
    for (const operationId of ['muteGroups', 'unmuteGroups', 'listMutedGroups']) {
      expect(await call(operationId, { groupId: ids('g', 21) })).toMatchObject(refused(1002));
      expect(await call(operationId, { groupId: ['x'.repeat(65)] })).toMatchObject(refused(1005));
    }
    expect(await call('listMutedGroups', { size: 201 })).toMatchObject(refused(1002));
  });
});

describe('the allowlist', () => {
  const allow = (groupId: string, ...userId: string[]) => call('addGroupAllowlistUsers', { groupId, userId });
  const list = async (groupId: string) => ((await call('listGroupAllowlistUsers', { groupId })).body as { userIds: string[] }).userIds;

  test('has users in the order of addition, each once, until they are taken off', async () => {
    expect(await allow('stage', 'b', 'a', 'b')).toMatchObject(accepted);
    await allow('stage', 'c', 'b');
    expect(await list('stage')).toEqual(['b', 'a', 'c']);
    expect(await call('removeGroupAllowlistUsers', { groupId: 'stage', userId: ['a', 'never-on'] })).toMatchObject(accepted);
    expect(await list('stage')).toEqual(['b', 'c']);
    expect(await list('other')).toEqual([]);
  });

  test('takes additions and removals at once, in opposite orders', async () => {
    const users = ids('u', 20);
    const answers = await Promise.all(
      [users, users.toReversed(), users].flatMap((userId) => [
        call('addGroupAllowlistUsers', { groupId: 'race', userId }),
        call('removeGroupAllowlistUsers', { groupId: 'race', userId: userId.toReversed() }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  test('outlasts leaving and dismissal', async () => {
    await make('vip', ['ann']);
    await allow('vip', 'ann');
    await call('muteGroups', { groupId: ['vip'] });
    await call('quitGroup', { groupId: 'vip', userId: ['ann'] });
    await call('dismissGroup', { groupId: 'vip', userId: 'ann' });
    await make('vip', ['ann']);
    expect([await hasVoice('vip', 'ann'), await hasVoice('vip', 'bob')]).toEqual([true, false]);
  });

  test('takes 1 to 20 users in a call', async () => {
    for (const operationId of ['addGroupAllowlistUsers', 'removeGroupAllowlistUsers']) {
      expect(await call(operationId, { groupId: 'many', userId: ids('u', 21) })).toMatchObject(refused(1002));
    }
    for (const part of ['a', 'b', 'c']) await allow('many', ...ids(part, 20));
    expect(await list('many')).toHaveLength(60);
  });

  test('loses a user whose account is deleted, as the mutes do', async () => {
    await insertUsers(on, 'gone');
    await allow('left', 'gone', 'here');
    await call('muteGroupUsers', { userId: ['gone'], minute: 0 });
    await on.jmessage.call('deleteUser', { path: { username: 'gone' } });
    expect(await list('left')).toEqual(['here']);
    expect(await hasVoice('left', 'gone')).toBe(true);
  });
});
