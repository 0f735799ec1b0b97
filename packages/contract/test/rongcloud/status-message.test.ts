import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { conversationMessages, storedMessages } from '../support/messages.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const typing = { fromUserId: 'ann', objectName: 'RC:TypSts', content: '{"typingContentType":"RC:TxtMsg"}' };
const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body: { ...typing, ...body } });

/** Of a call that is accepted. */
async function uidsOf(answer: Promise<{ status: number; body: unknown }>): Promise<Record<string, string>[]> {
  const { status, body } = await answer;
  expect(status).toBe(200);
  return (body as { messageUIDs: Record<string, string>[] }).messageUIDs;
}

describe.each([
  ['publishPrivateStatusMessage', 'toUserId', 'userId', 1000],
  ['publishGroupStatusMessage', 'toGroupId', 'groupId', 3],
] as const)('%s', (operationId, field, name, most) => {
  test('names each target with an id of its own, in the order of the call, and stores nothing', async () => {
    const before = await storedMessages(on);
    const uids = await uidsOf(call(operationId, { [field]: ['t2', 't1', 't3'], isIncludeSender: 1 }));
    expect(uids.map((uid) => uid[name])).toEqual(['t2', 't1', 't3']);
    expect(new Set(uids.map(({ messageUID }) => messageUID)).size).toBe(3);
    expect(await storedMessages(on)).toBe(before);
  });

  test('keeps out of the history whatever its type, and whatever the flags of other messages say', async () => {
    await call(operationId, { [field]: ['t1'], objectName: 'RC:TxtMsg', isPersisted: 1, isCounted: 1 });
    expect(await conversationMessages(on, 'ann', 't1')).toEqual([]);
    expect(await readConversation(on.ctx, groupConversation('t1'), { after: 0, limit: 10 })).toEqual([]);
  });

  test('takes no place in the order of a conversation', async () => {
    const text = { objectName: 'RC:TxtMsg', content: '{}' };
    for (const status of [false, true, false]) {
      if (status) await call(operationId, { [field]: ['order'] });
      else if (name === 'userId') await call('publishPrivateMessage', { toUserId: ['order'], ...text });
      else await call('publishGroupMessage', { toGroupId: ['order'], ...text });
    }
    const conversation = name === 'userId' ? { kind: 'private' as const, key: 'ann,order' } : groupConversation('order');
    expect((await readConversation(on.ctx, conversation, { after: 0, limit: 10 })).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('has bounds', async () => {
    expect(await uidsOf(call(operationId, { [field]: ids('t', most) }))).toHaveLength(most);
    expect(await call(operationId, { [field]: ids('t', most + 1) })).toMatchObject({
      status: 400,
      body: { code: 1002, errorMessage: `${field} must have at most ${most} items.` },
    });
    expect(await call(operationId, { [field]: ['t1'], content: 'x'.repeat(131_072) })).toMatchObject({ status: 200 });
    expect(await call(operationId, { [field]: ['t1'], content: 'x'.repeat(131_073) })).toMatchObject({ status: 400, body: { code: 1005 } });
  });
});

test('with verifyBlacklist those who blocked the sender are named all the same', async () => {
  await on.rongcloud.call('addBlocklistUsers', { body: { userId: 'bob', blackUserId: ['ann'] } });
  const uids = await uidsOf(call('publishPrivateStatusMessage', { toUserId: ['bob', 'cat'], verifyBlacklist: 1 }));
  expect(uids.map(({ userId }) => userId)).toEqual(['bob', 'cat']);
});
