import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinChatroom } from '../../../server/src/domain/chatrooms/members.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

type SdkFunction = (input?: unknown) => Promise<object>;
interface SdkPart {
  [name: string]: SdkPart | SdkFunction;
}

let on: TestServer;
let sdk: SdkPart;
beforeAll(async () => {
  on = await startTestServer();
  sdk = createRequire(import.meta.url)('rongcloud-sdk')({ appkey: on.app.key, secret: on.app.secret, api: on.url });
  const message = { fromUserId: 'ann', toUserId: ['bob'], objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
  await on.rongcloud.call('publishPrivateMessage', { body: message });
  on.clock.advance(60 * 60_000);
  await on.rongcloud.call('createChatroom', { body: { chatroomId: 'room' } });
  for (const userId of ['ann', 'bob']) await joinChatroom(on.ctx, { chatroomId: 'room', userIds: [userId] });
});
afterAll(() => on.stop());

const ok = { code: 200 };
const members = [{ id: 'bob' }];
const text = { senderId: 'ann', objectName: 'RC:TxtMsg', content: { content: 'Hello' } };
const recalled = { ...text, uId: '5FGT-7VA9-G4DD-4V5P', sentTime: 1458389271011 };
const template = { ...text, template: { content: '{name}' }, content: { bob: { data: { '{name}': 'Bob' }, push: '{name}' } } };
const push = { platform: ['ios'], audience: { is_to_all: true }, notification: { alert: 'Hello' } };
/** Not in the API list: what it was for is no longer offered. */
const retired = { code: 404, msg: 'Not a valid API.' };

/** Every function of the SDK, in an order in which each has something to find: its input, and what it gives. */
const rows: [name: string, input: unknown, output: object][] = [
  ['User.register', { id: 'ann', name: 'Ann', portrait: 'p' }, { code: 200, userId: 'ann' }],
  ['User.update', { id: 'ann', name: 'Anna', portrait: 'p' }, ok],
  ['User.OnlineStatus.get', { id: 'ann' }, { code: 200, status: '0' }],
  ['User.Block.add', { id: 'bob', minute: 10 }, ok],
  ['User.Block.getList', undefined, { code: 200, users: [{ userId: 'bob' }] }],
  ['User.Block.remove', { id: 'bob' }, ok],
  ['User.Blacklist.add', { id: 'ann', blacklist: members }, ok],
  ['User.Blacklist.getList', { id: 'ann' }, { code: 200, users: [{ id: 'bob' }] }],
  ['User.Blacklist.remove', { id: 'ann', blacklist: members }, ok],
  ['User.Tag.set', { id: 'ann', tags: ['a'] }, ok],
  ['User.Tag.batchSet', { users: members, tags: ['b'] }, ok],
  ['User.Tag.getList', [{ id: 'ann' }, { id: 'bob' }], { code: 200, tags: { ann: ['a'], bob: ['b'] } }],
  ['User.Tag.remove', { id: 'ann' }, ok],
  ['User.Tag.batchRemove', { users: members }, ok],
  ['Sensitive.add', { keyword: 'badger', replace: 'b' }, ok],
  ['Sensitive.getList', undefined, { code: 200, words: [{ word: 'badger' }] }],
  ['Sensitive.remove', { keywords: ['badger'] }, ok],
  ['Group.create', { id: 'g', name: 'G', members: [{ id: 'ann' }] }, ok],
  ['Group.join', { id: 'g', name: 'G', member: { id: 'bob' } }, ok],
  ['Group.get', { id: 'g' }, { code: 200, members: [{ id: 'ann' }, { id: 'bob' }] }],
  ['Group.update', { id: 'g', name: 'New' }, ok],
  ['Group.sync', { id: 'cat', groups: [{ id: 'g', name: 'New' }] }, ok],
  ['Group.Gag.add', { id: 'g', members, minute: 10 }, ok],
  ['Group.Gag.getList', { id: 'g' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Group.Gag.remove', { id: 'g', members }, ok],
  ['Group.Mute.Member.add', { id: 'g', members, minute: 10 }, ok],
  ['Group.Mute.Member.getList', { id: 'g' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Group.Mute.Member.remove', { id: 'g', members }, ok],
  ['Group.Mute.All.add', { groups: [{ id: 'g' }] }, ok],
  ['Group.Mute.All.getList', undefined, { code: 200, groups: [{ id: 'g', isMuted: 1 }] }],
  ['Group.Mute.All.remove', { groups: [{ id: 'g' }] }, ok],
  ['Group.Mute.Whitelist.add', { id: 'g', members }, ok],
  ['Group.Mute.Whitelist.getList', { id: 'g' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Group.Mute.Whitelist.remove', { id: 'g', members }, ok],
  ['Conversation.mute', { type: 'PRIVATE', userId: 'ann', targetId: 'bob' }, ok],
  ['Conversation.unmute', { type: 'PRIVATE', userId: 'ann', targetId: 'bob' }, ok],
  ['Message.Private.send', { ...text, targetId: 'bob' }, { code: 200, messageUIDs: [{ userId: 'bob' }] }],
  ['Message.Private.sendTemplate', template, { code: 200, messageUIDs: [{ userId: 'bob' }] }],
  ['Message.Private.recall', { ...recalled, targetId: 'bob' }, ok],
  ['Message.Group.send', { ...text, targetId: 'g' }, { code: 200, messageUIDs: [{ groupId: 'g' }] }],
  ['Message.Group.sendMention', { ...text, targetId: 'g', content: { content: 'x', mentionedInfo: { type: 1 } } }, ok],
  ['Message.Group.recall', { ...recalled, targetId: 'g' }, ok],
  ['Message.Chatroom.send', { ...text, targetId: 'room' }, { code: 200, messageUIDs: [{ chatroomId: 'room' }] }],
  ['Message.Chatroom.broadcast', text, ok],
  ['Message.System.send', { ...text, targetId: 'bob' }, { code: 200, messageUIDs: [{ userId: 'bob' }] }],
  ['Message.System.sendTemplate', template, { code: 200, messageUIDs: [{ userId: 'bob' }] }],
  ['Message.System.broadcast', text, ok],
  ['Message.History.get', { date: 2026013110 }, { code: 200, url: expect.stringContaining('2026013110.zip') }],
  ['Message.History.remove', { date: 2026013110 }, ok],
  ['Message.Discussion.send', { ...text, targetId: 'd' }, retired],
  // It goes by the path of all recalls, for a type of conversation that is retired.
  ['Message.Discussion.recall', { ...recalled, targetId: 'd' }, { code: 1002 }],
  ['Push.push', push, ok],
  ['Push.message', { ...push, fromUserId: 'ann', message: { objectName: 'RC:TxtMsg', content: '{"content":"x"}' } }, ok],
  ['Chatroom.create', [{ id: 'new', name: 'New' }], ok],
  ['Chatroom.get', { id: 'room', count: 10, order: 1 }, { code: 200, members: [{ id: 'ann' }, { id: 'bob' }] }],
  ['Chatroom.isExist', { id: 'room', members }, { code: 200, members: [{ id: 'bob', isInChrm: 1 }] }],
  ['Chatroom.Block.add', { id: 'new', members, minute: 10 }, ok],
  ['Chatroom.Block.getList', { id: 'new' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Chatroom.Block.remove', { id: 'new', members }, ok],
  ['Chatroom.Gag.add', { id: 'room', members, minute: 10 }, ok],
  ['Chatroom.Gag.getList', { id: 'room' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Chatroom.Gag.remove', { id: 'room', members }, ok],
  ['Chatroom.Ban.add', { members, minute: 10 }, ok],
  ['Chatroom.Ban.getList', undefined, { code: 200, members: [{ id: 'bob' }] }],
  ['Chatroom.Ban.remove', { members }, ok],
  ['Chatroom.Distribute.stop', { id: 'room' }, retired],
  ['Chatroom.Distribute.resume', { id: 'room' }, retired],
  ['Chatroom.KeepAlive.add', { id: 'room' }, ok],
  ['Chatroom.KeepAlive.getList', undefined, { code: 200, chatrooms: ['room'] }],
  ['Chatroom.KeepAlive.remove', { id: 'room' }, ok],
  ['Chatroom.Demotion.add', { msgs: ['App:T'] }, ok],
  ['Chatroom.Demotion.getList', undefined, { code: 200, objectNames: ['App:T'] }],
  ['Chatroom.Demotion.remove', { msgs: ['App:T'] }, ok],
  ['Chatroom.Whitelist.User.add', { id: 'room', members }, ok],
  ['Chatroom.Whitelist.User.getList', { id: 'room' }, { code: 200, members: [{ id: 'bob' }] }],
  ['Chatroom.Whitelist.User.remove', { id: 'room', members }, ok],
  ['Chatroom.Whitelist.Message.add', { msgs: ['App:T'] }, ok],
  ['Chatroom.Whitelist.Message.getList', undefined, { code: 200, objectNames: ['App:T'] }],
  ['Chatroom.Whitelist.Message.remove', { msgs: ['App:T'] }, ok],
  ['Chatroom.destroy', { id: 'new' }, ok],
  ['Chatroom.destory', { id: 'room' }, ok],
  ['Group.quit', { id: 'g', member: { id: 'bob' } }, ok],
  ['Group.dismiss', { id: 'g', member: { id: 'ann' } }, ok],
];

function functionsOf(part: SdkPart, path: string[] = []): [name: string, run: SdkFunction][] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'function' ? [[[...path, name].join('.'), value] as [string, SdkFunction]] : functionsOf(value, [...path, name]),
  );
}

test('the table has every function of the SDK', () => {
  expect(rows.map(([name]) => name).sort()).toEqual(
    functionsOf(sdk)
      .map(([name]) => name)
      .sort(),
  );
});

test.each(rows)('%s', async (name, input, output) => {
  const run = new Map(functionsOf(sdk)).get(name)!;
  expect(await run(structuredClone(input))).toMatchObject(output);
});
