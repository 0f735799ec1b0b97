import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySendToChatroom } from '../../../server/src/domain/chatrooms/may-send.ts';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 366 * 24 * hour;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann1', 'bob1');
  await on.jmessage.call('registerAdmin', { body: { username: 'boss', password: 'secret' } });
});
afterAll(() => on.stop());

interface Room {
  id: number;
  name: string;
  total_member_count: number;
}

const done = { status: 204, body: undefined };
const refused = (code: number, status = 403) => ({ status, body: { error: { code } } });
const rongcloud = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const of = (operationId: string, room_id: number, input: object = {}) => on.jmessage.call(operationId, { path: { room_id }, ...input });
const add = (room: number, ...body: string[]) => of('addChatroomMembers', room, { body });
const get = (room: number) => on.jmessage.call('getChatrooms', { body: [room] });
const joinThere = (chatroomId: string | number, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId: String(chatroomId), userIds });

/** Makes a chatroom through the RongCloud dialect and finds its number through the other. */
async function open(chatroomId: string, fields: object = {}): Promise<number> {
  await rongcloud('createNamedChatrooms', { chatroom: { [chatroomId]: chatroomId } });
  if (Object.keys(fields).length > 0) await rongcloud('createChatroom', { chatroomId, ...fields });
  const { rooms } = (await on.jmessage.call('listChatrooms')).body as { rooms: Room[] };
  return rooms.find(({ name }) => name === chatroomId)!.id;
}

async function owned(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createChatroom', { body: { owner_username: 'owner', name: 'Owned', members_username } });
  return (body as { chatroom_id: number }).chatroom_id;
}

/** Names, who came last first, those of silenced members with a minus. */
async function membersOf(room: number): Promise<string> {
  const { users } = (await of('listChatroomMembers', room)).body as { users: { username: string; flag: number }[] };
  return users.map(({ username, flag }) => (flag === 1 ? `-${username}` : username)).join(' ');
}

describe('a chatroom made through the RongCloud dialect', () => {
  test('has a number, no owner, no limit and no description', async () => {
    const room = await open('plain');
    await joinThere('plain', 'ann1');
    expect((await get(room)).body).toEqual([
      { id: room, name: 'plain', description: '', appkey: on.app.key, total_member_count: 1, ctime: '2026-01-31 10:38:19' },
    ]);
    await rongcloud('createChatroom', { chatroomId: 'nameless' });
    expect((await on.jmessage.call('listChatrooms')).body).toMatchObject({
      rooms: expect.arrayContaining([expect.objectContaining({ name: '' })]),
    });
  });

  test('lists members who were never registered without the times of a user, and lets them be silenced and removed', async () => {
    const room = await open('haunted');
    await joinThere('haunted', 'ghost');
    expect((await of('listChatroomMembers', room)).body).toMatchObject({
      users: [{ username: 'ghost', flag: 0, room_ctime: '2026-01-31 10:38:19' }],
    });
    const silence = { path: { room_id: room, username: 'ghost' }, query: { status: 1 } };
    expect(await on.jmessage.call('silenceChatroomMember', silence)).toMatchObject(done);
    expect(await membersOf(room)).toBe('-ghost');
    expect(await of('updateChatroom', room, { body: { owner_username: 'ghost' } })).toMatchObject(refused(899002));
    expect(await of('removeChatroomMembers', room, { body: ['ghost'] })).toMatchObject(done);
    expect(await add(room, 'ghost')).toMatchObject(refused(899002));
    expect(await membersOf(room)).toBe('');
  });

  test('can be given an owner and a description', async () => {
    const room = await open('given');
    await add(room, 'ann1');
    expect(await of('updateChatroom', room, { body: { owner_username: 'ann1', description: 'Now' } })).toMatchObject(done);
    expect((await get(room)).body).toMatchObject([{ owner_username: 'ann1', description: 'Now' }]);
    expect(await of('removeChatroomMembers', room, { body: ['ann1'] })).toMatchObject(refused(899003, 400));
  });

  test('ends when it is idle, which additions, removals and messages put off, for the lists too', async () => {
    const room = await open('idle');
    const activities = [
      () => add(room, 'bob1'),
      () => of('removeChatroomMembers', room, { body: ['bob1'] }),
      () =>
        on.jmessage.call('sendMessage', {
          body: {
            version: 1,
            target_type: 'chatroom',
            target_id: room,
            from_type: 'admin',
            from_id: 'boss',
            msg_type: 'text',
            msg_body: { text: 'still here' },
          },
        }),
    ];
    for (const activity of activities) {
      on.clock.advance(59 * minute);
      expect(await activity()).toMatchObject({ status: expect.toSatisfy((status) => status < 300) });
    }
    on.clock.advance(59 * minute);
    await joinThere('idle', 'ann1');
    expect(await get(room)).toMatchObject({ status: 200 });
    on.clock.advance(60 * minute);
    expect(await get(room)).toMatchObject(refused(899081));
    expect(await of('listChatroomMembers', room)).toMatchObject(refused(899081));
    expect(await add(room, 'bob1')).toMatchObject(refused(899081));
    expect((await on.jmessage.call('listUserChatrooms', { path: { username: 'ann1' } })).body).not.toMatchObject([{ id: room }]);
  });

  test('destroyed and made again has another number; deleted here it leaves the list of those kept alive', async () => {
    const room = await open('phoenix');
    await rongcloud('keepChatroomAlive', { chatroomId: 'phoenix' });
    await rongcloud('destroyChatrooms', { chatroomId: ['phoenix'] });
    expect(await get(room)).toMatchObject(refused(899081));
    const again = await open('phoenix');
    expect(again).not.toBe(room);
    await rongcloud('keepChatroomAlive', { chatroomId: 'phoenix' });
    expect(await of('deleteChatroom', again)).toMatchObject(done);
    expect(await rongcloud('listKeptAliveChatrooms')).toMatchObject({ body: { chatroomIds: [] } });
  });

  test('takes users out of another one of that dialect, unless the app allows more', async () => {
    const [first, second] = [await open('first'), await open('second')];
    await add(first, 'ann1', 'bob1');
    await add(second, 'bob1');
    expect([await membersOf(first), await membersOf(second)]).toEqual(['ann1', 'bob1']);
    const { rongcloud: there, jmessage: here, app } = await on.addApp({ settings: { chatroomsPerUser: 2 } });
    await on.ctx.db.insertInto('users').values({ app_id: app.id, user_id: 'ann1', created_at: 0, updated_at: 0 }).execute();
    await there.call('createNamedChatrooms', { body: { chatroom: { a: 'a', b: 'b', c: 'c' } } });
    const { rooms } = (await here.call('listChatrooms')).body as { rooms: Room[] };
    for (const { id } of rooms) await here.call('addChatroomMembers', { path: { room_id: id }, body: ['ann1'] });
    expect((await here.call('listUserChatrooms', { path: { username: 'ann1' } })).body).toMatchObject([{ name: 'b' }, { name: 'c' }]);
  });
});

