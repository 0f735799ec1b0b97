import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, send } from '../support/jmessage-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await insertUsers(on, 'owner', 'ann1', 'bob1');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (status: number, code: number) => ({ status, body: { error: { code } } });
const create = (body: object) => on.jmessage.call('createChatroom', { body });
const make = async (fields: object = {}) =>
  ((await create({ owner_username: 'owner', name: 'Room', ...fields })).body as { chatroom_id: number }).chatroom_id;
const of = (operationId: string, room_id: unknown, input: object = {}) => on.jmessage.call(operationId, { path: { room_id }, ...input });
const get = (...body: unknown[]) => on.jmessage.call('getChatrooms', { body });
const update = (room: unknown, body: object) => of('updateChatroom', room, { body });
const list = async (query: object = {}) =>
  (await on.jmessage.call('listChatrooms', { query: query as Record<string, unknown> })).body as { total: number; rooms: { id: number }[] };
const memberNames = async (room: number) => {
  const { users } = (await of('listChatroomMembers', room)).body as { users: { username: string }[] };
  return users.map(({ username }) => username);
};

describe('creating', () => {
  test('answers the id alone; owner and members are in', async () => {
    const { status, body } = await create({
      owner_username: 'owner',
      name: '测试聊天室',
      description: '测试',
      members_username: ['ann1', 'bob1'],
    });
    expect([status, body]).toEqual([201, { chatroom_id: expect.any(Number) }]);
    const { chatroom_id } = body as { chatroom_id: number };
    // Official SDKs want at least 4 digits and at most 32 bits.
    expect(chatroom_id).toBeGreaterThanOrEqual(10_000_001);
    expect(chatroom_id).toBeLessThan(2 ** 31);
    expect((await get(chatroom_id)).body).toEqual([
      {
        id: chatroom_id,
        owner_username: 'owner',
        name: '测试聊天室',
        description: '测试',
        appkey: on.app.key,
        max_member_count: 10_000,
        total_member_count: 3,
        ctime: '2026-01-31 10:38:19',
      },
    ]);
    expect(await memberNames(chatroom_id)).toEqual(['bob1', 'ann1', 'owner']);
  });

  test('a name that comes twice, and the owner among the members, count once', async () => {
    expect(await memberNames(await make({ members_username: ['ann1', 'owner', 'ann1'] }))).toEqual(['ann1', 'owner']);
  });

  test('lengths are counted in bytes; name and description may hold any characters', async () => {
    const accepted = { name: `${'é'.repeat(31)}\nx`, description: `${'字'.repeat(83)}x` };
    const room = await make(accepted);
    expect(await get(room)).toMatchObject({ body: [accepted] });
    expect(await create({ owner_username: 'owner', name: '😀'.repeat(16) })).toMatchObject({ status: 201 });
    for (const wrong of [{ name: `${'😀'.repeat(16)}x` }, { description: `${'字'.repeat(83)}xy` }]) {
      expect(await create({ owner_username: 'owner', name: 'Room', ...wrong })).toMatchObject(refused(400, 899003));
    }
  });

  test('owner and name are needed', async () => {
    expect(await create({ owner_username: 'owner' })).toMatchObject({
      body: { error: { code: 899003, message: 'parameter invalid: name is required' } },
    });
    expect(await create({ name: 'Room' })).toMatchObject(refused(400, 899003));
    expect(await create({ owner_username: 'owner', name: '' })).toMatchObject({ status: 201 });
    for (const wrong of [{ name: true }, { members_username: 'ann1' }, { members_username: ids('m', 3001) }]) {
      expect(await create({ owner_username: 'owner', name: 'Room', ...wrong })).toMatchObject(refused(400, 899003));
    }
  });

  test('with a user who does not exist makes nothing', async () => {
    const { total } = await list();
    expect(await create({ owner_username: 'nobody', name: 'Room' })).toMatchObject({
      status: 403,
      body: { error: { code: 899002, message: 'No such user: nobody' } },
    });
    expect(await create({ owner_username: 'owner', name: 'Room', members_username: ['ann1', 'nobody'] })).toMatchObject(
      refused(403, 899002),
    );
    expect((await list()).total).toBe(total);
  });

  test('3000 members fit besides the owner', async () => {
    const members_username = ids('fit', 3000);
    await insertUsers(on, ...members_username);
    expect(await get(await make({ members_username }))).toMatchObject({ body: [{ total_member_count: 3001 }] });
  });

  test('the text id is the id; numbers that other chatrooms have as text are passed over', async () => {
    const last = await make();
    const chatroom = Object.fromEntries(ids('', 4).map((_, index) => [String(last + 5 + index), 'Taken']));
    // Each of them takes one number of its own.
    await on.rongcloud.call('createNamedChatrooms', { body: { chatroom } });
    const room = await make();
    expect(room).toBe(last + 9);
    expect(await on.rongcloud.call('getChatroom', { body: { chatroomId: String(room) } })).toMatchObject({ body: { memberCount: 1 } });
  });

  test('many at once get ids of their own', async () => {
    const rooms = await Promise.all(ids('once', 20).map((name) => make({ name, members_username: ['bob1', 'ann1'] })));
    expect(new Set(rooms).size).toBe(20);
  });
});

