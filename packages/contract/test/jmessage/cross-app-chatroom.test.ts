import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySendToChatroom } from '../../../server/src/domain/chatrooms/may-send.ts';
import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { revokeTrust } from '../../../server/src/domain/trusts/grants.ts';
import { addTrustingApp, type OtherApp } from '../support/apps.ts';
import { send } from '../support/jmessage-wire.ts';
import { QueryCounter } from '../support/query-count.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids, insertUsers } from '../support/users.ts';

const queries = new QueryCounter();
let on: TestServer;
let other: OtherApp;
let third: OtherApp;
beforeAll(async () => {
  on = await startTestServer(queries);
  [other, third] = [await addTrustingApp(on), await addTrustingApp(on)];
  await insertUsers(on, 'owner', 'ann', 'bob');
  await other.insertUsers('ann', 'bob', 'cid');
  await third.insertUsers('ann', 'eve');
});
afterAll(() => on.stop());

const done = { status: 204, body: undefined };
const refused = (code: number, about = '', status = 403) => ({
  status,
  body: { error: { code, message: expect.stringContaining(about) } },
});
const rongcloud = async (operationId: string, body: object) => (await on.rongcloud.call(operationId, { body })).body;
const change = (room_id: unknown, ...body: object[]) => on.jmessage.call('changeCrossChatroomMembers', { path: { room_id }, body });

async function make(...members_username: string[]): Promise<number> {
  const { body } = await on.jmessage.call('createChatroom', { body: { owner_username: 'owner', name: 'Room', members_username } });
  return (body as { chatroom_id: number }).chatroom_id;
}

/** Makes a chatroom of the RongCloud dialect, where a user is in one at a time. */
async function openRoom(chatroomId: string): Promise<number> {
  await rongcloud('createChatroom', { chatroomId });
  const { rooms } = (await on.jmessage.call('listChatrooms')).body as { rooms: { id: number }[] };
  return rooms.at(-1)!.id;
}

/** Names, who came first first; of the second app behind a dot, of the third behind a colon. */
async function membersOf(room_id: number): Promise<string> {
  const { body } = await on.jmessage.call('listChatroomMembers', { path: { room_id } });
  const { users } = body as { users: { username: string; appkey?: string }[] };
  const marks = new Map([
    [other.app.key, '.'],
    [third.app.key, ':'],
  ]);
  return users
    .map(({ username, appkey }) => `${marks.get(appkey!) ?? ''}${username}`)
    .toReversed()
    .join(' ');
}

describe('members of all apps', () => {
  test('are added and removed in one call, and the same name in two apps is two members', async () => {
    const room = await make('ann');
    const entries = [
      { appkey: other.app.key, add: ['ann', 'cid', 'ann'] },
      { appkey: on.app.key, add: ['bob'], remove: ['ann'] },
      { appkey: third.app.key, add: ['eve'] },
    ];
    expect(await change(room, ...entries)).toMatchObject(done);
    expect(await membersOf(room)).toBe('owner .ann .cid bob :eve');
    expect(await change(room, { appkey: other.app.key, remove: ['ann'] })).toMatchObject(done);
    expect(await membersOf(room)).toBe('owner .cid bob :eve');
  });

  test('who are in the room keep their place', async () => {
    const room = await make();
    await change(room, { appkey: other.app.key, add: ['cid'] });
    expect(await change(room, { appkey: other.app.key, add: ['ann', 'cid'] })).toMatchObject(done);
    expect(await membersOf(room)).toBe('owner .cid .ann');
  });

  test('count, and are seen with their app from both sides', async () => {
    const room = await make();
    await change(room, { appkey: other.app.key, add: ['bob'] });
    const { body } = await on.jmessage.call('listChatroomMembers', { path: { room_id: room } });
    const times = { room_ctime: '2026-01-31 10:38:19', mtime: '2026-01-31 10:38:19', ctime: '2026-01-31 10:38:19' };
    expect(body).toMatchObject({ total: 2 });
    expect((body as { users: object[] }).users).toEqual([
      { username: 'bob', appkey: other.app.key, flag: 0, ...times },
      { username: 'owner', flag: 0, ...times },
    ]);
    const { body: rooms } = await other.jmessage.call('listUserChatrooms', { path: { username: 'bob' } });
    expect(rooms).toMatchObject([{ id: room, appkey: on.app.key, total_member_count: 2 }]);
    expect(await other.jmessage.call('listChatroomMembers', { path: { room_id: room } })).toMatchObject(refused(899081));
  });

  test('may be changed under the path with /v1 in front, by a single entry', async () => {
    const room = await make();
    const body = `{"appkey":"${other.app.key}","add":["cid"]}`;
    expect(await send(on.jmessage, `POST /v1/cross/chatroom/${room}/members`, { body })).toMatchObject(done);
    expect(await send(on.jmessage, `POST /cross/chatroom/${room}/members/`, { body: `[${body}]` })).toMatchObject(done);
    expect(await membersOf(room)).toBe('owner .cid');
  });
});

