import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broadcastsFor } from '../../../server/src/domain/broadcasts/read.ts';
import {
  type Conversation,
  chatroomConversation,
  groupConversation,
  privateConversation,
  systemConversation,
} from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { isBlocked } from '../../../server/src/domain/users/blocks.ts';
import { verifyToken } from '../../../server/src/domain/users/tokens.ts';
import { finished } from '../support/pushes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type Call = (input?: object) => Promise<{ code: number; msg?: string; [field: string]: unknown }>;
type Calls<Name extends string> = Record<Name, Call>;

/** The part of the official SDK that is looked at here; `node-sdk-functions.test.ts` has all of it. One configuration per process. */
interface Sdk {
  User: Calls<'register' | 'update'> & {
    Block: Calls<'add' | 'remove' | 'getList'>;
    Tag: Calls<'set' | 'remove' | 'batchSet' | 'batchRemove' | 'getList'>;
    OnlineStatus: Calls<'get'>;
  };
  Group: Calls<'sync' | 'create' | 'join' | 'quit' | 'dismiss' | 'update' | 'get'>;
  Message: {
    Private: Calls<'send' | 'sendTemplate' | 'recall'>;
    Group: Calls<'send' | 'sendMention' | 'recall'>;
    Chatroom: Calls<'send' | 'broadcast'>;
    History: Calls<'get' | 'remove'>;
    System: Calls<'send' | 'sendTemplate' | 'broadcast'>;
  };
  Sensitive: Calls<'add' | 'remove' | 'getList'>;
  Push: Calls<'push' | 'message'>;
}

const ok = { code: 200 };

let on: TestServer;
let app: Awaited<ReturnType<TestServer['addApp']>>;
let sdk: Sdk;
beforeAll(async () => {
  on = await startTestServer();
  app = await on.addApp();
  sdk = createRequire(import.meta.url)('rongcloud-sdk')({ appkey: app.app.key, secret: app.app.secret, api: on.url });
});
afterAll(() => on.stop());

const ctx = () => ({ ...on.ctx, app: app.app });
const messagesOf = (conversation: Conversation) => readConversation(ctx(), conversation, { after: 0, limit: 10 });

