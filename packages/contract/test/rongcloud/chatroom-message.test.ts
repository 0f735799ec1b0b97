import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everywhere } from '../../../server/src/domain/chatrooms/mutes.ts';
import { chatroomConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { storedMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const minute = 60_000;
const text = { fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
const send = (body: object, caller = on.rongcloud) => caller.call('publishChatroomMessage', { body: { ...text, ...body } });
const broadcast = (body: object = {}, caller = on.rongcloud) => caller.call('publishChatroomBroadcast', { body: { ...text, ...body } });
const inRoom = (chatroomId: string) => readConversation(on.ctx, chatroomConversation(chatroomId), { after: 0, limit: 10 });
const create = (chatroomId: string) => on.rongcloud.call('createChatroom', { body: { chatroomId } });
const exists = async (chatroomId: string) =>
  ((await on.rongcloud.call('getChatroom', { body: { chatroomId } })).body as { code: number }).code === 200;
const off = (...services: string[]) =>
  on.addApp({
    settings: { rateLimits: { enabled: false, overrides: {} }, services: Object.fromEntries(services.map((name) => [name, false])) },
  });

describe('a message to chatrooms', () => {
  test('is stored once for each, and answered in the order of the call', async () => {
    const { body } = await send({ toChatroomId: ['r2', 'r1'] });
    const { messageUIDs } = body as { messageUIDs: { chatroomId: string; messageUID: string }[] };
    expect(messageUIDs.map(({ chatroomId }) => chatroomId)).toEqual(['r2', 'r1']);
    for (const { chatroomId, messageUID } of messageUIDs) {
      const { fromUserId: senderId, ...rest } = text;
      const stored = {
        id: messageIdOf(messageUID),
        seq: 1,
        senderId,
        senderAppId: on.app.id,
        ...rest,
        options: {},
        sentAt: on.clock.now(),
        retracted: false,
      };
      expect(await inRoom(chatroomId)).toEqual([stored]);
    }
  });

  test('passes mutes and blocks, and needs no chatroom', async () => {
    await create('quiet');
    await on.rongcloud.call('muteChatroom', { body: { chatroomId: 'quiet' } });
    await on.rongcloud.call('muteUsersInAllChatrooms', { body: { userId: ['ann'], minute: 1 } });
    await on.rongcloud.call('blockChatroomUsers', { body: { chatroomId: 'quiet', userId: ['ann'], minute: 1 } });
    expect(await send({ toChatroomId: ['quiet', 'never made'] })).toMatchObject({ status: 200 });
    expect(await inRoom('quiet')).toHaveLength(1);
  });

  test.each([
    [{ isIncludeSender: 1 }, { includeSender: true }],
    [{ isIncludeSender: 0, isPersisted: 1, priority: 0 }, {}],
    [{ priority: 1 }, { priority: 1 }],
    [{ priority: 2 }, { priority: 2 }],
    [{ priority: 3 }, { priority: 3 }],
  ])('carries %o', async (body, options) => {
    const chatroomId = `flags ${JSON.stringify(options).replaceAll(',', ' ')}`;
    await send({ toChatroomId: [chatroomId], ...body });
    expect((await inRoom(chatroomId)).map((message) => message.options)).toEqual([options]);
  });

  test('with isPersisted 0 is kept out of the history and takes its place', async () => {
    for (const isPersisted of [1, 0, 1]) await send({ toChatroomId: ['brief'], isPersisted });
    expect((await inRoom('brief')).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test('starts the idle time of all of them again', async () => {
    const rooms = ids('idle', 3);
    for (const room of [...rooms, 'left alone']) await create(room);
    on.clock.advance(59 * minute);
    await send({ toChatroomId: rooms });
    on.clock.advance(59 * minute);
    expect(await Promise.all([...rooms, 'left alone'].map(exists))).toEqual([true, true, true, false]);
    on.clock.advance(minute);
    expect(await Promise.all(rooms.map(exists))).toEqual([false, false, false]);
  });

  test('with priority 1 or 3 needs the service that knows it; nothing is sent without', async () => {
    const noWhitelist = await off('chatroomWhitelist');
    const noPriority = await off('chatroomMessagePriority');
    const before = await storedMessages(on);
    const refused = (service: string) => ({ status: 430, body: { code: 1009, errorMessage: `Service ${service} is not enabled.` } });
    expect(await send({ toChatroomId: ['p'], priority: 1 }, noWhitelist.rongcloud)).toMatchObject(refused('chatroomWhitelist'));
    expect(await send({ toChatroomId: ['p'], priority: 3 }, noPriority.rongcloud)).toMatchObject(refused('chatroomMessagePriority'));
    expect(await storedMessages(on)).toBe(before);
    for (const priority of [0, 2, 3])
      expect(await send({ toChatroomId: ['p'], priority }, noWhitelist.rongcloud)).toMatchObject({ status: 200 });
    for (const priority of [0, 1, 2])
      expect(await send({ toChatroomId: ['p'], priority }, noPriority.rongcloud)).toMatchObject({ status: 200 });
  });

  test('has bounds', async () => {
    expect(await send({ toChatroomId: ids('r', 100) })).toMatchObject({ status: 200 });
    expect(await send({ toChatroomId: ids('r', 101) })).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: 'toChatroomId must have at most 100 items.' },
    });
    expect(await send({ toChatroomId: ['r'], priority: 4 })).toMatchObject({ status: 400, body: { code: 1002 } });
    expect(await send({ toChatroomId: ['é'.repeat(33)] })).toMatchObject({ status: 400, body: { code: 1005 } });
  });
});

describe('a message to all chatrooms', () => {
  test('is one message, in the history of no chatroom', async () => {
    for (const chatroomId of ids('all', 3)) await create(chatroomId);
    const before = await storedMessages(on);
    expect((await broadcast({ isIncludeSender: 1 })).body).toEqual({ code: 200 });
    expect(await storedMessages(on)).toBe(before + 1);
    expect(await inRoom('all0')).toEqual([]);
    expect(await inRoom(everywhere)).toEqual([]);
    const row = await on.ctx.db.selectFrom('messages').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ sender_id: 'ann', object_name: text.objectName, content: text.content, persisted: false });
    expect(JSON.parse(row.options)).toEqual({ includeSender: true, unpersisted: true });
  });

  test('has its place in one order of the app', async () => {
    const conversations = () =>
      on.ctx.db.selectFrom('conversations').select('last_seq').where('app_id', '=', on.app.id).where('key', '=', everywhere).execute();
    const [{ last_seq: before } = { last_seq: 0 }] = await conversations();
    await Promise.all([broadcast(), broadcast(), broadcast()]);
    expect(await conversations()).toEqual([{ last_seq: before + 3 }]);
  });

  test('does not count as activity of the chatrooms', async () => {
    await create('idle');
    on.clock.advance(59 * minute);
    await broadcast();
    on.clock.advance(minute);
    expect(await exists('idle')).toBe(false);
  });

  test('is refused when the service is off, and sends nothing', async () => {
    const before = await storedMessages(on);
    const { rongcloud } = await off('chatroomBroadcast');
    expect(await broadcast({}, rongcloud)).toMatchObject({
      status: 430,
      body: { code: 1009, errorMessage: 'Service chatroomBroadcast is not enabled.' },
    });
    expect(await storedMessages(on)).toBe(before);
  });

  test('has bounds', async () => {
    expect(await broadcast({ content: 'x'.repeat(131_072) })).toMatchObject({ status: 200 });
    expect(await broadcast({ content: 'x'.repeat(131_073) })).toMatchObject({ status: 400, body: { code: 1005 } });
  });
});
