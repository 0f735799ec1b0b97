import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { destroyDueChatrooms } from '../../../server/src/domain/chatrooms/destruction.ts';
import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const done = { status: 200, body: { code: 200 } };

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const bodyOf = async (operationId: string, body: object) => (await call(operationId, body)).body as Record<string, unknown>;
const get = (chatroomId: string) => bodyOf('getChatroom', { chatroomId });
const unknown = { code: 23410 };

const entry = { userId: 'ann', key: 'topic', value: 'chess' };
/** Each call that can come before the chatroom. */
const calls: [operationId: string, fields: object][] = [
  ['addChatroomWhitelistUsers', { userId: ['vip'] }],
  ['muteChatroom', {}],
  ['addChatroomAllowlistUsers', { userId: ['host'] }],
  ['setChatroomDestruction', { destroyType: 1, destroyTime: 90 }],
  ['setChatroomAttribute', entry],
  ['batchSetChatroomAttributes', { entryOwnerId: 'ann', entryInfo: '{"a":"1"}' }],
  ['removeChatroomAttribute', { userId: 'ann', key: 'a' }],
  ['batchRemoveChatroomAttributes', { entryOwnerId: 'ann', entryKeys: '["none"]' }],
];
async function prepare(chatroomId: string): Promise<void> {
  for (const [operationId, fields] of calls) expect(await call(operationId, { chatroomId, ...fields })).toMatchObject(done);
}

/** What the lists and questions show. */
async function shown(chatroomId: string) {
  const [whitelist, allowlist, muted, muteds, entries] = await Promise.all([
    bodyOf('listChatroomWhitelistUsers', { chatroomId }),
    bodyOf('listChatroomAllowlistUsers', { chatroomId }),
    bodyOf('checkChatroomMuted', { chatroomId }),
    bodyOf('listMutedChatrooms', { size: 1000 }),
    bodyOf('listChatroomAttributes', { chatroomId }),
  ]);
  return {
    vip: whitelist.users,
    hosts: allowlist.userIds,
    muted: muted.status,
    listed: (muteds.chatroomIds as string[]).includes(chatroomId),
    entries: (entries.keys as { key: string; value: string }[]).map(({ key, value }) => `${key}=${value}`),
  };
}
const everything = { vip: ['vip'], hosts: ['host'], muted: 1, listed: true, entries: ['topic=chess'] };
const nothing = { vip: [], hosts: [], muted: 0, listed: false, entries: [] };

describe('a chatroom that is not there', () => {
  test.each(calls)('%s is accepted and makes none', async (operationId, fields) => {
    expect(await call(operationId, { chatroomId: `alone-${operationId}`, ...fields })).toMatchObject(done);
    expect(await get(`alone-${operationId}`)).toMatchObject(unknown);
  });

  test('shows what was set for it in the lists, and stays unknown to everything else', async () => {
    await prepare('soon');
    expect(await shown('soon')).toEqual(everything);
    expect(await get('soon')).toMatchObject(unknown);
    expect(await bodyOf('listNamedChatrooms', { chatroomId: ['soon'] })).toEqual({ code: 200, chatRooms: [] });
    await expect(joinChatroom(on.ctx, { chatroomId: 'soon', userIds: ['ann'] })).rejects.toMatchObject({ code: 'room-unknown' });
  });

  test('is not among the chat rooms of the other dialect, nor counted, until it comes', async () => {
    const { rongcloud, jmessage } = await on.addApp();
    const list = async () => (await jmessage.call('listChatrooms', { query: { start: 0, count: 10 } })).body;
    await rongcloud.call('muteChatroom', { body: { chatroomId: 'later' } });
    expect(await list()).toMatchObject({ total: 0, rooms: [] });
    await rongcloud.call('createNamedChatrooms', { body: { chatroom: { later: 'Later' } } });
    expect(await list()).toMatchObject({ total: 1, rooms: [{ name: 'Later' }] });
    expect(await rongcloud.call('checkChatroomMuted', { body: { chatroomId: 'later' } })).toMatchObject({ body: { status: 1 } });
  });

  test('takes back what is taken back, and loses all with Destroy', async () => {
    await prepare('back');
    await call('unmuteChatrooms', { chatroomId: ['back'] });
    await call('removeChatroomAllowlistUsers', { chatroomId: 'back', userId: ['host'] });
    await call('removeChatroomWhitelistUsers', { chatroomId: 'back', userId: ['vip'] });
    await call('removeChatroomAttribute', { chatroomId: 'back', userId: 'ann', key: 'topic' });
    expect(await shown('back')).toEqual(nothing);
    await prepare('gone');
    await call('destroyChatrooms', { chatroomId: ['gone'] });
    expect(await shown('gone')).toEqual(nothing);
  });

  test('has nothing of one of the same id whose time is over', async () => {
    await call('createChatroom', {
      chatroomId: 'again',
      isBan: true,
      whiteUserIds: ['old'],
      entryOwnerId: 'ann',
      entryInfo: '{"old":"1"}',
    });
    on.clock.advance(60 * minute);
    await call('setChatroomAttribute', { chatroomId: 'again', ...entry });
    expect(await shown('again')).toEqual({ ...nothing, entries: everything.entries });
  });

  test('keeps to the limits of a list and to the app', async () => {
    const userId = Array.from({ length: 5 }, (_, index) => `u${index}`);
    await call('addChatroomWhitelistUsers', { chatroomId: 'full', userId });
    expect(await call('addChatroomWhitelistUsers', { chatroomId: 'full', userId: ['one more'] })).toMatchObject({ body: { code: 1002 } });
    expect(await shown('full')).toEqual({ ...nothing, vip: userId });
    const { rongcloud } = await on.addApp();
    expect(await rongcloud.call('listChatroomWhitelistUsers', { body: { chatroomId: 'full' } })).toMatchObject({ body: { users: [] } });
  });

  test('forgets users who are deleted', async () => {
    await call('registerUser', { userId: 'vip' });
    await prepare('deleted');
    await on.jmessage.call('deleteUser', { path: { username: 'vip' } });
    expect(await shown('deleted')).toEqual({ ...everything, vip: [] });
  });

  test('waits for 7 days after the last call about it, and leaves no row behind', async () => {
    await prepare('late');
    on.clock.advance(6 * day);
    await call('setChatroomAttribute', { chatroomId: 'late', ...entry });
    on.clock.advance(7 * day - 1);
    await destroyDueChatrooms(on.server.services);
    expect(await shown('late')).toEqual(everything);
    on.clock.advance(1);
    expect(await shown('late')).toEqual(nothing);
    await destroyDueChatrooms(on.server.services);
    expect(await on.ctx.db.selectFrom('chatrooms').select('room_id').where('chatroom_id', '=', 'late').execute()).toEqual([]);
  });
});

