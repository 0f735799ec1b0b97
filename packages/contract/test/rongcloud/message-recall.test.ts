import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemConversation } from '../../../server/src/domain/messages/conversation.ts';
import { sendToChatroom } from '../../../server/src/domain/messages/send.ts';
import { messageIdOf, messageUid } from '../../../server/src/domain/uid.ts';
import type { Caller } from '../../src/index.ts';
import { conversationMessages, messagesIn, sendGroup, sendPrivate } from '../support/messages.ts';
import { accepted, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const unknownUid = messageUid(2 ** 53 - 1);
const recall = (messageUID: string, fields: object = {}, caller: Caller = on.rongcloud) =>
  caller.call('recallMessage', { body: { fromUserId: 'ann', conversationType: 1, targetId: 'bob', messageUID, ...fields } });

let readers = 0;
/** A message from ann to a user of its own. */
async function newMessage(fields: object = {}) {
  readers += 1;
  const targetId = `reader${readers}`;
  const uid = await sendPrivate(on.rongcloud, { fromUserId: 'ann', toUserId: targetId, ...fields });
  return {
    uid,
    targetId,
    sentTime: on.clock.now(),
    recall: (change: object = {}) => recall(uid, { targetId, ...change }),
    history: () => conversationMessages(on, 'ann', targetId),
    stored: () => messagesIn(on, { kind: 1, key: `ann,${targetId}` }),
  };
}

const command = (row: { content: string } | undefined) => JSON.parse(row!.content) as object;

describe('a recall', () => {
  test('marks the message and tells the conversation; the history has both', async () => {
    const message = await newMessage();
    on.clock.advance(400 * 60_000);
    expect(await message.recall()).toMatchObject(accepted);
    const [original, told] = await message.history();
    expect(original).toMatchObject({ id: messageIdOf(message.uid), retracted: true });
    expect(told).toMatchObject({ seq: 2, senderId: 'ann', objectName: 'RC:RcCmd', sentAt: on.clock.now(), retracted: false });
    expect(command(told)).toEqual({
      messageUId: message.uid,
      conversationType: 1,
      targetId: message.targetId,
      sentTime: message.sentTime,
      isAdmin: 0,
      isDelete: 0,
    });
    expect(told!.options).toEqual({ includeSender: true, uncounted: true });
  });

  test('carries its flags', async () => {
    const message = await newMessage();
    const flags = {
      isAdmin: 1,
      isDelete: 1,
      disablePush: true,
      disableUpdateLastMsg: true,
      extra: 'spam "quoted"',
      sentTime: 1769827099318,
    };
    expect(await message.recall(flags)).toMatchObject(accepted);
    const [, told] = await message.history();
    expect(command(told)).toMatchObject({ isAdmin: 1, isDelete: 1, extra: 'spam "quoted"', sentTime: 1769827099318 });
    expect(told!.options).toMatchObject({ disablePush: true, disableUpdateLastMsg: true });
  });

  test('again tells again, and the message keeps the time of the first', async () => {
    const message = await newMessage();
    await message.recall();
    const [first] = await message.stored();
    on.clock.advance(1000);
    expect(await message.recall()).toMatchObject(accepted);
    const rows = await message.stored();
    expect(rows[0]!.retracted_at).toBe(first!.retracted_at);
    expect(rows.map(({ object_name }) => object_name)).toEqual(['RC:TxtMsg', 'RC:RcCmd', 'RC:RcCmd']);
  });

  test('by many at once, in both dialects, marks once and tells each time without blocking', async () => {
    await on.jmessage.call('registerUsers', { body: [{ username: 'anna', password: 'secret' }] });
    const uid = await sendPrivate(on.rongcloud, { fromUserId: 'anna', toUserId: 'crowd' });
    const retract = () => on.jmessage.call('retractMessage', { path: { username: 'anna', msgid: messageIdOf(uid) } });
    const send = () => sendPrivate(on.rongcloud, { fromUserId: 'anna', toUserId: 'crowd' });
    const calls = [1, 2, 3, 4].flatMap(() => [recall(uid, { fromUserId: 'anna', targetId: 'crowd' }), retract()]);
    const [answers] = await Promise.all([Promise.all(calls), Promise.all([send(), send()])]);
    const recalls = answers.filter(({ status }) => status === 200);
    const retractions = answers.filter(({ status }) => status === 204);
    expect(recalls).toHaveLength(4);
    expect(retractions.length).toBeLessThanOrEqual(1);
    const rows = await messagesIn(on, { kind: 1, key: 'anna,crowd' });
    expect(rows.filter(({ retracted_at }) => retracted_at !== null)).toHaveLength(1);
    expect(rows.filter(({ object_name }) => object_name === 'RC:RcCmd')).toHaveLength(4 + retractions.length);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  });

  test('of a group message and of a single system notification', async () => {
    const uid = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'chess' });
    expect(await recall(uid, { conversationType: 3, targetId: 'chess' })).toMatchObject(accepted);
    const [original, told] = await messagesIn(on, { kind: 3, key: 'chess' });
    expect(original!.retracted_at).not.toBeNull();
    expect(command(told)).toMatchObject({ conversationType: 3, targetId: 'chess' });

    const notice = { kind: 6, key: systemConversation('__system__', 'bob').key };
    const [notification] = await on.ctx.messages.append([
      {
        appId: on.app.id,
        senderId: '__system__',
        objectName: 'RC:TxtMsg',
        content: '{}',
        options: '{}',
        sentAt: on.clock.now(),
        persisted: true,
        conversations: [notice],
      },
    ]);
    const systemUid = messageUid(notification!.id);
    expect(await recall(systemUid, { fromUserId: '__system__', conversationType: 6 })).toMatchObject(accepted);
    const [single, recalled] = await messagesIn(on, notice);
    expect(single!.retracted_at).not.toBeNull();
    expect(command(recalled)).toMatchObject({ conversationType: 6, targetId: 'bob', messageUId: systemUid });
  });

  test('of a chatroom message starts its idle time again', async () => {
    await on.rongcloud.call('createChatroom', { body: { chatroomId: 'room' } });
    const draft = { senderId: 'ann', objectName: 'RC:TxtMsg', content: '{}', options: {} };
    const { id } = await sendToChatroom(on.ctx, draft, 'room');
    on.clock.advance(50 * 60_000);
    expect(await recall(messageUid(id), { conversationType: 4, targetId: 'room' })).toMatchObject(accepted);
    const [original, told] = await messagesIn(on, { kind: 4, key: 'room' });
    expect(original!.retracted_at).not.toBeNull();
    expect(command(told)).toMatchObject({ conversationType: 4, targetId: 'room' });
    on.clock.advance(50 * 60_000);
    expect(await on.rongcloud.call('getChatroom', { body: { chatroomId: 'room' } })).toMatchObject(accepted);
  });

  test('of what only some got reaches only those, and is kept as it was', async () => {
    const uid = await sendGroup(on.rongcloud, { fromUserId: 'ann', toGroupId: 'go', toUserId: ['bob', 'cat'] });
    await recall(uid, { conversationType: 3, targetId: 'go' });
    const [, directed] = await messagesIn(on, { kind: 3, key: 'go' });
    expect(directed).toMatchObject({ object_name: 'RC:RcCmd', persisted: false, options: { onlyTo: ['bob', 'cat'] } });
    const message = await newMessage({ isPersisted: 0 });
    await message.recall();
    expect(await message.stored()).toMatchObject([{ persisted: false }, { persisted: false }]);
  });
});