describe('a chat room made through the JMessage dialect', () => {
  test('is idle for ever, and has a lifetime only when the other dialect gives it one', async () => {
    const room = await owned('ann1');
    expect(await rongcloud('getChatroom', { chatroomId: String(room) })).toMatchObject({
      body: { memberCount: 2, destroyType: 0, destroyTime: 0, ban: false },
    });
    on.clock.advance(year);
    expect(await get(room)).toMatchObject({ status: 200 });
    await joinThere(room, 'bob1');
    await rongcloud('setChatroomDestruction', { chatroomId: String(room), destroyType: 0, destroyTime: 600 });
    on.clock.advance(10 * hour - 1);
    expect(await get(room)).toMatchObject({ status: 200 });
    on.clock.advance(1);
    expect(await get(room)).toMatchObject(refused(899081));
  });

  test('does not count among the chatrooms that a user can be in, and nobody leaves it for another', async () => {
    const [one, two] = [await owned('ann1'), await owned()];
    const counted = await open('counted');
    await joinThere('counted', 'ann1');
    await joinThere(two, 'ann1');
    expect([await membersOf(one), await membersOf(two), await membersOf(counted)]).toEqual(['ann1 owner', 'ann1 owner', 'ann1']);
    await open('other');
    await joinThere('other', 'ann1');
    expect([await membersOf(one), await membersOf(two), await membersOf(counted)]).toEqual(['ann1 owner', 'ann1 owner', '']);
  });

  test('keeps its limit for joins there', async () => {
    const room = await owned();
    await on.ctx.db.updateTable('chatrooms').set({ max_members: 3 }).where('room_id', '=', room).execute();
    await expect(joinThere(room, 'ann1', 'bob1', 'ghost')).rejects.toMatchObject({ code: 'room-full' });
    await joinThere(room, 'ann1', 'bob1');
    expect((await get(room)).body).toMatchObject([{ max_member_count: 3, total_member_count: 3 }]);
    expect(await of('addChatroomMembers', room, { body: ['boss'] })).toMatchObject(refused(899012));
  });

  test('keeps an owner who leaves or is blocked there, and who can come back', async () => {
    const room = await owned('ann1');
    await leaveChatroom(on.ctx, { chatroomId: String(room), userIds: ['owner'] });
    expect([(await get(room)).body, await membersOf(room)]).toMatchObject([[{ owner_username: 'owner', total_member_count: 1 }], 'ann1']);
    expect(await of('updateChatroom', room, { body: { owner_username: 'owner', name: 'Mine' } })).toMatchObject(done);
    expect(await of('removeChatroomMembers', room, { body: ['owner'] })).toMatchObject(refused(899082));
    expect(await add(room, 'owner')).toMatchObject(done);
    await rongcloud('blockChatroomUsers', { chatroomId: String(room), userId: ['owner'], minute: 1 });
    expect([(await get(room)).body, await membersOf(room)]).toMatchObject([[{ owner_username: 'owner' }], 'ann1']);
  });
});