describe('a call is refused, changing nothing,', () => {
  test('for untrusted apps, unknown users, strangers to the room, and its owner', async () => {
    const room = await make('ann');
    const { app } = await on.addApp();
    const cid = { appkey: other.app.key, add: ['cid'] };
    expect(await change(room, cid, { appkey: app.key, add: ['ann'] })).toMatchObject(refused(899020, app.key));
    expect(await change(room, cid, { appkey: third.app.key, add: ['cid'] })).toMatchObject(refused(899002, 'cid'));
    expect(await change(room, cid, { appkey: third.app.key, remove: ['cid'] })).toMatchObject(refused(899002, 'cid'));
    expect(await change(room, cid, { appkey: third.app.key, remove: ['ann'] })).toMatchObject(refused(899082, 'ann'));
    expect(await change(room, cid, { appkey: on.app.key, remove: ['ann', 'owner'] })).toMatchObject(refused(899003, 'owner', 400));
    await on.rongcloud.call('blockChatroomUsers', { body: { chatroomId: String(room), userId: ['bob'], minute: 10 } });
    expect(await change(room, cid, { appkey: on.app.key, add: ['bob'] })).toMatchObject(refused(899003, 'bob', 400));
    expect(await membersOf(room)).toBe('owner ann');
    expect(await change(room, { appkey: other.app.key, add: ['bob'] })).toMatchObject(done);
  });

  test('for rooms that the app does not have', async () => {
    const { body } = await other.jmessage.call('createChatroom', { body: { owner_username: 'ann', name: 'Foreign' } });
    for (const room of [1, (body as { chatroom_id: number }).chatroom_id]) {
      expect(await change(room, { appkey: other.app.key, add: ['cid'] })).toMatchObject(refused(899081));
      expect(await change(room, { appkey: other.app.key, remove: ['ann'] })).toMatchObject(refused(899081));
    }
  });

  test('when an entry names nobody, or all together too many', async () => {
    const room = await make();
    const appkey = other.app.key;
    expect(await change(room, { appkey, add: ['cid'] }, { appkey })).toMatchObject(refused(899003, '[1].add or remove', 400));
    for (const side of ['add', 'remove']) {
      const half = { appkey, [side]: ids('n', 1501) };
      expect(await change(room, half, half)).toMatchObject(refused(899003, `${side} must have at most 3000`, 400));
    }
    expect(await membersOf(room)).toBe('owner');
  });

  test('when the room is full, whoever fills it', async () => {
    const room = await make();
    await on.ctx.db.updateTable('chatrooms').set({ max_members: 3 }).where('room_id', '=', room).execute();
    expect(await change(room, { appkey: other.app.key, add: ['ann', 'bob', 'cid'] })).toMatchObject(refused(899012));
    expect(await change(room, { appkey: other.app.key, add: ['ann', 'bob'] })).toMatchObject(done);
    const one = { path: { room_id: room }, body: ['ann'] };
    expect(await on.jmessage.call('addChatroomMembers', one)).toMatchObject(refused(899012));
  });
});

