import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { verdictOn } from '../support/verdict.ts';

const minute = 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const create = (chatroomId: string) => call('createChatroom', { chatroomId });
const join = (chatroomId: string, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId, userIds });
const leave = (chatroomId: string, ...userIds: string[]) => leaveChatroom(on.ctx, { chatroomId, userIds });
const isIn = async (chatroomId: string, userId: string) =>
  ((await call('checkChatroomMember', { chatroomId, userId })).body as { isInChrm: boolean }).isInChrm;
/** Whether no mute keeps the user from sending. */
const hasVoice = async (chatroomId: string, userId: string) =>
  (await verdictOn(on, userId, { kind: 'chatroom', id: chatroomId })) !== 'sender-muted-in-room';
const shown = (millis: number) => new Date(millis + 480 * minute).toISOString().slice(0, 19).replace('T', ' ');
const names = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

/** Operations on a list of users until a time; `place` is the chatroom, or nothing for all. */
const timedLists = [
  ['mutes in a chatroom', 'muteChatroomUsers', 'unmuteChatroomUsers', 'listMutedChatroomUsers', { chatroomId: 'timed' }],
  ['mutes in all chatrooms', 'muteUsersInAllChatrooms', 'unmuteUsersInAllChatrooms', 'listUsersMutedInAllChatrooms', {}],
  ['blocks', 'blockChatroomUsers', 'unblockChatroomUsers', 'listBlockedChatroomUsers', { chatroomId: 'timed' }],
] as const;

describe('members', () => {
  const list = async (chatroomId: string, asked: { count?: number; order?: 1 | 2 } = {}) =>
    (await call('listChatroomMembers', { chatroomId, ...asked })).body as { total: number; users: { id: string; time: string }[] };

  test('are listed by the time they joined, from either end, with the total', async () => {
    await create('line');
    await join('line', 'b', 'a');
    const first = shown(on.clock.now());
    on.clock.advance(minute);
    await join('line', 'c', 'a');
    expect(await list('line', { count: 3 })).toEqual({
      code: 200,
      total: 3,
      users: [
        { id: 'b', time: first },
        { id: 'a', time: first },
        { id: 'c', time: shown(on.clock.now()) },
      ],
    });
    const { total, users } = await list('line', { count: 2, order: 2 });
    expect([total, users.map(({ id }) => id)]).toEqual([3, ['c', 'a']]);
  });

  test('more than 500 are not listed, whatever is asked; 500 from the first on come when nothing is asked', async () => {
    await create('crowd');
    await join('crowd', ...names(501));
    for (const asked of [{}, { count: 501, order: 1 }, { count: 2_147_483_647 }] as const) {
      const { total, users } = await list('crowd', asked);
      expect([total, users.length, users[499]?.id]).toEqual([501, 500, 'u499']);
    }
    expect((await list('crowd', { order: 2 })).users[499]?.id).toBe('u1');
  });

  test('an unknown chatroom has none', async () => {
    expect(await list('never-there')).toEqual({ code: 200, total: 0, users: [] });
    expect(await isIn('never-there', 'ann')).toBe(false);
  });

  test('are checked alone as a boolean and together as numbers in the order asked, twice when asked twice', async () => {
    await create('check');
    await join('check', 'in1', 'in2');
    expect([await isIn('check', 'in1'), await isIn('check', 'out')]).toEqual([true, false]);
    const { body } = await call('checkChatroomMembers', { chatroomId: 'check', userId: ['out', 'in2', 'in1', 'out'] });
    const entry = (userId: string, isInChrm: number) => ({ userId, isInChrm });
    expect(body).toEqual({ code: 200, result: [entry('out', 0), entry('in2', 1), entry('in1', 1), entry('out', 0)] });
  });

  test('a thousand of the longest ids are checked in one call, one more is refused', async () => {
    const userId = Array.from({ length: 1001 }, (_, index) => `${index}`.padStart(64, '+'));
    const answer = await call('checkChatroomMembers', { chatroomId: 'check', userId: userId.slice(1) });
    expect((answer.body as { result: unknown[] }).result).toHaveLength(1000);
    expect(await call('checkChatroomMembers', { chatroomId: 'check', userId })).toMatchObject(refused(1002));
  });

  test('of a chatroom whose time is over are none', async () => {
    await create('past');
    await join('past', 'ann');
    on.clock.advance(60 * minute);
    expect(await isIn('past', 'ann')).toBe(false);
    expect(await list('past')).toMatchObject({ total: 0, users: [] });
  });
});

