import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  await on.jmessage.call('registerUsers', { body: [{ username: 'javen', password: 'secret' }] });
  await on.jmessage.call('registerAdmin', { body: { username: 'fang', password: 'secret' } });
});
afterAll(() => on.stop());

interface Shown {
  msg_type: string;
  msg_body: { extras?: Record<string, unknown> };
}

/** The last message as the list of its sender shows it. */
async function lastOf(username: string): Promise<Shown> {
  const query = { count: 1000, begin_time: '2026-01-31 00:00:00', end_time: '2026-01-31 23:59:59' };
  const { status, body } = await on.jmessage.call('listUserMessages', { path: { username }, query });
  expect(status).toBe(200);
  return (body as { messages: Shown[] }).messages.at(-1)!;
}

async function throughRongCloud(objectName: string, content: object): Promise<Shown> {
  const body = { fromUserId: 'javen', toUserId: ['fang'], objectName, content: JSON.stringify(content) };
  expect(await on.rongcloud.call('publishPrivateMessage', { body })).toMatchObject({ status: 200 });
  return lastOf('javen');
}

const sums = { media_id: 'm', media_crc32: 1, fsize: 1 };
const picture = { ...sums, width: 1, height: 1 };

describe('extras of a message that was sent through the other dialect are texts by name', () => {
  const user = { id: 'a', name: '名 "n"', portraitUri: '' };
  const mentionedInfo = { type: 2, userIdList: ['fang'], mentionedContent: '' };
  const deep = { object: { a: [1, { b: null }] }, list: [], text: '{}', number: 1.5, yes: true, none: null };
  const shown = { ...deep, object: '{"a":[1,{"b":null}]}', list: '[]' };
  const scaled = { content: '', latitude: 1, longitude: 2, poi: 'x', extra: JSON.stringify({ scale: 3, extras: deep }) };
  const cases: [what: string, objectName: string, content: object, type: string, extras: object][] = [
    ['a user in a text', 'RC:TxtMsg', { content: 'x', user }, 'text', { user: JSON.stringify(user) }],
    [
      'mentions in a text, beside its extra',
      'RC:TxtMsg',
      { content: 'x', mentionedInfo, extra: '{"a":{}}' },
      'text',
      { mentionedInfo: JSON.stringify(mentionedInfo), extra: '{"a":{}}' },
    ],
    ['the extra of a text that is JSON', 'RC:TxtMsg', { content: 'x', extra: JSON.stringify(deep) }, 'text', shown],
    ['an extra that is an object', 'RC:TxtMsg', { content: 'x', extra: { a: 1 } }, 'text', { extra: '{"a":1}' }],
    ['a text under the name of this dialect', 'JM:Text', { text: 'x', extras: deep }, 'text', shown],
    ['an image under the name of this dialect', 'JM:Image', { ...picture, extras: deep }, 'image', shown],
    ['a location', 'RC:LBSMsg', scaled, 'location', shown],
  ];

  test.each(cases)('%s', async (_, objectName, content, msg_type, extras) => {
    const message = await throughRongCloud(objectName, content);
    expect(message.msg_type).toBe(msg_type);
    expect(message.msg_body.extras).toEqual(extras);
  });

  test.each([['[]'], ['[{}]'], ['"x"'], ['7'], ['null']])('and %s as extras is a message of no type of this dialect', async (extras) => {
    const content = { text: 'x', extras: JSON.parse(extras) };
    expect(await throughRongCloud('JM:Text', content)).toEqual(
      expect.objectContaining({ msg_type: 'custom', msg_body: { objectName: 'JM:Text', content } }),
    );
  });

  test('and a body of type custom is shown as it is', async () => {
    const content = { extras: { a: { b: [1] } }, any: { deep: [{}] } };
    expect((await throughRongCloud('JM:Custom', content)).msg_body).toEqual(content);
    expect((await throughRongCloud('App:Own', content)).msg_body).toEqual({ objectName: 'App:Own', content });
  });
});

test.each<[string, object]>([
  ['text', { text: 'x', extras: { a: { b: [1, null] }, list: [], c: '{}', n: 1 } }],
  ['text', { text: 'x', extras: { a: '{"b":1}', n: 1, none: null } }],
  ['text', { text: 'x', own: { a: 1 }, extras: { a: { b: 1 } } }],
  ['image', { ...picture, extras: { a: { b: 1 } } }],
  ['location', { latitude: 1, longitude: 2, scale: 3, label: 'x', extras: { a: [{}] } }],
  ['custom', { extras: { a: { b: 1 } } }],
])('what this dialect sent as %s comes back as it was sent: %j', async (msg_type, msg_body) => {
  const to = { target_type: 'single', target_id: 'javen', from_type: 'admin', from_id: 'fang' };
  expect(await on.jmessage.call('sendMessage', { body: { version: 1, ...to, msg_type, msg_body } })).toMatchObject({ status: 201 });
  expect(await lastOf('fang')).toMatchObject({ msg_type });
  expect((await lastOf('fang')).msg_body).toEqual(msg_body);
});