describe('clients are told, and nothing is marked, of', () => {
  const marked = async (message: { stored(): Promise<{ retracted_at: number | null }[]> }) =>
    (await message.stored()).filter(({ retracted_at }) => retracted_at !== null);

  test('a UID that is unknown here, with the time that the call gives, if any', async () => {
    const targetId = 'unknown-to';
    for (const sentTime of [undefined, 0, 1458389271011]) {
      expect(await recall(unknownUid, { targetId, ...(sentTime !== undefined && { sentTime }) })).toMatchObject(accepted);
    }
    expect(await recall('MUSD-FKDS-AAF1-09FH', { targetId })).toMatchObject(accepted);
    const told = await conversationMessages(on, 'ann', targetId);
    expect(told.map((message) => (command(message) as { sentTime?: number }).sentTime)).toEqual([
      undefined,
      undefined,
      1458389271011,
      undefined,
    ]);
  });

  test('a message of another sender or conversation', async () => {
    const message = await newMessage();
    expect(await message.recall({ fromUserId: message.targetId, targetId: 'ann' })).toMatchObject(accepted);
    expect(await recall(message.uid, { targetId: 'elsewhere' })).toMatchObject(accepted);
    expect(await recall(message.uid, { conversationType: 3, targetId: message.targetId })).toMatchObject(accepted);
    expect(await marked(message)).toEqual([]);
    expect(await conversationMessages(on, 'ann', 'elsewhere')).toMatchObject([{ objectName: 'RC:RcCmd' }]);
  });

  test('a message of another app, whose conversation is not touched', async () => {
    const message = await newMessage();
    const other = await on.addApp();
    expect(await recall(message.uid, { targetId: message.targetId }, other.rongcloud)).toMatchObject(accepted);
    expect(await message.stored()).toMatchObject([{ retracted_at: null }]);
  });

  test('a message that is older than the app keeps', async () => {
    const message = await newMessage();
    on.clock.advance(180 * 24 * 60 * 60 * 1000 + 1);
    expect(await message.recall()).toMatchObject(accepted);
    expect(await marked(message)).toEqual([]);
  });
});