describe.each(timedLists)('%s', (_, add, remove, list, place) => {
  const listed = async () => ((await call(list, place)).body as { users: { userId: string; time: string }[] }).users;

  test('end on time; a new call sets a new end; the list has the latest end first', async () => {
    await call(add, { ...place, userId: ['t1', 't2'], minute: 10 });
    await call(add, { ...place, userId: ['t2', 't3'], minute: 43_200 });
    await call(add, { ...place, userId: ['t3'], minute: 1 });
    const now = on.clock.now();
    expect(await listed()).toEqual([
      { userId: 't2', time: shown(now + 43_200 * minute) },
      { userId: 't1', time: shown(now + 10 * minute) },
      { userId: 't3', time: shown(now + minute) },
    ]);
    on.clock.advance(minute);
    expect((await listed()).map(({ userId }) => userId)).toEqual(['t2', 't1']);
  });

  test('are lifted, also from users who have none', async () => {
    await call(add, { ...place, userId: ['t1', 't2'], minute: 10 });
    expect(await call(remove, { ...place, userId: ['t1', 't2', 'never'] })).toMatchObject({ status: 200 });
    expect(await listed()).toEqual([]);
  });

  test('take needNotify and extra as the SDKs write them', async () => {
    const path = on.rongcloud.api.byId(add).path;
    for (const notice of ['needNotify=true&extra=%7B%7D', 'needNotify=1', 'needNotify=', 'needNotify=0', 'needNotify=False&extra=']) {
      expect(await post(on.rongcloud, path, { body: `userId=n&minute=1&chatroomId=timed&${notice}` })).toMatchObject({ status: 200 });
    }
    expect(await post(on.rongcloud, path, { body: 'userId=n&minute=1&chatroomId=timed&needNotify=2' })).toMatchObject(refused(1002));
  });

  test('are bounded: 1 to 43200 minutes, 20 users', async () => {
    for (const minutes of [0, 43_201]) {
      expect(await call(add, { ...place, userId: ['t'], minute: minutes })).toMatchObject(refused(1002));
    }
    expect(await call(add, { ...place, userId: names(20), minute: 1 })).toMatchObject({ status: 200 });
    expect(await call(add, { ...place, userId: names(21), minute: 1 })).toMatchObject(refused(1002));
    expect(await call(remove, { ...place, userId: names(21) })).toMatchObject(refused(1002));
  });
});

describe('a mute in a chatroom', () => {
  test('holds to the minute, there only, through leaving, coming back and destruction', async () => {
    await create('quiet');
    await join('quiet', 'mia');
    await call('muteChatroomUsers', { chatroomId: 'quiet', userId: ['mia'], minute: 10 });
    await leave('quiet', 'mia');
    await join('quiet', 'mia');
    await call('destroyChatrooms', { chatroomId: ['quiet'] });
    await create('quiet');
    expect([await hasVoice('quiet', 'mia'), await hasVoice('other', 'mia')]).toEqual([false, true]);
    on.clock.advance(10 * minute - 1);
    expect(await hasVoice('quiet', 'mia')).toBe(false);
    on.clock.advance(1);
    expect(await hasVoice('quiet', 'mia')).toBe(true);
  });
});

describe('a mute in all chatrooms', () => {
  test('holds in chatrooms made later, and is apart from one in a chatroom', async () => {
    await call('muteUsersInAllChatrooms', { userId: ['max'], minute: 10 });
    await call('muteChatroomUsers', { chatroomId: 'own', userId: ['max'], minute: 10 });
    expect(await hasVoice('made-later', 'max')).toBe(false);
    await call('unmuteUsersInAllChatrooms', { userId: ['max'] });
    expect([await hasVoice('made-later', 'max'), await hasVoice('own', 'max')]).toEqual([true, false]);
    await call('unmuteChatroomUsers', { chatroomId: 'own', userId: ['max'] });
    expect(await hasVoice('own', 'max')).toBe(true);
  });

  test('is refused while the service is off; mutes in one chatroom are not', async () => {
    const { rongcloud } = await on.addApp({ settings: { services: { chatroomGlobalMute: false } } });
    const body = { userId: ['u'], minute: 1 };
    for (const operationId of ['muteUsersInAllChatrooms', 'unmuteUsersInAllChatrooms', 'listUsersMutedInAllChatrooms']) {
      expect(await rongcloud.call(operationId, { body })).toMatchObject(refused(1009, 430));
    }
    expect(await rongcloud.call('muteChatroomUsers', { body: { ...body, chatroomId: 'r' } })).toMatchObject({ status: 200 });
  });
});

describe('a block', () => {
  test('removes the user at once, as activity, and refuses to let the user in until it is over', async () => {
    await create('door');
    await join('door', 'bob', 'bea');
    on.clock.advance(59 * minute);
    await call('blockChatroomUsers', { chatroomId: 'door', userId: ['bob'], minute: 30 });
    expect([await isIn('door', 'bob'), await isIn('door', 'bea')]).toEqual([false, true]);
    await expect(join('door', 'new', 'bob')).rejects.toMatchObject({ code: 'room-blocked' });
    expect(await isIn('door', 'new')).toBe(false);
    on.clock.advance(30 * minute);
    await join('door', 'bob');
    expect(await isIn('door', 'bob')).toBe(true);
  });

  test('outlives the chatroom and keeps the place on the allowlist; unblocking does not put the user back in', async () => {
    await create('gate');
    await join('gate', 'ben');
    await call('addChatroomAllowlistUsers', { chatroomId: 'gate', userId: ['ben'] });
    await call('blockChatroomUsers', { chatroomId: 'gate', userId: ['ben'], minute: 30 });
    expect(await call('listChatroomAllowlistUsers', { chatroomId: 'gate' })).toMatchObject({ body: { userIds: ['ben'] } });
    await call('destroyChatrooms', { chatroomId: ['gate'] });
    await create('gate');
    await expect(join('gate', 'ben')).rejects.toMatchObject({ code: 'room-blocked' });
    await call('unblockChatroomUsers', { chatroomId: 'gate', userId: ['ben'] });
    expect(await isIn('gate', 'ben')).toBe(false);
    await join('gate', 'ben');
  });
});