describe('the official Node SDK', () => {
  test('registers, gets a token that proves the user, and updates', async () => {
    const answer = await sdk.User.register({ id: 'ann', name: 'Ann & Söhne = 100%', portrait: 'https://example.com/a?b=c&d=e' });
    expect(answer).toMatchObject({ code: 200, userId: 'ann' });
    expect(await verifyToken(ctx(), answer.token as string)).toMatchObject({ userId: 'ann' });
    const profile = () => app.rongcloud.call('getUser', { body: { userId: 'ann' } });
    expect(await profile()).toMatchObject({ body: { userName: 'Ann & Söhne = 100%', userPortrait: 'https://example.com/a?b=c&d=e' } });
    expect(await sdk.User.update({ id: 'ann', name: 'Anna', portrait: 'p' })).toEqual(ok);
    expect(await profile()).toMatchObject({ body: { userName: 'Anna', userPortrait: 'p' } });
  });

  test('gets the reason of a refusal', async () => {
    expect(await sdk.User.update({ id: 'nobody', name: 'x', portrait: 'x' })).toMatchObject({
      code: 1002,
      msg: 'userIdnobody is not exist.',
    });
  });

  test('blocks, lists and unblocks', async () => {
    expect(await sdk.User.Block.add({ id: 'bob', minute: 10 })).toEqual(ok);
    expect(await isBlocked(ctx(), 'bob')).toBe(true);
    expect(await sdk.User.Block.getList()).toMatchObject({ code: 200, users: [{ userId: 'bob' }] });
    expect(await sdk.User.Block.remove({ id: 'bob' })).toEqual(ok);
    expect(await isBlocked(ctx(), 'bob')).toBe(false);
  });

  test('tags users one by one and together', async () => {
    const { Tag } = sdk.User;
    expect(await Tag.set({ id: 't1', tags: ['a', 'b'] })).toEqual(ok);
    expect(await Tag.batchSet({ users: [{ id: 't2' }, { id: 't3' }], tags: ['c'] })).toEqual(ok);
    expect(await Tag.getList([{ id: 't1' }, { id: 't2' }, { id: 't3' }])).toEqual({
      code: 200,
      tags: { t1: ['a', 'b'], t2: ['c'], t3: ['c'] },
    });
    expect(await Tag.remove({ id: 't1' })).toEqual(ok);
    expect(await Tag.batchRemove({ users: [{ id: 't2' }] })).toEqual(ok);
    expect(await Tag.getList([{ id: 't1' }, { id: 't2' }, { id: 't3' }])).toMatchObject({ tags: { t1: [], t2: [], t3: ['c'] } });
  });

  test('asks who is online', async () => {
    expect(await sdk.User.OnlineStatus.get({ id: 'ann' })).toEqual({ code: 200, status: '0' });
  });

  test('sends to users', async () => {
    const content = { content: 'Grüße & = + % 😀' };
    const message = { senderId: 'ann', targetId: ['bob', 'cat'], objectName: 'RC:TxtMsg', content, pushContent: '', pushData: '' };
    const answer = await sdk.Message.Private.send(message);
    expect(answer).toMatchObject({ code: 200, messageUIDs: [{ userId: 'bob' }, { userId: 'cat' }] });
    const [stored] = await messagesOf(privateConversation('ann', 'bob'));
    expect(stored).toMatchObject({ senderId: 'ann', objectName: 'RC:TxtMsg', content: JSON.stringify(content) });
  });

  test('sends to a group, and mentions', async () => {
    const message = () => ({ senderId: 'ann', targetId: 'chess', objectName: 'RC:TxtMsg', content: { content: 'all' } as object });
    expect(await sdk.Message.Group.send(message())).toMatchObject({ code: 200, messageUIDs: [{ groupId: 'chess' }] });
    const mention = { ...message(), content: { content: 'you', mentionedInfo: { type: 2, userIds: ['bob'], pushContent: 'hey' } } };
    expect(await sdk.Message.Group.sendMention(mention)).toMatchObject(ok);
    const stored = await messagesOf(groupConversation('chess'));
    expect(stored.map(({ options }) => options.mentioned)).toEqual([undefined, true]);
    expect(JSON.parse(stored[1]!.content)).toMatchObject({ mentionedInfo: { userIdList: ['bob'] } });
  });

  test('sends templates to users, in their chats and as system messages', async () => {
    const template = () => ({
      senderId: 'ann',
      objectName: 'RC:TxtMsg',
      template: { content: '{name} has {points} points' },
      content: {
        t1: { data: { '{name}': 'Tom', '{points}': '2' }, push: '{name}!', pushData: '{points}' },
        t2: { data: { '{name}': 'Rose', '{points}': '5' }, push: 'hi' },
      },
    });
    const sent = { code: 200, messageUIDs: [{ userId: 't1' }, { userId: 't2' }] };
    expect(await sdk.Message.Private.sendTemplate(template())).toMatchObject(sent);
    expect(await sdk.Message.System.sendTemplate(template())).toMatchObject(sent);
    for (const conversationWith of [privateConversation, systemConversation]) {
      expect(await messagesOf(conversationWith('ann', 't1'))).toMatchObject([
        { content: '{"content":"Tom has 2 points"}', options: { pushContent: 'Tom!', pushData: '2' } },
      ]);
      expect(await messagesOf(conversationWith('ann', 't2'))).toMatchObject([
        { content: '{"content":"Rose has 5 points"}', options: { pushContent: 'hi' } },
      ]);
    }
  });

  test('sends system messages', async () => {
    const message = { senderId: '__system__', targetId: ['bob', 'cat'], objectName: 'RC:TxtMsg', content: { content: 'all' } };
    expect(await sdk.Message.System.send(message)).toMatchObject({ code: 200, messageUIDs: [{ userId: 'bob' }, { userId: 'cat' }] });
    expect(await messagesOf(systemConversation('__system__', 'cat'))).toMatchObject([{ content: '{"content":"all"}' }]);
  });

  test('sends to chatrooms, and to all of them', async () => {
    const message = () => ({ senderId: 'ann', objectName: 'RC:TxtMsg', content: { content: 'room' } });
    const answer = await sdk.Message.Chatroom.send({ ...message(), targetId: ['r1', 'r2'] });
    expect(answer).toMatchObject({ code: 200, messageUIDs: [{ chatroomId: 'r1' }, { chatroomId: 'r2' }] });
    expect(await messagesOf(chatroomConversation('r2'))).toMatchObject([{ senderId: 'ann', content: '{"content":"room"}' }]);
    expect(await sdk.Message.Chatroom.broadcast(message())).toEqual(ok);
  });

  test('broadcasts to all users', async () => {
    await sdk.User.register({ id: 'ann', name: 'Ann', portrait: 'p' });
    const content = { content: 'Grüße & = + % 😀' };
    expect(await sdk.Message.System.broadcast({ senderId: 'sys', objectName: 'RC:TxtMsg', content })).toMatchObject(ok);
    const seen = await broadcastsFor(ctx(), 'ann', { after: 0, limit: 10 });
    expect(seen).toMatchObject([{ message: { senderId: 'sys', objectName: 'RC:TxtMsg', content: JSON.stringify(content) } }]);
  });

  test('pushes to users with tags, with and without a message', async () => {
    await sdk.User.register({ id: 'tagged', name: 'T', portrait: 'p' });
    await sdk.User.Tag.set({ id: 'tagged', tags: ['女', '年轻'] });
    const push = { platform: ['ios', 'android'], audience: { tag: ['女', '年轻'], is_to_all: false }, notification: { alert: 'x' } };
    expect(await sdk.Push.push(push)).toEqual({ code: 200, id: expect.any(String) });
    const message = { objectName: 'RC:TxtMsg', content: '{"content":"hello"}' };
    const answer = await sdk.Push.message({ ...push, fromUserId: 'sys', message });
    expect(answer).toMatchObject({ code: 200, messageUID: expect.any(String) });
    await finished(on, answer.id);
    const [latest] = (await broadcastsFor(ctx(), 'tagged', { after: 0, limit: 10 })).slice(-1);
    expect(latest).toMatchObject({ message: { senderId: 'sys', ...message } });
    expect(await broadcastsFor(ctx(), 'ann', { after: latest!.position - 1, limit: 10 })).toEqual([]);
  });

  test('recalls what it sent, to a user and to a group', async () => {
    const message = (targetId: string) => ({ senderId: 'ann', targetId, objectName: 'RC:TxtMsg', content: { content: 'oops' } });
    const uidOf = ({ messageUIDs }: { [field: string]: unknown }) => (messageUIDs as { messageUID: string }[])[0]!.messageUID;
    const toUser = uidOf(await sdk.Message.Private.send(message('dan')));
    const toGroup = uidOf(await sdk.Message.Group.send(message('go')));
    expect(await sdk.Message.Private.recall({ ...message('dan'), uId: toUser, sentTime: on.clock.now() })).toEqual(ok);
    expect(await sdk.Message.Group.recall({ ...message('go'), uId: toGroup, sentTime: on.clock.now() })).toEqual(ok);
    for (const conversation of [privateConversation('ann', 'dan'), groupConversation('go')]) {
      const stored = await readConversation(ctx(), conversation, { after: 0, limit: 10 });
      expect(stored).toMatchObject([{ retracted: true }, { objectName: 'RC:RcCmd' }]);
    }
  });

  test('gets and deletes the log of an hour', async () => {
    const { History } = sdk.Message;
    const hour = 60 * 60 * 1000;
    await sdk.Message.Private.send({ senderId: 'ann', targetId: 'eve', objectName: 'RC:TxtMsg', content: { content: 'x' } });
    const date = new Date(on.clock.now() + 8 * hour).toISOString().slice(0, 13).replaceAll(/\D/g, '');
    on.clock.advance(hour);
    const answer = await History.get({ date });
    expect(answer).toEqual({ code: 200, date, url: expect.stringContaining(`/${date}.zip?`) });
    expect((await fetch(answer.url as string)).status).toBe(200);
    expect(await History.remove({ date })).toEqual(ok);
    expect(await History.remove({ date })).toMatchObject({ code: 1002, msg: 'date is not exist.' });
    expect(await History.get({ date })).toEqual({ code: 200, date, url: '' });
  });

  test('makes, fills, renames and dismisses groups', async () => {
    const { Group } = sdk;
    const members = async (id: string) => (await Group.get({ id })).members;
    expect(await Group.create({ id: 'g1', name: 'One', members: [{ id: 'ann' }, { id: 'bob' }] })).toMatchObject(ok);
    expect(await Group.join({ id: 'g1', name: 'One', member: { id: 'cat' } })).toMatchObject(ok);
    expect(await members('g1')).toEqual([{ id: 'ann' }, { id: 'bob' }, { id: 'cat' }]);
    expect(await Group.quit({ id: 'g1', member: { id: 'bob' } })).toMatchObject(ok);
    expect(await members('g1')).toEqual([{ id: 'ann' }, { id: 'cat' }]);
    expect(await Group.update({ id: 'g1', name: 'First' })).toMatchObject(ok);
    const groups = () => app.rongcloud.call('listUserGroups', { body: { userId: 'ann' } });
    expect(await groups()).toMatchObject({ body: { groups: [{ id: 'g1', name: 'First' }] } });
    expect(await Group.sync({ id: 'ann', groups: [{ id: 'g2', name: 'Two' }] })).toMatchObject(ok);
    expect(await groups()).toMatchObject({ body: { groups: [{ id: 'g2', name: 'Two' }] } });
    expect(await Group.dismiss({ id: 'g1', member: { id: 'ann' } })).toMatchObject(ok);
    expect(await members('g1')).toEqual([]);
  });

  test('adds, lists and removes sensitive words', async () => {
    const { Sensitive } = sdk;
    expect(await Sensitive.add({ keyword: '小米手机', replace: 'iPhone7', type: 0 })).toEqual(ok);
    expect(await Sensitive.add({ keyword: '赌博', type: 1 })).toEqual(ok);
    expect(await Sensitive.getList()).toEqual({
      code: 200,
      words: [
        { word: '小米手机', replaceWord: 'iPhone7', type: '0' },
        { word: '赌博', replaceWord: '', type: '1' },
      ],
    });
    expect(await Sensitive.remove({ keywords: ['小米手机', '赌博'] })).toEqual(ok);
    expect(await Sensitive.getList({ type: 2 })).toMatchObject({ words: [] });
    expect(await Sensitive.add({ keyword: '-' })).toMatchObject({ code: 1002 });
  });
});
