import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maySendToChatroom } from '../../../server/src/domain/chatrooms/may-send.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });
const maySend = (chatroomId: string, senderId: string) => maySendToChatroom(on.ctx, { chatroomId, senderId, by: 'client' });

describe('who may send', () => {
  const facts = [false, true].flatMap((mutedEverywhere) =>
    [false, true].flatMap((allowed) =>
      [false, true].flatMap((muted) => [false, true].map((roomMuted) => ({ mutedEverywhere, allowed, muted, roomMuted }))),
    ),
  );
  /** Clients may send in these cases only: not muted at all, or allowed and not muted everywhere. */
  const free = ['----', '-a--', '-am-', '-a-r', '-amr'];
  const table = facts.map((fact) => {
    const { mutedEverywhere, allowed, muted, roomMuted } = fact;
    const name = [mutedEverywhere ? 'e' : '-', allowed ? 'a' : '-', muted ? 'm' : '-', roomMuted ? 'r' : '-'].join('');
    return { name, fact, may: free.includes(name) };
  });

  test.each(table)('$name: a client $may, the server true', async ({ name, fact, may }) => {
    const chatroomId = `speak${name}`;
    await call('createChatroom', { chatroomId, isBan: fact.roomMuted });
    if (fact.mutedEverywhere) await call('muteUsersInAllChatrooms', { userId: [chatroomId], minute: 1 });
    if (fact.allowed) await call('addChatroomAllowlistUsers', { chatroomId, userId: [chatroomId] });
    if (fact.muted) await call('muteChatroomUsers', { chatroomId, userId: [chatroomId], minute: 1 });
    expect(await maySend(chatroomId, chatroomId)).toBe(may);
    expect(await maySendToChatroom(on.ctx, { chatroomId, senderId: chatroomId, by: 'server' })).toBe(true);
  });

  test('the state of a chatroom whose time is over says nothing', async () => {
    await call('createChatroom', { chatroomId: 'ended', isBan: true });
    on.clock.advance(60 * 60_000);
    expect(await maySend('ended', 'ann')).toBe(true);
  });
});
