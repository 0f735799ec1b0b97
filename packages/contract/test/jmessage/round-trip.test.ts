import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const done = { status: 204 };
const long = `${'字'.repeat(63)}\n`;
const call = async (operationId: string, input: object = {}) => {
  const { status, body } = await on.jmessage.call(operationId, input);
  expect({ status, body }).toEqual({ status: expect.toSatisfy((code: number) => code < 300), body });
  return body as Record<string, unknown>;
};

const profile = {
  nickname: 'Anna',
  avatar: 'qiniu/image/F39AA12204DAB6A2',
  birthday: '1990-01-24',
  gender: 2,
  signature: 's\n',
  region: 'Shenzhen',
  address: '1 Main Street',
  extras: { level: 7 },
};
const account = (username: string) => ({ username, password: 'secret', ...profile });
const reset = { nickname: 'x', avatar: 'x', birthday: '2000-01-01', gender: 0, signature: 'x', region: 'x', address: 'x', extras: {} };

describe('what was read can be written back', () => {
  test.each([
    ['user', 'registerUsers', 'listUsers'],
    ['admin', 'registerAdmin', 'listAdmins'],
  ])('a %s, as the change of the one and as the registration of another', async (kind, register, list) => {
    const [username, copy] = [`${kind}1`, `${kind}2`];
    const registering = (user: object) => call(register, { body: kind === 'user' ? [user] : user });
    await registering(account(username));
    const read = await call('getUser', { path: { username } });
    await call('updateUser', { path: { username }, body: reset });
    expect(await on.jmessage.call('updateUser', { path: { username }, body: read })).toMatchObject(done);
    expect(await call('getUser', { path: { username } })).toEqual(read);
    await registering({ ...read, username: copy, password: 'secret' });
    expect(await call('getUser', { path: { username: copy } })).toEqual({ ...read, username: copy });
    const { users } = (await call(list)) as { users: { username: string }[] };
    expect(users.filter((user) => user.username === username)).toEqual([read]);
  });

  test('a user with a name that only the other dialect sets, which stays as it is', async () => {
    await on.rongcloud.call('registerUser', { body: { userId: 'long-user', name: long } });
    const path = { username: 'long-user' };
    await call('updateUser', { path, body: { ...(await call('getUser', { path })), address: 'new' } });
    expect(await call('getUser', { path })).toMatchObject({ nickname: long, address: 'new' });
    for (const nickname of [`${long}x`, long.slice(1), 'two\nlines'])
      expect(await on.jmessage.call('updateUser', { path, body: { nickname } })).toMatchObject({ status: 400 });
  });

  test('a group, as a change and as another group', async () => {
    await call('registerUsers', { body: [account('owner')] });
    const made = { owner_username: 'owner', name: 'a\nb', desc: 'd', avatar: 'm' };
    const { gid } = (await call('createGroup', { body: made })) as { gid: number };
    const read = await call('getGroup', { path: { gid } });
    await call('updateGroup', { path: { gid }, body: { name: 'x', desc: '', avatar: '' } });
    expect(await on.jmessage.call('updateGroup', { path: { gid }, body: read })).toMatchObject(done);
    expect(await call('getGroup', { path: { gid } })).toEqual(read);
    expect(await call('createGroup', { body: read })).toMatchObject(made);
  });

  test.each([
    ['g-long', long],
    ['g-empty', ''],
  ])('a group of the other dialect with the name of %s, which stays as it is', async (groupId, name) => {
    const body = { userId: ['long-user'], groupId, groupName: name || 'x' };
    expect(await on.rongcloud.call('createGroup', { body })).toMatchObject({ status: 200 });
    const { groups } = (await call('listGroups')) as { groups: { gid: number; name: string }[] };
    const { gid } = groups.at(-1)!;
    await call('updateGroup', { path: { gid }, body: { name: '' } });
    if (name) await on.rongcloud.call('updateGroup', { body: { groupId, groupName: name } });
    const path = { gid };
    await call('updateGroup', { path, body: { ...(await call('getGroup', { path })), desc: 'new' } });
    expect(await call('getGroup', { path })).toMatchObject({ name, desc: 'new' });
    expect(await on.jmessage.call('updateGroup', { path, body: { name: `${long}x` } })).toMatchObject({ status: 400 });
  });

  test('a chat room, as a change and as another chat room', async () => {
    const made = { owner_username: 'owner', name: '', description: 'd\n' };
    const { chatroom_id } = (await call('createChatroom', { body: made })) as { chatroom_id: number };
    const get = async () => ((await call('getChatrooms', { body: [chatroom_id] })) as unknown as object[])[0]!;
    const read = await get();
    await call('updateChatroom', { path: { room_id: chatroom_id }, body: { name: 'x', description: '' } });
    expect(await on.jmessage.call('updateChatroom', { path: { room_id: chatroom_id }, body: read })).toMatchObject(done);
    expect(await get()).toEqual(read);
    await call('createChatroom', { body: read });
  });

  test('a chat room of the other dialect with a longer name, which stays as it is', async () => {
    await on.rongcloud.call('createNamedChatrooms', { body: { chatroom: { 'r-long': '😀'.repeat(256) } } });
    const rooms = async () => ((await call('listChatrooms')) as { rooms: { id: number; name: string }[] }).rooms;
    const read = (await rooms()).at(-1)!;
    const path = { room_id: read.id };
    await call('updateChatroom', { path, body: { ...read, description: 'new' } });
    expect((await rooms()).at(-1)).toEqual({ ...read, description: 'new' });
    expect(await on.jmessage.call('updateChatroom', { path, body: { name: '😀'.repeat(255) } })).toMatchObject({ status: 400 });
  });

  test('a name that is too long is refused by the limit of names, however long it is', async () => {
    const { chatroom_id: room_id } = (await call('createChatroom', { body: { owner_username: 'owner', name: 'r' } })) as {
      chatroom_id: number;
    };
    for (const name of ['x'.repeat(65), 'x'.repeat(2000)]) {
      const answer = await on.jmessage.call('updateChatroom', { path: { room_id }, body: { name } });
      expect(answer).toMatchObject({ body: { error: { message: 'parameter invalid: name must have 0 to 64 bytes of UTF-8' } } });
    }
  });

  test('a list of friends, as notes', async () => {
    await call('registerUsers', { body: [account('friend')] });
    const path = { username: 'owner' };
    await call('addFriends', { path, body: ['friend'] });
    await call('setFriendNotes', { path, body: [{ username: 'friend', note_name: 'F', others: 'o\n' }] });
    const read = await call('listFriends', { path });
    await call('setFriendNotes', { path, body: read });
    expect(await call('listFriends', { path })).toEqual(read);
  });
});