describe('reading', () => {
  test('takes ids as numbers and as text, in the order asked, each once, and leaves out unknown ones', async () => {
    const [first, second] = [await make(), await make()];
    const rooms = (await get(String(second), 1, first, second, Number.MAX_SAFE_INTEGER)).body as { id: number }[];
    expect(rooms.map(({ id }) => id)).toEqual([second, first]);
  });

  test('of none that exists is refused', async () => {
    expect(await get(1, 2)).toMatchObject({ status: 403, body: { error: { code: 899081, message: 'room id no exist: 1' } } });
    const other = await on.addApp();
    expect(await other.jmessage.call('getChatrooms', { body: [await make()] })).toMatchObject(refused(403, 899081));
  });

  test('takes 1 to 500 ids', async () => {
    const room = await make();
    expect(await get(room, ...ids('', 499).map((_, index) => index + 1))).toMatchObject({ status: 200, body: [{ id: room }] });
    for (const body of [
      [],
      [...ids('', 501).keys()].map((index) => index + 1),
      [0],
      [-1],
      [1.5],
      ['x'],
      [''],
      ['1e3'],
      [null],
      [[1]],
      {},
    ]) {
      expect(await on.jmessage.call('getChatrooms', { body })).toMatchObject(refused(400, 899003));
    }
  });
});

describe('lists', () => {
  test('the chat rooms of the app come in order of creation, in pages with the real total', async () => {
    const { rongcloud, jmessage } = await on.addApp();
    for (const name of ['one', 'two', 'three']) await rongcloud.call('createNamedChatrooms', { body: { chatroom: { [name]: name } } });
    const page = async (query: object) => {
      const { rooms, ...rest } = (await jmessage.call('listChatrooms', { query: query as Record<string, unknown> })).body as {
        rooms: { name: string }[];
      };
      return { ...rest, names: rooms.map(({ name }) => name) };
    };
    expect(await page({})).toEqual({ total: 3, start: 0, count: 3, names: ['one', 'two', 'three'] });
    expect(await page({ start: 1, count: 1 })).toEqual({ total: 3, start: 1, count: 1, names: ['two'] });
    expect(await page({ start: 2, count: 500 })).toEqual({ total: 3, start: 2, count: 1, names: ['three'] });
    expect(await page({ start: 3 })).toEqual({ total: 3, start: 3, count: 0, names: [] });
    for (const query of [{ count: 0 }, { count: 501 }, { start: -1 }, { start: 'x' }]) {
      expect(await jmessage.call('listChatrooms', { query })).toMatchObject(refused(400, 899003));
    }
  });

  test("a user's chat rooms come in order of entering, own ones too; the user must exist", async () => {
    await insertUsers(on, 'lou1');
    const first = await make();
    const second = await make({ owner_username: 'lou1', members_username: ['ann1'] });
    await make();
    await of('addChatroomMembers', first, { body: ['lou1'] });
    const { body } = await on.jmessage.call('listUserChatrooms', { path: { username: 'lou1' } });
    expect(body).toMatchObject([
      { id: second, owner_username: 'lou1', total_member_count: 2 },
      { id: first, owner_username: 'owner', total_member_count: 2 },
    ]);
    expect(await on.jmessage.call('listUserChatrooms', { path: { username: 'nobody' } })).toMatchObject(refused(403, 899002));
    expect(await on.jmessage.call('listUserChatrooms', { path: { username: 'a,b' } })).toMatchObject(refused(400, 899003));
  });

  test('every path is served with a trailing slash too', async () => {
    const room = await make();
    for (const path of ['/v1/chatroom', `/v1/chatroom/${room}/members`, '/v1/users/owner/chatroom']) {
      expect(await send(on.jmessage, `GET ${path}/`)).toMatchObject({ status: 200 });
    }
    expect(await send(on.jmessage, 'POST /v1/chatroom/batch/', { body: `[${room}]` })).toMatchObject({ status: 200 });
  });
});

