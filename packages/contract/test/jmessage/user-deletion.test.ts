import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { conversationMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, username: string, input: object = {}) => on.jmessage.call(operationId, { path: { username }, ...input });
const register = (...usernames: string[]) =>
  on.jmessage.call('registerUsers', { body: usernames.map((username) => ({ username, password: 'secret' })) });
const rongcloud = async (operationId: string, body: object) => (await on.rongcloud.call(operationId, { body })).body as object;
const remove = (username: string) => call('deleteUser', username);
const refused = (code: number) => ({ error: { code, message: expect.any(String) } });
const createGroup = async (owner: string, members: string[]) => {
  const body = { owner_username: owner, name: 'g', members_username: members };
  return ((await on.jmessage.call('createGroup', { body })).body as { gid: number }).gid;
};
const membersOf = async (gid: number) => (await on.jmessage.call('listGroupMembers', { path: { gid } })).body;

describe('deleting a user', () => {
  test('frees the name, which starts anew', async () => {
    await register('gone');
    await call('updateUser', 'gone', { body: { nickname: 'Gone' } });
    const answer = await remove('gone');
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect(await remove('gone')).toMatchObject({ status: 403, body: refused(899002) });
    expect(await register('gone')).toMatchObject({ status: 201, body: [{ username: 'gone' }] });
    expect((await call('getUser', 'gone')).body).not.toHaveProperty('nickname');
  });

  test('takes the user out of every group: an own group passes on, and goes with its last member', async () => {
    await register('owner', 'next', 'last');
    const passed = await createGroup('owner', ['next', 'last']);
    const joined = await createGroup('next', ['owner']);
    const alone = await createGroup('owner', []);
    await remove('owner');
    expect(await membersOf(passed)).toEqual([
      { username: 'next', flag: 1 },
      { username: 'last', flag: 0 },
    ]);
    expect(await membersOf(joined)).toEqual([{ username: 'next', flag: 1 }]);
    expect(await on.jmessage.call('getGroup', { path: { gid: alone } })).toMatchObject({ status: 403 });
  });

  test('takes the user out of every chat room, where own ones stay without an owner', async () => {
    await register('host1', 'guest');
    const create = async (owner_username: string, members_username: string[]) => {
      const { body } = await on.jmessage.call('createChatroom', { body: { owner_username, name: 'r', members_username } });
      return (body as { chatroom_id: number }).chatroom_id;
    };
    const [own, joined] = [await create('host1', ['guest']), await create('guest', ['host1'])];
    const chatroomId = String(joined);
    await rongcloud('muteChatroomUsers', { chatroomId, userId: ['host1'], minute: 10 });
    await rongcloud('blockChatroomUsers', { chatroomId: 'elsewhere', userId: ['host1'], minute: 10 });
    await rongcloud('addChatroomAllowlistUsers', { chatroomId, userId: ['host1', 'guest'] });
    await rongcloud('addChatroomWhitelistUsers', { chatroomId, userId: ['host1'] });
    await rongcloud('setChatroomAttribute', { chatroomId, userId: 'host1', key: 'k', value: 'v', autoDelete: true });
    await remove('host1');
    await register('host1');
    const rooms = (await on.jmessage.call('getChatrooms', { body: [own, joined] })).body as object[];
    expect(rooms).toMatchObject([{ total_member_count: 1 }, { total_member_count: 1, owner_username: 'guest' }]);
    expect(rooms[0]).not.toHaveProperty('owner_username');
    expect((await call('listUserChatrooms', 'host1')).body).toEqual([]);
    expect(await rongcloud('listMutedChatroomUsers', { chatroomId })).toMatchObject({ users: [] });
    expect(await rongcloud('listBlockedChatroomUsers', { chatroomId: 'elsewhere' })).toMatchObject({ users: [] });
    expect(await rongcloud('listChatroomAllowlistUsers', { chatroomId })).toMatchObject({ userIds: ['guest'] });
    expect(await rongcloud('listChatroomWhitelistUsers', { chatroomId })).toMatchObject({ users: [] });
    expect(await rongcloud('listChatroomAttributes', { chatroomId })).toMatchObject({ keys: [] });
    const owner = { path: { room_id: own }, body: { owner_username: 'guest' } };
    expect(await on.jmessage.call('updateChatroom', owner)).toMatchObject({ status: 204 });
  });

  test('clears blacklists and do-not-disturb on both sides', async () => {
    await register('both', 'other');
    for (const [owner, named] of [
      ['both', 'other'],
      ['other', 'both'],
    ] as const) {
      await call('addToBlacklist', owner, { body: [named] });
      await call('setDoNotDisturb', owner, { body: { single: { add: [named] }, global: 1 } });
    }
    await remove('both');
    await register('both');
    expect((await call('getBlacklist', 'other')).body).toEqual([]);
    expect((await call('getBlacklist', 'both')).body).toEqual([]);
    for (const [owner, named] of [
      ['both', 'other'],
      ['other', 'both'],
    ] as const) {
      expect(await call('setDoNotDisturb', owner, { body: { single: { add: [named] } } })).toMatchObject({ status: 204 });
    }
  });

  test('clears tags, mute, block and deactivation, and ends the tokens for good', async () => {
    const { token } = (await rongcloud('registerUser', { userId: 'state' })) as { token: string };
    await rongcloud('setUserTags', { userId: 'state', tags: ['a'] });
    await rongcloud('setPrivateMute', { userId: ['state'], state: 1, type: 'PERSON' });
    await rongcloud('blockUsers', { userId: ['state'], minute: 10 });
    await rongcloud('deactivateUsers', { userId: ['state'] });
    await remove('state');
    expect(await rongcloud('getUserTags', { userIds: ['state'] })).toMatchObject({ result: { state: [] } });
    expect(await rongcloud('listPrivateMutedUsers', { type: 'PERSON' })).toMatchObject({ users: [] });
    expect(await rongcloud('listBlockedUsers', {})).toMatchObject({ users: [] });
    expect(await rongcloud('listDeactivatedUsers', {})).toMatchObject({ users: [] });
    const fresh = (await rongcloud('registerUser', { userId: 'state' })) as { token: string };
    expect(await verifyToken(on.ctx, token)).toBeUndefined();
    expect(await verifyToken(on.ctx, fresh.token)).toMatchObject({ userId: 'state' });
  });

  test('leaves the messages that the user sent', async () => {
    await register('writer', 'reader');
    const content = '{"content":"Hello"}';
    await rongcloud('publishPrivateMessage', { fromUserId: 'writer', toUserId: ['reader'], objectName: 'RC:TxtMsg', content });
    await remove('writer');
    expect(await conversationMessages(on, 'writer', 'reader')).toMatchObject([{ senderId: 'writer', content }]);
  });

  test('touches no user of the same name in another app, nor its chat rooms', async () => {
    const { jmessage, rongcloud: there } = await on.addApp();
    await register('namesake');
    await jmessage.call('registerUsers', { body: [{ username: 'namesake', password: 'secret' }] });
    const { body } = await jmessage.call('createChatroom', { body: { owner_username: 'namesake', name: 'r' } });
    const { chatroom_id } = body as { chatroom_id: number };
    await there.call('addChatroomAllowlistUsers', { body: { chatroomId: String(chatroom_id), userId: ['namesake'] } });
    await remove('namesake');
    expect(await jmessage.call('getUser', { path: { username: 'namesake' } })).toMatchObject({ status: 200 });
    expect(await jmessage.call('getChatrooms', { body: [chatroom_id] })).toMatchObject({
      body: [{ owner_username: 'namesake', total_member_count: 1 }],
    });
    expect(await there.call('listChatroomAllowlistUsers', { body: { chatroomId: String(chatroom_id) } })).toMatchObject({
      body: { userIds: ['namesake'] },
    });
  });
});