describe('muting all members', () => {
  const status = async (chatroomId: string) => ((await call('checkChatroomMuted', { chatroomId })).body as { status: number }).status;

  test('holds until it ends or the chatroom does', async () => {
    await create('hall');
    await call('muteChatroom', { chatroomId: 'hall' });
    expect([await status('hall'), await hasVoice('hall', 'ann')]).toEqual([1, false]);
    expect(await call('unmuteChatrooms', { chatroomId: ['hall', 'never-there'] })).toMatchObject({ status: 200 });
    expect([await status('hall'), await hasVoice('hall', 'ann')]).toEqual([0, true]);
    await call('muteChatroom', { chatroomId: 'hall' });
    await call('destroyChatrooms', { chatroomId: ['hall'] });
    await create('hall');
    expect(await status('hall')).toBe(0);
  });

  test('is not of an unknown chatroom, which can be unmuted', async () => {
    expect(await status('never-there')).toBe(0);
    expect(await call('unmuteChatrooms', { chatroomId: ['never-there'] })).toMatchObject({ body: { code: 200 } });
  });

  test('is listed in the order of muting, in pages, without chatrooms whose time is over', async () => {
    const { rongcloud } = await on.addApp();
    const list = async (body: object) =>
      ((await rongcloud.call('listMutedChatrooms', { body })).body as { chatroomIds: string[] }).chatroomIds;
    for (const [chatroomId, destroyTime] of [
      ['m2', 120],
      ['m1', 60],
      ['m3', 120],
    ] as const) {
      await rongcloud.call('createChatroom', { body: { chatroomId, destroyTime, isBan: true } });
      on.clock.advance(1);
    }
    await rongcloud.call('muteChatroom', { body: { chatroomId: 'm2' } });
    expect(await list({})).toEqual(['m2', 'm1', 'm3']);
    expect(await list({ size: 0, page: 0 })).toEqual(['m2', 'm1', 'm3']);
    expect(await list({ size: 2, page: 2 })).toEqual(['m3']);
    expect(await list({ size: 1000, page: 9 })).toEqual([]);
    on.clock.advance(60 * minute);
    expect(await list({})).toEqual(['m2', 'm3']);
  });
});

describe('the allowlist', () => {
  const list = async (chatroomId: string) =>
    ((await call('listChatroomAllowlistUsers', { chatroomId })).body as { userIds: string[] }).userIds;
  const allow = (chatroomId: string, ...userId: string[]) => call('addChatroomAllowlistUsers', { chatroomId, userId });

  test('has users in the order of addition, each once, until they are taken off', async () => {
    await create('stage');
    await allow('stage', 'b', 'a');
    await allow('stage', 'c', 'b');
    expect(await list('stage')).toEqual(['b', 'a', 'c']);
    expect(await call('removeChatroomAllowlistUsers', { chatroomId: 'stage', userId: ['a', 'never-on'] })).toMatchObject({ status: 200 });
    expect(await list('stage')).toEqual(['b', 'c']);
  });

  test('comes with a new chatroom and goes with it; creating again replaces it when it is given', async () => {
    await call('createChatroom', { chatroomId: 'vip', whiteUserIds: ['a', 'b'] });
    await create('vip');
    expect(await list('vip')).toEqual(['a', 'b']);
    await call('createChatroom', { chatroomId: 'vip', whiteUserIds: ['c'] });
    expect(await list('vip')).toEqual(['c']);
    await call('destroyChatrooms', { chatroomId: ['vip'] });
    expect(await list('vip')).toEqual([]);
    await create('vip');
    expect(await list('vip')).toEqual([]);
  });

  test('has at most 20 users, whoever is faster; a call that would pass them adds nobody', async () => {
    await create('full');
    await allow('full', ...names(19));
    expect(await allow('full', 'x', 'y')).toMatchObject(refused(1002));
    const answers = await Promise.all(['v', 'w', 'x'].map((user) => allow('full', user)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await list('full')).toHaveLength(20);
    expect(await allow('full', ...names(21))).toMatchObject(refused(1002));
  });

  test('has nobody of an unknown chatroom, where nobody is taken off', async () => {
    expect(await call('removeChatroomAllowlistUsers', { chatroomId: 'never-there', userId: ['a'] })).toMatchObject({ body: { code: 200 } });
    expect(await list('never-there')).toEqual([]);
  });
});