describe('a user blocked in a chatroom there', () => {
  test('cannot be added here, nor those of the same call, until the block ends', async () => {
    const room = await owned('ann1');
    await rongcloud('blockChatroomUsers', { chatroomId: String(room), userId: ['ann1'], minute: 10 });
    expect(await membersOf(room)).toBe('owner');
    expect(await add(room, 'bob1', 'ann1')).toMatchObject({
      status: 400,
      body: { error: { code: 899003, message: 'parameter invalid: ann1 is blocked in the room' } },
    });
    on.clock.advance(10 * minute);
    expect(await add(room, 'bob1', 'ann1')).toMatchObject(done);
    expect(await membersOf(room)).toBe('ann1 bob1 owner');
  });
});

describe('a silence', () => {
  const silence = (room: number, status: 0 | 1) =>
    on.jmessage.call('silenceChatroomMember', { path: { room_id: room, username: 'ann1' }, query: { status } });
  const maySend = (room: number) => maySendToChatroom(on.ctx, { chatroomId: String(room), senderId: 'ann1' });

  test('holds without an end, takes the place of a mute with one, and ends with any', async () => {
    const room = await owned('ann1');
    const mute = () => rongcloud('muteChatroomUsers', { chatroomId: String(room), userId: ['ann1'], minute: 10 });
    await mute();
    await silence(room, 1);
    on.clock.advance(year);
    expect([await membersOf(room), await maySend(room)]).toEqual(['-ann1 owner', 'sender-muted-in-room']);
    await mute();
    on.clock.advance(10 * minute - 1);
    expect([await membersOf(room), await maySend(room)]).toEqual(['-ann1 owner', 'sender-muted-in-room']);
    on.clock.advance(1);
    expect([await membersOf(room), await maySend(room)]).toEqual(['ann1 owner', 'yes']);
  });

  test('is all that the flag shows: mutes of all and everywhere, and the allowlist, hold without it', async () => {
    const room = await owned('ann1');
    await rongcloud('muteChatroom', { chatroomId: String(room) });
    expect([await membersOf(room), await maySend(room)]).toEqual(['ann1 owner', 'sender-muted-in-room']);
    await silence(room, 1);
    await rongcloud('addChatroomAllowlistUsers', { chatroomId: String(room), userId: ['ann1'] });
    expect([await membersOf(room), await maySend(room)]).toEqual(['-ann1 owner', 'yes']);
    await silence(room, 0);
    await rongcloud('muteUsersInAllChatrooms', { userId: ['ann1'], minute: 10 });
    expect([await membersOf(room), await maySend(room)]).toEqual(['ann1 owner', 'sender-muted-in-room']);
  });
});

test('calls of both dialects about the same chatrooms and users at once never block each other for good', async () => {
  const users = ids('knot', 12);
  await insertUsers(on, ...users);
  const textIds = ids('room', 6);
  const rooms: { room: number; chatroomId: string }[] = [];
  for (const chatroomId of textIds) rooms.push({ room: await open(chatroomId), chatroomId });
  for (const room of await Promise.all([owned(), owned()])) rooms.push({ room, chatroomId: String(room) });
  const deeds: ((room: (typeof rooms)[number], users: string[]) => ReturnType<typeof rongcloud>)[] = [
    ({ room }, body) => add(room, ...body.slice(0, 4)),
    ({ room }, body) => of('removeChatroomMembers', room, { body: body.slice(0, 3) }),
    ({ room }, [owner_username]) => of('updateChatroom', room, { body: { owner_username, name: 'Knot' } }),
    ({ chatroomId }, userId) => rongcloud('addChatroomAllowlistUsers', { chatroomId, userId }),
    (_, body) => on.jmessage.call('deleteUsers', { body: body.slice(0, 4) }),
    () => rongcloud('destroyChatrooms', { chatroomId: textIds.toReversed() }),
    () => rongcloud('createNamedChatrooms', { chatroom: Object.fromEntries(textIds.map((id) => [id, id])) }),
    (_, [userId]) => rongcloud('registerUser', { userId }),
    ({ chatroomId }, userId) => rongcloud('muteChatroomUsers', { chatroomId, userId, minute: 1 }),
    ({ chatroomId }, userId) => rongcloud('unmuteChatroomUsers', { chatroomId, userId }),
    ({ chatroomId }, userId) => rongcloud('blockChatroomUsers', { chatroomId, userId: userId.slice(0, 3), minute: 1 }),
    ({ chatroomId }, userId) => rongcloud('unblockChatroomUsers', { chatroomId, userId }),
    ({ chatroomId }, userId) => rongcloud('removeChatroomAllowlistUsers', { chatroomId, userId: userId.slice(0, 1) }),
  ];
  const work = Array.from({ length: 260 }, (_, index) => {
    const turned = [...users.slice(index % 12), ...users.slice(0, index % 12)];
    return deeds[index % deeds.length]!(rooms[index % rooms.length]!, index % 2 ? turned : turned.toReversed());
  });
  const answers = await Promise.all(work);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
});
