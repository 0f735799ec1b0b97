import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

let statements = 0;
let on: TestServer;
beforeAll(async () => {
  on = await startTestServer({ onQuery: () => statements++ });
  await insertUsers(on, 'owner', 'ann1', 'bob1', 'cid1');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, status = 403) => ({ status, body: { error: { code } } });
const add = (room_id: unknown, body: unknown) => on.jmessage.call('addChatroomMembers', { path: { room_id }, body });
const remove = (room_id: unknown, body: unknown) => on.jmessage.call('removeChatroomMembers', { path: { room_id }, body });
const silence = (room_id: unknown, username: string, status: unknown) =>
  on.jmessage.call('silenceChatroomMember', { path: { room_id, username }, query: { status } });

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createChatroom', { body: { owner_username: 'owner', name: 'Room', members_username } });
  return (body as { chatroom_id: number }).chatroom_id;
}

interface MemberPage {
  total: number;
  count: number;
  start: number;
  users: { username: string; flag: number }[];
}

const pageOf = async (room_id: number, query: object = {}) =>
  (await on.jmessage.call('listChatroomMembers', { path: { room_id }, query: query as Record<string, unknown> })).body as MemberPage;

/** Names, who came last first, those of silenced members with a minus. */
const membersOf = async (room: number) =>
  (await pageOf(room)).users.map(({ username, flag }) => (flag === 1 ? `-${username}` : username)).join(' ');

describe('adding', () => {
  test('adds all users; who is in keeps the place, and a name that comes twice counts once', async () => {
    const room = await make('ann1');
    expect(await add(room, ['bob1', 'ann1', 'cid1', 'bob1'])).toMatchObject(done);
    expect(await add(room, ['bob1'])).toMatchObject(done);
    expect(await membersOf(room)).toBe('cid1 bob1 ann1 owner');
  });

  test('an unknown user, and an unknown chat room before, adds nobody', async () => {
    const room = await make();
    expect(await add(room, ['ann1', 'nobody'])).toMatchObject({
      status: 403,
      body: { error: { code: 899002, message: 'No such user: nobody' } },
    });
    expect(await add(1, ['nobody'])).toMatchObject(refused(899081));
    expect(await membersOf(room)).toBe('owner');
  });

  test('takes 1 to 3000 names', async () => {
    const room = await make();
    const crowd = ids('crowd', 3000);
    await insertUsers(on, ...crowd);
    for (const body of [[], {}, 'ann1', [true], [['ann1']], [...crowd, 'ann1']])
      expect(await add(room, body)).toMatchObject(refused(899003, 400));
    expect(await add(room, crowd)).toMatchObject(done);
    expect(await remove(room, [...crowd, 'owner'])).toMatchObject(refused(899003, 400));
    expect(await remove(room, crowd)).toMatchObject(done);
    expect(await membersOf(room)).toBe('owner');
  });

  test('a list that passes 10000 adds nobody, and at once for the last place lets exactly one in', async () => {
    const room = await make();
    await sql`
      insert into chatroom_members (room_id, app_id, user_id, joined_at)
      select ${room}::bigint, ${on.app.id}::int, 'full' || number, 0 from generate_series(1, 9998) as number`.execute(on.ctx.db);
    expect(await add(room, ['ann1', 'bob1'])).toMatchObject({
      status: 403,
      body: { error: { code: 899012, message: 'No enough space for members' } },
    });
    const answers = await Promise.all(['ann1', 'bob1', 'cid1'].map((username) => add(room, [username])));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403]);
    expect(await pageOf(room, { count: 1 })).toMatchObject({ total: 10_000 });
  });

  test('puts a user into any number of chat rooms', async () => {
    const rooms = await Promise.all(['one', 'two', 'three'].map(() => make('ann1')));
    for (const room of rooms) expect(await membersOf(room)).toBe('ann1 owner');
  });

  test('lists in opposite orders into and out of several chat rooms at once wait for each other', async () => {
    const rooms = await Promise.all(ids('r', 6).map(() => make()));
    const names = ids('cross', 40);
    await insertUsers(on, ...names);
    const answers = await Promise.all(
      [...rooms, ...rooms].map((room, index) => {
        const body = index % 2 ? names : names.toReversed();
        return index < 6 ? add(room, body) : remove(room, body);
      }),
    );
    for (const { status } of answers) expect([204, 403]).toContain(status);
    for (const room of rooms) expect([1, 41]).toContain((await pageOf(room)).total);
  });

  test('while the user is deleted leaves nobody who does not exist', async () => {
    const room = await make();
    const names = ids('brief', 10);
    await insertUsers(on, ...names);
    await Promise.all(names.flatMap((username) => [add(room, [username]), on.jmessage.call('deleteUser', { path: { username } })]));
    expect(await membersOf(room)).toBe('owner');
  });
});