describe('changing', () => {
  test('sets what is given and keeps the rest; an empty description clears it', async () => {
    const room = await make({ description: 'old', members_username: ['ann1'] });
    expect(await update(room, { name: 'New' })).toMatchObject(done);
    expect(await get(room)).toMatchObject({ body: [{ name: 'New', description: 'old', owner_username: 'owner' }] });
    expect(await update(room, { description: '', owner_username: 'ann1' })).toMatchObject(done);
    expect(await get(room)).toMatchObject({ body: [{ name: 'New', description: '', owner_username: 'ann1', total_member_count: 2 }] });
  });

  test('ignores what cannot be changed, but needs something', async () => {
    const room = await make();
    const body = { id: 1, members_username: ['ann1'], flag: 1, max_member_count: 1, ctime: 'x', name: 'Whole' };
    expect(await update(room, body)).toMatchObject(done);
    expect(await get(room)).toMatchObject({ body: [{ id: room, name: 'Whole', max_member_count: 10_000, total_member_count: 1 }] });
    for (const nothing of [{}, { flag: 1 }]) expect(await update(room, nothing)).toMatchObject(refused(400, 899003));
  });

  test('a new owner has to exist and to be in the chat room; the present one may be named again', async () => {
    const room = await make();
    expect(await update(room, { owner_username: 'bob1', name: 'Stolen' })).toMatchObject({
      status: 403,
      body: { error: { code: 899082, message: 'user not in room: bob1' } },
    });
    expect(await update(room, { owner_username: 'nobody', name: 'Stolen' })).toMatchObject(refused(403, 899002));
    expect(await get(room)).toMatchObject({ body: [{ name: 'Room', owner_username: 'owner' }] });
    expect(await update(room, { owner_username: 'owner', name: 'Kept' })).toMatchObject(done);
  });

  test('holds the limits and the chat room', async () => {
    const room = await make();
    for (const body of [{ name: 'é'.repeat(33) }, { name: 'é'.repeat(513) }, { description: '字'.repeat(84) }, { owner_username: '' }]) {
      expect(await update(room, body)).toMatchObject(refused(400, 899003));
    }
    expect(await update(room, { name: '' })).toMatchObject(done);
    expect(await get(room)).toMatchObject({ body: [{ name: '' }] });
    expect(await update(1, { name: 'x' })).toMatchObject(refused(403, 899081));
    const other = await on.addApp();
    expect(await other.jmessage.call('updateChatroom', { path: { room_id: room }, body: { name: 'x' } })).toMatchObject(
      refused(403, 899081),
    );
  });

  test('of the owner, while that user is removed, leaves an owner who is in the chat room', async () => {
    for (const _ of [1, 2, 3]) {
      const room = await make({ members_username: ['ann1'] });
      await Promise.all([update(room, { owner_username: 'ann1' }), of('removeChatroomMembers', room, { body: ['ann1'] })]);
      const [{ owner_username }] = (await get(room)).body as [{ owner_username: string }];
      expect(await memberNames(room)).toContain(owner_username);
    }
  });
});

describe('deleting', () => {
  test('ends the chat room for its members, once', async () => {
    await insertUsers(on, 'del1');
    const room = await make({ members_username: ['del1'] });
    expect(await of('deleteChatroom', room)).toMatchObject(done);
    expect(await get(room)).toMatchObject(refused(403, 899081));
    expect((await on.jmessage.call('listUserChatrooms', { path: { username: 'del1' } })).body).toEqual([]);
    expect(await of('deleteChatroom', room)).toMatchObject(refused(403, 899081));
  });

  test('of another app is refused', async () => {
    const room = await make();
    const other = await on.addApp();
    expect(await other.jmessage.call('deleteChatroom', { path: { room_id: room } })).toMatchObject(refused(403, 899081));
    expect(await get(room)).toMatchObject({ status: 200 });
  });
});

test.each(['deleteChatroom', 'listChatroomMembers'])('%s refuses an unknown id and what is no id', async (operationId) => {
  for (const room of [1, 2 ** 31, Number.MAX_SAFE_INTEGER]) expect(await of(operationId, room)).toMatchObject(refused(403, 899081));
  for (const room of ['abc', '0', '-1', '1.5', '9007199254740993', '1e400', '__proto__', ' ']) {
    expect(await of(operationId, room)).toMatchObject(refused(400, 899003));
  }
});

test('the word batch is no id', async () => {
  expect(await send(on.jmessage, 'DELETE /v1/chatroom/batch', { headers: json })).toMatchObject(refused(400, 899003));
  expect(await send(on.jmessage, 'GET /v1/chatroom/batch')).toMatchObject(refused(405, 899003));
});
