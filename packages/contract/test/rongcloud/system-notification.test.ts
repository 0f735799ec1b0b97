import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemConversation } from '../../../server/src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../../../server/src/domain/messages/history.ts';
import { messageIdOf } from '../../../server/src/domain/uid.ts';
import { conversationMessages, storedMessages } from '../support/messages.ts';
import { json, post } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { ids } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const text = { fromUserId: '__system__', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
const send = (body: object) => on.rongcloud.call('publishSystemMessage', { body: { ...text, ...body } });
const sendTemplate = (body: object) =>
  on.rongcloud.call('publishSystemTemplateMessage', { body: { ...text, content: '{x}', values: [{}], pushContent: [], ...body } });
const seenBy = (userId: string): Promise<Message[]> =>
  readConversation(on.ctx, systemConversation('__system__', userId), { after: 0, limit: 100 });
const refused = (code: number, errorMessage: string) => ({ status: 400, body: { code, errorMessage } });

interface Sent {
  messageUIDs: { userId: string; messageUID: string }[];
}

describe('a system message', () => {
  test('is stored once for each recipient, apart from one-to-one chats, and answered in the order of the call', async () => {
    await on.rongcloud.call('publishPrivateMessage', { body: { ...text, toUserId: ['bob'] } });
    const { messageUIDs } = (await send({ toUserId: ['cat', 'bob'] })).body as Sent;
    expect(messageUIDs.map(({ userId }) => userId)).toEqual(['cat', 'bob']);
    for (const { userId, messageUID } of messageUIDs) {
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
      expect(await seenBy(userId)).toEqual([stored]);
    }
    expect(await conversationMessages(on, '__system__', 'bob')).toHaveLength(1);
  });

  test('goes one way: what the recipient sends to the sender is elsewhere', async () => {
    await send({ fromUserId: 'ann', toUserId: ['max'] });
    await send({ fromUserId: 'max', toUserId: ['ann'] });
    const between = (one: string, other: string) => readConversation(on.ctx, systemConversation(one, other), { after: 0, limit: 10 });
    expect([await between('ann', 'max'), await between('max', 'ann')]).toMatchObject([[{ senderId: 'ann' }], [{ senderId: 'max' }]]);
  });

  test('passes mutes and lists', async () => {
    await on.rongcloud.call('setPrivateMute', { body: { userId: ['__system__'], state: 1, type: 'PERSON' } });
    await on.rongcloud.call('setAllowlistSwitch', { body: { userId: ['dan'], whiteSetting: 1 } });
    await send({ toUserId: ['dan'] });
    expect(await seenBy('dan')).toHaveLength(1);
  });

  test.each([
    [
      { pushContent: 'p', pushData: 'd', pushExt: '{}' },
      { pushContent: 'p', pushData: 'd', pushExt: '{}' },
    ],
    [{ isCounted: 0 }, { uncounted: true }],
    [{ contentAvailable: 1 }, { contentAvailable: true }],
    [{ disablePush: true }, { disablePush: true }],
    [{ disableUpdateLastMsg: true }, { disableUpdateLastMsg: true }],
    [{ count: -1 }, { badge: -1 }],
    [{ isPersisted: 1, isCounted: 1, contentAvailable: 0, disablePush: false }, {}],
  ])('carries %o', async (body, options) => {
    const to = `flags-${JSON.stringify(body).replaceAll(',', ' ').slice(0, 50)}`;
    await send({ toUserId: [to], ...body });
    expect((await seenBy(to)).map((message) => message.options)).toEqual([options]);
  });

  test('has a badge only when it goes to one, and is not for the sender', async () => {
    await send({ toUserId: ['b1', 'b2'], count: 7 });
    const body = JSON.stringify({ ...text, toUserId: ['b3'], isIncludeSender: 1 });
    await post(on.rongcloud, '/message/system/publish.json', { body, headers: json });
    for (const to of ['b1', 'b3']) expect((await seenBy(to)).map((message) => message.options)).toEqual([{}]);
  });

  test('with isPersisted 0 is kept out of the history and takes its place', async () => {
    for (const isPersisted of [1, 0, 1]) await send({ toUserId: ['percy'], isPersisted });
    expect((await seenBy('percy')).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test('has bounds', async () => {
    expect(await send({ toUserId: ids('u', 100), content: 'x'.repeat(131_072) })).toMatchObject({ status: 200 });
    expect(await send({ toUserId: ids('u', 101) })).toMatchObject(refused(1002, 'toUserId must have at most 100 items.'));
    expect(await send({ toUserId: ['u'], content: 'x'.repeat(131_073) })).toMatchObject({ status: 400, body: { code: 1005 } });
  });
});

describe('a template system message', () => {
  test('makes a copy for each recipient', async () => {
    const { messageUIDs } = (
      await sendTemplate({
        toUserId: ['t1', 't2'],
        values: [{ '{x}': 'one' }, { '{x}': 'two' }],
        pushContent: ['{x}!', ''],
        disablePush: true,
        contentAvailable: 1,
        disableUpdateLastMsg: true,
      })
    ).body as Sent;
    const flags = { disablePush: true, contentAvailable: true, disableUpdateLastMsg: true };
    const id = (index: number) => messageIdOf(messageUIDs[index]!.messageUID);
    expect(await seenBy('t1')).toMatchObject([{ id: id(0), content: 'one', options: { ...flags, pushContent: 'one!' } }]);
    expect(await seenBy('t2')).toMatchObject([{ id: id(1), content: 'two', options: flags }]);
    expect(await conversationMessages(on, '__system__', 't1')).toEqual([]);
  });

  test('ignores what the Go SDK adds, and is not for the sender', async () => {
    await on.rongcloud.call('addBlocklistUsers', { body: { userId: 'lea', blackUserId: ['__system__'] } });
    await sendTemplate({ toUserId: ['lea'], verifyBlacklist: 1, isIncludeSender: 1 });
    expect((await seenBy('lea')).map((message) => message.options)).toEqual([{}]);
  });

  test('is refused as a whole', async () => {
    const before = await storedMessages(on);
    const two = { toUserId: ['t3', 't4'], values: [{ '{x}': 'v' }, { '{x}': '' }] };
    expect(await sendTemplate({ ...two, values: [{}] })).toMatchObject(refused(1002, 'values must have 2 entries, as many as toUserId.'));
    const why = 'content must have 1 to 131072 bytes of UTF-8 when it is filled in for toUserId[1].';
    expect(await sendTemplate(two)).toMatchObject(refused(1005, why));
    const many = { toUserId: ids('u', 101), values: ids('u', 101).map(() => ({})) };
    expect(await sendTemplate(many)).toMatchObject(refused(1002, 'toUserId must have at most 100 items.'));
    const large = { toUserId: ids('u', 65), values: ids('u', 65).map(() => ({})), content: 'x'.repeat(131_072) };
    const whyNot = 'content must not have more than 8388608 bytes in all copies together.';
    expect(await sendTemplate(large)).toMatchObject(refused(1002, whyNot));
    expect(await storedMessages(on)).toBe(before);
  });
});