describe('when the chatroom comes', () => {
  test.each([
    ['by Create', 'createChatroom', { chatroomId: 'made' }],
    ['by Create, as the Go SDK writes it', 'createChatroom', { chatroomId: 'made', destroyType: 0, destroyTime: 0, isBan: false }],
    ['by name', 'createNamedChatrooms', { chatroom: { made: 'Made' } }],
  ] as const)('%s, it has what was set for it, and its age begins', async (_, operationId, body) => {
    await call('destroyChatrooms', { chatroomId: ['made'] });
    await prepare('made');
    on.clock.advance(day);
    await call(operationId, body);
    expect(await get('made')).toMatchObject({ createTime: on.clock.now(), destroyType: 1, destroyTime: 90, ban: true, memberCount: 0 });
    expect(await shown('made')).toEqual(everything);
    await joinChatroom(on.ctx, { chatroomId: 'made', userIds: ['ann'] });
    on.clock.advance(90 * minute);
    expect(await get('made')).toMatchObject(unknown);
    expect(await shown('made')).toEqual(nothing);
  });

  test('what Create says goes before what was set for it', async () => {
    await prepare('told');
    await call('createChatroom', { chatroomId: 'told', destroyTime: 120, whiteUserIds: ['other'] });
    expect(await get('told')).toMatchObject({ destroyType: 0, destroyTime: 120, ban: true });
    expect(await shown('told')).toEqual({ ...everything, hosts: ['other'] });
  });

  test('without a destruction it has that of the call that makes it', async () => {
    const { rongcloud } = await on.addApp({ settings: { chatroomIdleMinutes: 75 } });
    const timeOf = async (chatroomId: string) => (await rongcloud.call('getChatroom', { body: { chatroomId } })).body;
    for (const chatroomId of ['one', 'two']) await rongcloud.call('muteChatroom', { body: { chatroomId } });
    await rongcloud.call('createChatroom', { body: { chatroomId: 'one' } });
    await rongcloud.call('createNamedChatrooms', { body: { chatroom: { two: 'Two' } } });
    expect([await timeOf('one'), await timeOf('two')]).toMatchObject([{ destroyTime: 60 }, { destroyTime: 75 }]);
  });

  test('calls and creations at once end in one chatroom that has everything', async () => {
    const at = Array.from({ length: 6 }, (_, index) => `at${index}`);
    await Promise.all(
      at.flatMap((chatroomId) => [
        ...calls.slice(0, 5).map(([operationId, fields]) => call(operationId, { chatroomId, ...fields })),
        call('createNamedChatrooms', { chatroom: { [chatroomId]: 'At once' } }),
      ]),
    );
    for (const chatroomId of at) {
      expect(await get(chatroomId)).toMatchObject({ destroyType: 1, destroyTime: 90, ban: true });
      expect(await shown(chatroomId)).toEqual(everything);
    }
  });

  test('a kept-alive id does not make it wait longer, nor does keeping alive take away what is kept', async () => {
    await prepare('alive');
    await call('keepChatroomAlive', { chatroomId: 'alive' });
    expect(await shown('alive')).toEqual(everything);
    expect(await get('alive')).toMatchObject(unknown);
    await call('removeKeptAliveChatroom', { chatroomId: 'alive' });
  });
});