describe('in the RongCloud dialect', () => {
  const list = (chatroomId: string) => rongcloud('listChatroomMembers', { chatroomId, count: 10, order: 1 });

  test('a chatroom shows own users only, and counts all', async () => {
    const room = await openRoom('shown');
    await joinChatroom(on.ctx, { roomId: room, userIds: ['ann'] });
    await change(room, { appkey: other.app.key, add: ['ann', 'cid'] });
    expect(await list('shown')).toMatchObject({ total: 3, users: [{ id: 'ann' }] });
    expect(await rongcloud('checkChatroomMember', { chatroomId: 'shown', userId: 'cid' })).toMatchObject({ isInChrm: false });
    const maySend = (senderId: string) => maySendToChatroom(on.ctx, { chatroomId: 'shown', senderId });
    expect([await maySend('ann'), await maySend('cid')]).toEqual(['yes', 'sender-not-in-room']);
    await on.rongcloud.call('blockChatroomUsers', { body: { chatroomId: 'shown', userId: ['ann', 'cid'], minute: 10 } });
    expect(await membersOf(room)).toBe('.ann .cid');
    await other.rongcloud.call('createChatroom', { body: { chatroomId: 'shown' } });
    for (const { rongcloud } of [on, other])
      await rongcloud.call('muteChatroomUsers', { body: { chatroomId: 'shown', userId: ['cid'], minute: 10 } });
    const { body } = await on.jmessage.call('listChatroomMembers', { path: { room_id: room } });
    expect(body).toMatchObject({ users: [{ username: 'cid', flag: 0 }, { username: 'ann' }] });
  });

  test('one chatroom at a time is counted in each app for itself, and for each user of a name', async () => {
    const [first, second] = [await openRoom('first'), await openRoom('second')];
    await joinChatroom(on.ctx, { roomId: first, userIds: ['bob'] });
    await change(first, { appkey: other.app.key, add: ['bob'] });
    await other.rongcloud.call('createChatroom', { body: { chatroomId: 'first' } });
    await joinChatroom({ ...on.ctx, app: other.app }, { chatroomId: 'first', userIds: ['bob'] });
    expect(await membersOf(first)).toBe('bob .bob');
    await change(second, { appkey: other.app.key, add: ['bob'] });
    expect([await membersOf(first), await membersOf(second)]).toEqual(['bob', '.bob']);
    const { body } = await other.rongcloud.call('listChatroomMembers', { body: { chatroomId: 'first', count: 10, order: 1 } });
    expect(body).toMatchObject({ total: 1, users: [{ id: 'bob' }] });
  });

  test('a lower limit ends old stays of who joins, not of a user of the same name', async () => {
    const limit = (chatroomsPerUser: number) =>
      on.admin.call('updateSettings', { path: { appKey: on.app.key }, body: { chatroomsPerUser } });
    const [one, two, three] = [await openRoom('one'), await openRoom('two'), await openRoom('three')];
    const [ours, theirs] = [on, other].map(({ app }) => ({ appkey: app.key, add: ['bob'] }));
    await limit(2);
    for (const room of [one, two]) await change(room, ours!, theirs!);
    await limit(1);
    await change(three, theirs!);
    expect([await membersOf(one), await membersOf(two), await membersOf(three)]).toEqual(['bob', 'bob', '.bob']);
  });

  test('attributes go with their owner, not with a user of the same name', async () => {
    const room = await openRoom('attributes');
    await joinChatroom(on.ctx, { roomId: room, userIds: ['ann'] });
    await change(room, { appkey: other.app.key, add: ['ann'] });
    await rongcloud('setChatroomAttribute', { chatroomId: 'attributes', userId: 'ann', key: 'k', value: 'v', autoDelete: true });
    const keys = async () => ((await rongcloud('listChatroomAttributes', { chatroomId: 'attributes' })) as { keys: object[] }).keys;
    await change(room, { appkey: other.app.key, remove: ['ann'] });
    expect(await keys()).toHaveLength(1);
    await change(room, { appkey: on.app.key, remove: ['ann'] });
    expect(await keys()).toEqual([]);
  });
});

describe('stays end', () => {
  test('with the account', async () => {
    await other.insertUsers('leaver');
    const room = await make();
    await change(room, { appkey: other.app.key, add: ['leaver', 'ann'] });
    await other.jmessage.call('deleteUser', { path: { username: 'leaver' } });
    expect(await membersOf(room)).toBe('owner .ann');
  });

  test('with the trust', async () => {
    const fourth = await addTrustingApp(on);
    await fourth.insertUsers('ann');
    const room = await make('ann');
    await change(room, { appkey: fourth.app.key, add: ['ann'] }, { appkey: other.app.key, add: ['ann'] });
    const { body } = await fourth.jmessage.call('createChatroom', { body: { owner_username: 'ann', name: 'Theirs' } });
    const theirs = { path: { room_id: (body as { chatroom_id: number }).chatroom_id } };
    await fourth.jmessage.call('changeCrossChatroomMembers', { ...theirs, body: [{ appkey: on.app.key, add: ['ann'] }] });
    await revokeTrust(on.ctx, [on.app, fourth.app]);
    expect(await membersOf(room)).toBe('owner ann .ann');
    const left = await fourth.jmessage.call('listChatroomMembers', theirs);
    expect(left).toMatchObject({ body: { total: 1, users: [{ username: 'ann' }] } });
  });
});

test('lists in opposite orders into several rooms of two apps at once wait for each other', async () => {
  const names = ids('crowd', 20);
  await Promise.all([insertUsers(on, ...names), other.insertUsers(...names)]);
  const rooms = [await openRoom('r0'), await openRoom('r1'), await make(), await make()];
  const entries = (add: string[]) => [
    { appkey: on.app.key, add },
    { appkey: other.app.key, add },
  ];
  const answers = await Promise.all(
    [...rooms, ...rooms].map((room, index) => change(room, ...entries(index % 2 ? names : names.toReversed()))),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
});

test('the number of statements does not grow with the number of apps and users', async () => {
  const names = ids('q', 50);
  await Promise.all([insertUsers(on, ...names), other.insertUsers(...names)]);
  const [one, several] = [await make(), await make()];
  for (const side of ['add', 'remove']) {
    const entry = ({ app }: Pick<OtherApp, 'app'>, users: string[]) => ({ appkey: app.key, [side]: users });
    const single = await queries.of(() => change(one, entry(other, ['q0']), entry(on, ['q0'])));
    expect(await queries.of(() => change(several, entry(other, names), entry(on, names)))).toBe(single);
  }
});
