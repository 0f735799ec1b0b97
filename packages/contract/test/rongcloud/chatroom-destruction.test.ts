import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noteMessages } from '../../../server/src/domain/chatrooms/activity.ts';
import { destroyDueChatrooms } from '../../../server/src/domain/chatrooms/destruction.ts';
import { joinChatroom, leaveChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const minute = 60_000;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const create = (chatroomId: string, fields: object = {}) => call('createChatroom', { chatroomId, ...fields });
const get = async (chatroomId: string) => (await call('getChatroom', { chatroomId })).body;
const join = (chatroomId: string, ...userIds: string[]) => joinChatroom(on.ctx, { chatroomId, userIds });
const unknown = { code: 23410 };

describe('the end of its time', () => {
  const existsFor = async (chatroomId: string, minutes: number) => {
    on.clock.advance(minutes * minute - 1);
    expect(await get(chatroomId)).toMatchObject({ code: 200 });
    on.clock.advance(1);
    expect(await get(chatroomId)).toMatchObject(unknown);
  };

  test('comes to the millisecond when it was idle so long', async () => {
    await create('idle', { destroyTime: 61 });
    await existsFor('idle', 61);
  });

  test.each([
    ['a join', () => join('busy', 'bea')],
    ['a join of a member', () => join('busy', 'amy')],
    ['a leave', () => leaveChatroom(on.ctx, { chatroomId: 'busy', userIds: ['amy'] })],
    ['a message', () => noteMessages(on.ctx, { appId: on.app.id, chatroomIds: ['busy', 'unknown'] }, on.clock.now())],
  ])('is put off by %s', async (_, activity) => {
    await create('busy');
    await join('busy', 'amy');
    on.clock.advance(59 * minute);
    await activity();
    await existsFor('busy', 60);
  });

  test.each([
    ['a leave of who is not there', () => leaveChatroom(on.ctx, { chatroomId: 'quiet', userIds: ['nobody'] })],
    ['a new setting', () => call('setChatroomDestruction', { chatroomId: 'quiet' })],
    ['creating it again', () => create('quiet')],
    ['a new name', () => call('createNamedChatrooms', { chatroom: { quiet: 'Quiet' } })],
  ])('is not put off by %s', async (_, inactivity) => {
    await create('quiet');
    on.clock.advance(59 * minute);
    await inactivity();
    await existsFor('quiet', 1);
  });

  test('comes at its age, whatever happens in it', async () => {
    await create('old', { destroyType: 1, destroyTime: 60 });
    on.clock.advance(59 * minute);
    await join('old', 'ann');
    await existsFor('old', 1);
  });

  test('an age counts from the creation: a shorter one ends an older chatroom at once', async () => {
    await create('aged', { destroyTime: 10_080 });
    on.clock.advance(90 * minute);
    expect(await call('setChatroomDestruction', { chatroomId: 'aged', destroyType: 1, destroyTime: 91 })).toMatchObject({
      body: { code: 200 },
    });
    expect(await get('aged')).toMatchObject({ destroyType: 1, destroyTime: 91 });
    await call('setChatroomDestruction', { chatroomId: 'aged', destroyType: 1, destroyTime: 90 });
    expect(await get('aged')).toMatchObject(unknown);
  });

  test('idle time is measured under an age too', async () => {
    await create('both', { destroyType: 1, destroyTime: 10_080 });
    on.clock.advance(60 * minute);
    expect(await get('both')).toMatchObject({ code: 200 });
    await call('setChatroomDestruction', { chatroomId: 'both', destroyType: 0, destroyTime: 0 });
    expect(await get('both')).toMatchObject(unknown);
  });

  test('afterwards no operation sees it, and it is made anew', async () => {
    await create('gone', { isBan: true, entryOwnerId: 'ann', entryInfo: '{"a":"1"}' });
    await join('gone', 'ann');
    on.clock.advance(60 * minute);
    expect(await call('listNamedChatrooms', { chatroomId: ['gone'] })).toMatchObject({ body: { chatRooms: [] } });
    await expect(join('gone', 'ann')).rejects.toMatchObject({ code: 'room-unknown' });
    await noteMessages(on.ctx, { appId: on.app.id, chatroomIds: ['gone'] }, on.clock.now());
    expect(await get('gone')).toMatchObject(unknown);

    await call('createNamedChatrooms', { chatroom: { gone: 'Gone' } });
    expect(await get('gone')).toMatchObject({ createTime: on.clock.now(), memberCount: 0, ban: false });
    const attributes = on.ctx.db
      .selectFrom('chatroom_attributes')
      .innerJoin('chatrooms', 'chatrooms.room_id', 'chatroom_attributes.room_id');
    expect(await attributes.selectAll().where('chatroom_id', '=', 'gone').execute()).toEqual([]);
  });

  test('the idle time of chatrooms made by name is a setting of the app', async () => {
    const { rongcloud } = await on.addApp({ settings: { chatroomIdleMinutes: 5 } });
    await rongcloud.call('createNamedChatrooms', { body: { chatroom: { r: 'R' } } });
    expect(await rongcloud.call('getChatroom', { body: { chatroomId: 'r' } })).toMatchObject({ body: { destroyTime: 5 } });
    on.clock.advance(5 * minute);
    expect(await rongcloud.call('getChatroom', { body: { chatroomId: 'r' } })).toMatchObject({ body: unknown });
  });
});

test('a sweep deletes the rows of due chatrooms and of no other, in several transactions', async () => {
  const { app, rongcloud } = await on.addApp({ settings: { chatroomsPerUser: 10 } });
  const ctx = { ...on.ctx, app };
  const room = (id: string) => rongcloud.call('createChatroom', { body: { chatroomId: id, destroyTime: 60 } });
  const names = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`due${index}`, '']));
  await rongcloud.call('createNamedChatrooms', { body: { chatroom: names } });
  await room('due100');
  await joinChatroom(ctx, { chatroomId: 'due100', userIds: Array.from({ length: 5001 }, (_, index) => `u${index}`) });
  on.clock.advance(60 * minute);
  await room('fresh');
  await destroyDueChatrooms(ctx);
  const rows = await ctx.db.selectFrom('chatrooms').select('chatroom_id').where('app_id', '=', app.id).execute();
  expect(rows).toEqual([{ chatroom_id: 'fresh' }]);
  expect(await ctx.db.selectFrom('chatroom_members').selectAll().where('app_id', '=', app.id).execute()).toEqual([]);
});

test('a server at work sweeps by itself', async () => {
  await create('swept', { destroyTime: 60 });
  on.clock.advance(60 * minute);
  await on.ctx.jobs.start();
  const rows = on.ctx.db.selectFrom('chatrooms').select('chatroom_id').where('chatroom_id', '=', 'swept');
  await vi.waitFor(async () => expect(await rows.execute()).toEqual([]), { timeout: 20_000 });
});

describe('destruction by a call', () => {
  test('ends several with their members; unknown ones are no error', async () => {
    await create('d1');
    await create('d2');
    await join('d1', 'dan');
    expect(await call('destroyChatrooms', { chatroomId: ['d1', 'd2', 'never-there'] })).toMatchObject({ status: 200, body: { code: 200 } });
    expect(await get('d1')).toMatchObject(unknown);
    await create('d1');
    expect(await get('d1')).toMatchObject({ memberCount: 0 });
  });
});
