import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupConversation } from '../../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../../server/src/domain/messages/history.ts';
import { post } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const message = { fromUserId: 'ann', objectName: 'RC:GrpNtf', content: '{"message":"Hello"}' };
const bound = { bindNotifyMsg: true, ...message };
const uid = expect.stringMatching(/^[0-9A-V]{4}(-[0-9A-V]{4}){3}$/);
/** What the Go SDK sends when its caller binds nothing. */
const goDefaults =
  'bindNotifyMsg=false&maxMember=0&fromUserId=&objectName=&content=&pushContent=&pushData=&pushExt=&isIncludeSender=0&isPersisted=0&disableUpdateLastMsg=false';

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const sentTo = (groupId: string) => readConversation(on.ctx, groupConversation(groupId), { after: 0, limit: 10 });
const isMember = async (groupId: string, id: string) =>
  ((await call('listGroupMembers', { groupId })).body as { users: { id: string }[] }).users.some((user) => user.id === id);

/** Every operation that takes a bound message, as a call that can be repeated, and the members that a new group has after it. */
const operations = [
  ['createGroup', '/group/create.json', { userId: ['ann'], groupName: 'Group' }, 1],
  ['joinGroup', '/group/join.json', { userId: ['bob'] }, 1],
  ['quitGroup', '/group/quit.json', { userId: ['bob'] }, 0],
  ['updateGroup', '/group/refresh.json', { groupName: 'Group' }, 0],
  ['dismissGroup', '/group/dismiss.json', { userId: 'ann' }, 0],
] as const;

describe.each(operations)('%s', (operationId, path, fields, memberCount) => {
  const groupId = `bound-${operationId}`;
  const change = (message: object) => call(operationId, { groupId, ...fields, ...message });

  test('sends the bound message to the group and answers its id', async () => {
    expect((await change(bound)).body).toEqual({ code: 200, memberCount, messageUID: uid });
    expect(await sentTo(groupId)).toMatchObject([{ senderId: 'ann', objectName: 'RC:GrpNtf', content: message.content, options: {} }]);
  });

  test('sends nothing without bindNotifyMsg, whatever else is there', async () => {
    expect((await change(message)).body).toEqual({ code: 200, memberCount });
    const form = new URLSearchParams({ groupId, ...fields } as Record<string, string>);
    expect((await post(on.rongcloud, path, { body: `${form}&${goDefaults}` })).body).toEqual({ code: 200, memberCount });
    expect(await sentTo(groupId)).toHaveLength(1);
  });

  test('is refused by the name of what the message lacks', async () => {
    for (const field of ['fromUserId', 'objectName', 'content']) {
      expect(await change({ ...bound, [field]: '' })).toMatchObject({
        status: 400,
        body: { code: 1002, errorMessage: `${field} is required.` },
      });
    }
    expect(await change({ ...bound, content: 'x'.repeat(131_073) })).toMatchObject({ body: { code: 1005 } });
    expect(await sentTo(groupId)).toHaveLength(1);
  });
});

test('each change of a group tells how many members it has then', async () => {
  const counted = async (operationId: string, fields: object) => (await call(operationId, { groupId: 'counted', ...fields })).body;
  const three = { userId: ['ann', 'bob', 'cat'], groupName: 'Counted' };
  expect(await counted('createGroup', { ...three, ...bound })).toEqual({ code: 200, memberCount: 3, messageUID: uid });
  expect(await counted('joinGroup', { userId: ['bob', 'dan'] })).toEqual({ code: 200, memberCount: 4 });
  expect(await counted('updateGroup', { groupName: 'Renamed' })).toEqual({ code: 200, memberCount: 4 });
  expect(await counted('quitGroup', { userId: ['ann', 'nobody'], ...bound })).toEqual({ code: 200, memberCount: 3, messageUID: uid });
  expect(await counted('dismissGroup', { userId: 'bob' })).toEqual({ code: 200, memberCount: 0 });
  expect(await counted('quitGroup', { userId: ['bob'] })).toEqual({ code: 200, memberCount: 0 });
});

test('the flags travel with the message', async () => {
  await call('joinGroup', {
    groupId: 'flags',
    userId: ['ann'],
    ...bound,
    pushContent: 'text',
    pushData: 'data',
    pushExt: '{"title":"t"}',
    isIncludeSender: 1,
    isPersisted: 1,
    disableUpdateLastMsg: true,
  });
  const [sent] = await sentTo('flags');
  expect(sent?.options).toEqual({
    pushContent: 'text',
    pushData: 'data',
    pushExt: '{"title":"t"}',
    includeSender: true,
    disableUpdateLastMsg: true,
  });
});

test('isPersisted 0 keeps the message out of the history', async () => {
  expect(await call('joinGroup', { groupId: 'fleeting', userId: ['ann'], ...bound, isPersisted: 0 })).toMatchObject({
    body: { messageUID: uid },
  });
  expect(await sentTo('fleeting')).toEqual([]);
});

test('a change that is refused sends nothing, and a message that lacks something changes nothing', async () => {
  await call('joinGroup', { groupId: 'refused', userId: ['ann'] });
  expect(await call('joinGroup', { groupId: 'refused', userId: ['bob'], maxMember: 1, ...bound })).toMatchObject({ status: 400 });
  expect(await sentTo('refused')).toEqual([]);
  expect(await call('joinGroup', { groupId: 'refused', userId: ['bob'], bindNotifyMsg: true })).toMatchObject({ status: 400 });
  expect(await isMember('refused', 'bob')).toBe(false);
});

test('the Java SDK leaves the JSON of the message without percent-encoding', async () => {
  const body = `groupId=java&userId=ann&bindNotifyMsg=true&maxMember=10&fromUserId=ann&objectName=RC:GrpNtf&content={"message":"grüße {[]}"}&pushExt={"title":"a=b"}`;
  expect(await post(on.rongcloud, '/group/join.json', { body })).toMatchObject({ status: 200, body: { messageUID: uid } });
  expect(await sentTo('java')).toMatchObject([{ content: '{"message":"grüße {[]}"}', options: { pushExt: '{"title":"a=b"}' } }]);
});
