import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const create = (chatroomId: string) => call('createChatroom', { chatroomId });
const join = (chatroomId: string, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId, userIds });
const isIn = async (chatroomId: string, userId: string) =>
  ((await call('checkChatroomMember', { chatroomId, userId })).body as { isInChrm: boolean }).isInChrm;
const names = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

describe('joining', () => {
  test('ends the stay in the room before, which counts as activity there', async () => {
    await create('r1');
    await create('r2');
    await join('r1', 'mover', 'stayer');
    on.clock.advance(59 * minute);
    await join('r2', 'mover');
    expect([await isIn('r1', 'mover'), await isIn('r1', 'stayer'), await isIn('r2', 'mover')]).toEqual([false, true, true]);
    on.clock.advance(59 * minute);
    expect(await call('getChatroom', { chatroomId: 'r1' })).toMatchObject({ body: { code: 200, memberCount: 1 } });
  });

  test('two rooms at once leaves the user in one', async () => {
    const rooms = ['s1', 's2', 's3', 's4'];
    for (const room of rooms) await create(room);
    await Promise.all(rooms.map((room) => join(room, 'twin')));
    const stays = await Promise.all(rooms.map((room) => isIn(room, 'twin')));
    expect(stays.filter(Boolean)).toHaveLength(1);
  });

  test('of more rooms is a setting of the app; the oldest stay ends, and rooms whose time is over do not count', async () => {
    const { app, rongcloud } = await on.addApp({ settings: { chatroomsPerUser: 2 } });
    const enter = (chatroomId: string) => joinChatroom({ ...on.ctx, app }, { chatroomId, userIds: ['u'] });
    const stays = async (...rooms: string[]) =>
      Promise.all(
        rooms.map(async (chatroomId) => {
          const { body } = await rongcloud.call('checkChatroomMember', { body: { chatroomId, userId: 'u' } });
          return (body as { isInChrm: boolean }).isInChrm;
        }),
      );
    for (const chatroomId of ['a', 'b', 'c']) await rongcloud.call('createChatroom', { body: { chatroomId, destroyTime: 120 } });
    await rongcloud.call('createChatroom', { body: { chatroomId: 'short', destroyTime: 60 } });
    await enter('a');
    await enter('short');
    on.clock.advance(60 * minute);
    await enter('b');
    expect(await stays('a', 'b')).toEqual([true, true]);
    await enter('c');
    expect(await stays('a', 'b', 'c')).toEqual([false, true, true]);
    await enter('b');
    expect(await stays('a', 'b', 'c')).toEqual([false, true, true]);
  });

  test('an unknown room, of another app too, is refused', async () => {
    await expect(join('never-there', 'ann')).rejects.toMatchObject({ code: 'room-unknown' });
    const { app } = await on.addApp();
    await create('here');
    await expect(joinChatroom({ ...on.ctx, app }, { chatroomId: 'here', userIds: ['ann'] })).rejects.toMatchObject({
      code: 'room-unknown',
    });
  });

  test('goes by the number of the room too, as does leaving', async () => {
    await create('numbered');
    const { room_id: roomId } = await on.ctx.db
      .selectFrom('chatrooms')
      .select('room_id')
      .where('chatroom_id', '=', 'numbered')
      .executeTakeFirstOrThrow();
    expect(roomId).toBeGreaterThanOrEqual(10_000_001);
    await joinChatroom(on.ctx, { roomId, userIds: ['num'] });
    expect(await isIn('numbered', 'num')).toBe(true);
    await leaveChatroom(on.ctx, { roomId, userIds: ['num'] });
    expect(await isIn('numbered', 'num')).toBe(false);
  });

  test('a room with a limit is all or none, whoever is faster', async () => {
    await create('small');
    await on.ctx.db.updateTable('chatrooms').set({ max_members: 3 }).where('chatroom_id', '=', 'small').execute();
    await expect(join('small', 'x1', 'x2', 'x3', 'x4')).rejects.toMatchObject({ code: 'room-full' });
    const answers = await Promise.allSettled(names(6).map((user) => join('small', user)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await call('getChatroom', { chatroomId: 'small' })).toMatchObject({ body: { memberCount: 3 } });
  });

  test('joins, leaves, blocks and destruction at once never block each other for good', async () => {
    const rooms = ['x', 'y', 'z'];
    const users = names(8);
    const shuffled = (seed: number) => [...users.slice(seed % 8), ...users.slice(0, seed % 8)];
    for (const room of rooms) await create(room);
    const work = Array.from({ length: 60 }, (_, index) => {
      const room = rooms[index % 3]!;
      if (index % 10 === 7) return call('destroyChatrooms', { chatroomId: index % 2 ? ['z', 'y', 'x'] : rooms }).then(() => create(room));
      if (index % 10 === 3) return call('blockChatroomUsers', { chatroomId: room, userId: shuffled(index), minute: 1 });
      if (index % 10 === 5) return leaveChatroom(on.ctx, { chatroomId: room, userIds: shuffled(index) });
      return join(room, ...shuffled(index)).catch((error) => expect(['room-unknown', 'room-blocked']).toContain(error.code));
    });
    await Promise.all(work);
  });
});