test('a message is marked and told of, or neither', async () => {
  const message = await newMessage();
  await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`.execute(on.ctx.db);
  await sql`create trigger refuse before insert on messages for each row when (new.object_name = 'RC:RcCmd') execute function refuse()`.execute(
    on.ctx.db,
  );
  expect(await message.recall()).toMatchObject({ status: 500, body: { code: 1000 } });
  await sql`drop trigger refuse on messages`.execute(on.ctx.db);
  expect(await message.stored()).toMatchObject([{ retracted_at: null }]);
  expect(await message.recall()).toMatchObject(accepted);
});

test('retracting in the other dialect tells the conversation too', async () => {
  await on.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
  await on.jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] });
  const { body } = await on.jmessage.call('sendMessage', {
    body: {
      version: 1,
      target_type: 'single',
      target_id: 'javen',
      from_type: 'admin',
      from_id: 'fang',
      msg_type: 'text',
      msg_body: { text: 'Hi' },
    },
  });
  const { msg_id, msg_ctime } = body as { msg_id: number; msg_ctime: number };
  expect(await on.jmessage.call('retractMessage', { path: { username: 'fang', msgid: msg_id } })).toMatchObject({ status: 204 });
  const [original, told] = await conversationMessages(on, 'fang', 'javen');
  expect(original).toMatchObject({ id: msg_id, retracted: true });
  expect(told).toMatchObject({ senderId: 'fang', objectName: 'RC:RcCmd' });
  expect(command(told)).toMatchObject({ messageUId: messageUid(msg_id), conversationType: 1, targetId: 'javen', sentTime: msg_ctime });
});

describe('refused are', () => {
  test.each([2, 5, 7, 10])('conversation type %i', async (conversationType) => {
    const errorMessage = 'conversationType must be 1, 3, 4 or 6.';
    expect(await recall(unknownUid, { conversationType })).toMatchObject({ status: 400, body: { code: 1002, errorMessage } });
  });

  test.each(['fromUserId', 'conversationType', 'targetId', 'messageUID'])('a call without %s', async (field) => {
    const body = { fromUserId: 'ann', conversationType: '1', targetId: 'bob', messageUID: unknownUid, [field]: '' };
    expect(await on.rongcloud.call('recallMessage', { body })).toMatchObject({
      body: { code: 1002, errorMessage: `${field} is required.` },
    });
  });

  test('a UID of another form, a time that is none, and what is too long', async () => {
    for (const uid of ['x', '5FGT-7VA9-G4DD', '5FGT-7VA9-G4DD-4VZP', '5fgt-7va9-g4dd-4v5p'])
      expect(await recall(uid)).toMatchObject(refused(1002));
    for (const sentTime of [-1, 'now', 1e300]) expect(await recall(unknownUid, { sentTime })).toMatchObject(refused(1002));
    expect(await recall(unknownUid, { extra: 'x'.repeat(4097) })).toMatchObject(refused(1005));
    expect(await recall(unknownUid, { targetId: 'x'.repeat(65) })).toMatchObject(refused(1005));
  });
});