describe('removing', () => {
  test('removes all users, each once', async () => {
    const room = await make('ann1', 'bob1', 'cid1');
    expect(await remove(room, ['cid1', 'ann1', 'cid1'])).toMatchObject(done);
    expect(await membersOf(room)).toBe('bob1 owner');
  });

  test('refuses the owner, who may go after handing over', async () => {
    const room = await make('ann1');
    expect(await remove(room, ['ann1', 'owner'])).toMatchObject({
      status: 400,
      body: { error: { code: 899003, message: 'parameter invalid: owner is the owner of the room and cannot leave it' } },
    });
    expect(await membersOf(room)).toBe('ann1 owner');
    await on.jmessage.call('updateChatroom', { path: { room_id: room }, body: { owner_username: 'ann1' } });
    expect(await remove(room, ['owner'])).toMatchObject(done);
    expect(await membersOf(room)).toBe('ann1');
  });

  test('who is not in the chat room, or does not exist, keeps everybody', async () => {
    const room = await make('ann1');
    expect(await remove(room, ['ann1', 'bob1'])).toMatchObject({
      status: 403,
      body: { error: { code: 899082, message: 'user not in room: bob1' } },
    });
    expect(await remove(room, ['ann1', 'nobody'])).toMatchObject(refused(899002));
    expect(await remove(1, ['ann1'])).toMatchObject(refused(899081));
    for (const body of [[], {}, 'ann1', [true]]) expect(await remove(room, body)).toMatchObject(refused(899003, 400));
    expect(await membersOf(room)).toBe('ann1 owner');
  });

  test('from a chat room of another app is refused', async () => {
    const room = await make('ann1');
    const other = await on.addApp();
    for (const operationId of ['addChatroomMembers', 'removeChatroomMembers']) {
      expect(await other.jmessage.call(operationId, { path: { room_id: room }, body: ['ann1'] })).toMatchObject(refused(899081));
    }
  });
});

describe('silencing', () => {
  test('shows as the flag, holds until it is lifted, and may be repeated', async () => {
    const room = await make('ann1', 'bob1');
    for (const _ of [1, 2]) expect(await silence(room, 'ann1', 1)).toMatchObject(done);
    expect(await membersOf(room)).toBe('bob1 -ann1 owner');
    for (const _ of [1, 2]) expect(await silence(room, 'ann1', 0)).toMatchObject(done);
    expect(await membersOf(room)).toBe('bob1 ann1 owner');
  });

  test('stays when the member leaves and comes back; the owner can be silenced', async () => {
    const room = await make('ann1');
    await silence(room, 'ann1', 1);
    await silence(room, 'owner', 1);
    await remove(room, ['ann1']);
    expect(await membersOf(room)).toBe('-owner');
    await add(room, ['ann1']);
    expect(await membersOf(room)).toBe('-ann1 -owner');
  });

  test('concerns one chat room', async () => {
    const [loud, quiet] = [await make('ann1'), await make('ann1')];
    await silence(quiet, 'ann1', 1);
    expect([await membersOf(loud), await membersOf(quiet)]).toEqual(['ann1 owner', '-ann1 owner']);
  });

  test('needs a member and a status of 0 or 1', async () => {
    const room = await make();
    expect(await silence(room, 'ann1', 1)).toMatchObject(refused(899082));
    expect(await silence(room, 'nobody', 1)).toMatchObject(refused(899002));
    expect(await silence(1, 'ann1', 1)).toMatchObject(refused(899081));
    for (const status of [2, -1, 'true', '', '1x', '1.5']) expect(await silence(room, 'owner', status)).toMatchObject(refused(899003, 400));
    const missing = { path: { room_id: room, username: 'owner' } };
    expect(await on.jmessage.call('silenceChatroomMember', missing)).toMatchObject(refused(899003, 400));
    expect(await membersOf(room)).toBe('owner');
  });
});