describe('deleting a batch', () => {
  const removeAll = (body: unknown) => on.jmessage.call('deleteUsers', { body });

  test('deletes those that exist and tells which do not, and which came twice', async () => {
    await register('one1', 'two2', 'three');
    const { status, body } = await removeAll(['one1', 'nobody', 'two2', 'one1']);
    expect(status).toBe(200);
    expect(body).toEqual([
      { username: 'one1' },
      { username: 'nobody', ...refused(899002) },
      { username: 'two2' },
      { username: 'one1', ...refused(899002) },
    ]);
    expect(await call('getUser', 'two2')).toMatchObject({ status: 403 });
    expect(await call('getUser', 'three')).toMatchObject({ status: 200 });
  });

  test('is refused when none exists, with the list as its body', async () => {
    expect(await removeAll(['nobody', 'none'])).toMatchObject({ status: 403, body: [refused(899002), refused(899002)] });
  });

  test('takes 1 to 100 names', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `hundred${index}`);
    await register(...names.slice(0, 2));
    expect(await removeAll(names)).toMatchObject({ status: 400, body: refused(899003) });
    expect(await removeAll([])).toMatchObject({ status: 400, body: refused(899003) });
    expect(await removeAll(names.slice(0, 100))).toMatchObject({ status: 200 });
  });

  test('of two at once, in opposite order, deletes every user once', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `race${index}`);
    await register(...names);
    const answers = await Promise.all([removeAll(names), removeAll(names.toReversed())]);
    const done = answers.flatMap(({ body }) => (body as { error?: object }[]).filter((user) => !user.error));
    expect(done).toHaveLength(10);
  });
});
