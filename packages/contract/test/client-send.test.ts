import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinChatroom } from '../../server/src/domain/chatrooms/members.ts';
import { DomainError } from '../../server/src/domain/errors.ts';
import { chatroomConversation, groupConversation } from '../../server/src/domain/messages/conversation.ts';
import type { MessageDraft } from '../../server/src/domain/messages/draft.ts';
import { readConversation } from '../../server/src/domain/messages/history.ts';
import type { Addressee, Verdict } from '../../server/src/domain/messages/may-send.ts';
import { sendFromClient } from '../../server/src/domain/messages/send.ts';
import * as jmessage from '../../server/src/jmessage/errors.ts';
import * as rongcloud from '../../server/src/rongcloud/errors.ts';
import { conversationMessages, storedMessages } from './support/messages.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const minute = 60_000;
const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const draft = (senderId: string): MessageDraft => ({ senderId, objectName: 'RC:TxtMsg', content: '{"content":"Hi"}', options: {} });
const sendTo = (to: Addressee, senderId = 'ann') => sendFromClient(on.ctx, draft(senderId), to);

describe("a client's message", () => {
  test('to a user stands in one order with those of the server', async () => {
    await sendTo({ kind: 'private', id: 'bob' });
    await call('publishPrivateMessage', { fromUserId: 'bob', toUserId: ['ann'], objectName: 'RC:TxtMsg', content: '{}' });
    const receipt = await sendTo({ kind: 'private', id: 'bob' });
    expect(receipt).toEqual({ target: 'bob', id: expect.any(Number), sentAt: on.clock.now() });
    const messages = await conversationMessages(on, 'ann', 'bob');
    expect(messages.map(({ seq, senderId }) => [seq, senderId])).toEqual([
      [1, 'ann'],
      [2, 'bob'],
      [3, 'ann'],
    ]);
    expect(messages[2]).toMatchObject({ id: receipt.id, ...draft('ann') });
  });

  test('to a group is stored once', async () => {
    await call('createGroup', { groupId: 'g', groupName: 'G', userId: ['ann', 'bob', 'cat'] });
    const { id } = await sendTo({ kind: 'group', id: 'g' });
    expect(await readConversation(on.ctx, groupConversation('g'), { after: 0, limit: 10 })).toMatchObject([
      { id, seq: 1, senderId: 'ann' },
    ]);
  });

  test('to a chatroom starts its idle time again', async () => {
    await call('createChatroom', { chatroomId: 'r' });
    await joinChatroom(on.ctx, { chatroomId: 'r', userIds: ['ann'] });
    for (let time = 0; time < 3; time++) {
      on.clock.advance(59 * minute);
      await sendTo({ kind: 'chatroom', id: 'r' });
    }
    expect(await readConversation(on.ctx, chatroomConversation('r'), { after: 0, limit: 10 })).toHaveLength(3);
    on.clock.advance(60 * minute);
    await expect(sendTo({ kind: 'chatroom', id: 'r' })).rejects.toMatchObject({ code: 'room-unknown' });
  });
});

/** What a client hears, and what it is in the words of each dialect. */
const refusals: [verdict: Verdict, to: Addressee, rongcloud: number, jmessage: number][] = [
  ['sender-muted', { kind: 'private', id: 'anybody' }, 20605, 803006],
  ['sender-blocked', { kind: 'private', id: 'blocker' }, 405, 803008],
  ['sender-not-allowed', { kind: 'private', id: 'picky' }, 407, 803006],
  ['group-unknown', { kind: 'group', id: 'nowhere' }, 1002, 899006],
  ['sender-not-in-group', { kind: 'group', id: 'others' }, 22406, 803005],
  ['sender-muted-in-group', { kind: 'group', id: 'quiet' }, 22408, 803012],
  ['room-unknown', { kind: 'chatroom', id: 'nowhere' }, 23410, 899081],
  ['sender-not-in-room', { kind: 'chatroom', id: 'others' }, 23406, 847001],
  ['sender-muted-in-room', { kind: 'chatroom', id: 'quiet' }, 23408, 847002],
  ['sender-blocked-in-room', { kind: 'chatroom', id: 'barred' }, 23409, 847002],
  ['receive-only', { kind: 'system', id: 'bob' }, 20109, 803006],
];

describe('a refused message', () => {
  beforeAll(async () => {
    await call('setPrivateMute', { userId: ['muted'], state: 1, type: 'PERSON' });
    await call('addBlocklistUsers', { userId: 'blocker', blackUserId: ['sue'] });
    await call('setAllowlistSwitch', { userId: ['picky'], whiteSetting: 1 });
    await call('createGroup', { groupId: 'others', groupName: 'G', userId: ['bob'] });
    await call('createGroup', { groupId: 'quiet', groupName: 'G', userId: ['sue'] });
    await call('muteGroups', { groupId: ['quiet'] });
    await call('createChatroom', { chatroomId: 'others' });
    await call('createChatroom', { chatroomId: 'quiet', isBan: true });
    await call('blockChatroomUsers', { chatroomId: 'barred', userId: ['sue'], minute: 1 });
  });

  test.each(refusals)('%s: fails by that word, which both dialects know, and is not stored', async (verdict, to, ...codes) => {
    const before = await storedMessages(on);
    const error = await sendTo(to, verdict === 'sender-muted' ? 'muted' : 'sue').catch((error: unknown) => error);
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe(verdict);
    expect(await storedMessages(on)).toBe(before);
    const wire = [rongcloud.renderFailure(error, { path: '' }).body, (jmessage.renderFailure(error).body as { error: object }).error];
    expect(wire).toMatchObject(codes.map((code) => ({ code })));
  });
});