describe('the list', () => {
  test('has the times of entering and those of the user', async () => {
    const room = await make();
    on.clock.advance(1000);
    await on.jmessage.call('updateUser', { path: { username: 'cid1' }, body: { nickname: 'Cid' } });
    on.clock.advance(1000);
    await add(room, ['cid1']);
    expect(await pageOf(room)).toEqual({
      total: 2,
      users: [
        { username: 'cid1', flag: 0, room_ctime: '2026-01-31 10:38:21', mtime: '2026-01-31 10:38:20', ctime: '2026-01-31 10:38:19' },
        { username: 'owner', flag: 0, room_ctime: '2026-01-31 10:38:19', mtime: '2026-01-31 10:38:19', ctime: '2026-01-31 10:38:19' },
      ],
      count: 2,
      start: 0,
    });
  });

  test('comes in pages of 1 to 3000, 500 when nothing is asked', async () => {
    const names = ids('page', 3000);
    await insertUsers(on, ...names);
    const room = await make(...names);
    expect(await pageOf(room)).toMatchObject({ total: 3001, start: 0, count: 500 });
    expect(await pageOf(room, { count: 3000 })).toMatchObject({ total: 3001, count: 3000 });
    expect((await pageOf(room, { start: 1, count: 2 })).users).toMatchObject([{ username: 'page2998' }, { username: 'page2997' }]);
    expect(await pageOf(room, { start: 3000 })).toMatchObject({ start: 3000, count: 1, users: [{ username: 'owner' }] });
    expect(await pageOf(room, { start: 3001 })).toEqual({ total: 3001, users: [], count: 0, start: 3001 });
    for (const query of [{ count: 0 }, { count: 3001 }, { start: -1 }, { start: 'x' }]) {
      const answer = await on.jmessage.call('listChatroomMembers', { path: { room_id: room }, query });
      expect(answer).toMatchObject(refused(899003, 400));
    }
  });
});

test('a call about many costs as many statements as a call about one', async () => {
  const names = ids('many', 300);
  await insertUsers(on, ...names);
  const costOf = async (call: () => Promise<unknown>) => {
    const before = statements;
    await call();
    return statements - before;
  };
  const costs = async (users: string[]) => {
    const [first, second] = [await make(), await make(...users)];
    const rooms = users.length === 1 ? [first] : [first, second];
    return {
      create: await costOf(() => make(...users)),
      add: await costOf(() => add(first, users)),
      list: await costOf(() => pageOf(first)),
      get: await costOf(() => on.jmessage.call('getChatrooms', { body: rooms })),
      rooms: await costOf(() => on.jmessage.call('listChatrooms', { query: { count: rooms.length } })),
      ofUser: await costOf(() => on.jmessage.call('listUserChatrooms', { path: { username: users[0] } })),
      remove: await costOf(() => remove(first, users)),
    };
  };
  const ofOne = await costs(['ann1']);
  expect(await costs(names)).toEqual(ofOne);
  expect(Object.values(ofOne)).not.toContain(0);
});
