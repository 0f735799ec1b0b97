import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConversationView, isPinned } from '../../../server/src/domain/conversations/pins.ts';
import { accepted, post, refused } from '../support/rongcloud-wire.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { insertUsers } from '../support/users.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const pin = (body: object) =>
  on.rongcloud.call('setConversationPin', { body: { conversationType: 1, targetId: 'bob', setTop: true, ...body } });
const pinned = (userId: string, kind: ConversationView['kind'] = 'private', targetId = 'bob') =>
  isPinned(on.ctx, { userId, kind, targetId });

test('a conversation is pinned until it is unpinned, and both may be repeated', async () => {
  expect(await pinned('ann')).toBe(false);
  for (const setTop of [false, true, true, false, false]) {
    expect(await pin({ userId: 'ann', setTop })).toMatchObject(accepted);
    expect(await pinned('ann')).toBe(setTop);
  }
});

test('it is pinned for one user, type, target and app', async () => {
  const { app } = await on.addApp();
  await pin({ userId: 'cat', targetId: 'x' });
  expect(await pinned('cat', 'private', 'x')).toBe(true);
  expect([await pinned('x', 'private', 'cat'), await pinned('cat', 'group', 'x'), await pinned('cat', 'system', 'x')]).toEqual([
    false,
    false,
    false,
  ]);
  expect([await pinned('cat'), await isPinned({ ...on.ctx, app }, { userId: 'cat', kind: 'private', targetId: 'x' })]).toEqual([
    false,
    false,
  ]);
});

test.each([
  [1, 'private'],
  [3, 'group'],
  [6, 'system'],
] as const)('type %i is %s', async (conversationType, kind) => {
  expect(await pin({ userId: 'typed', conversationType, targetId: `t${kind}` })).toMatchObject(accepted);
  expect(await pinned('typed', kind, `t${kind}`)).toBe(true);
});

test('other types, and ids that are too long, are refused', async () => {
  for (const conversationType of [0, 2, 4, 10]) expect(await pin({ userId: 'ann', conversationType })).toMatchObject(refused(1002));
  expect(await pin({ userId: 'ann', targetId: '字'.repeat(64) })).toMatchObject(accepted);
  expect(await pin({ userId: 'ann', targetId: 'x'.repeat(65) })).toMatchObject(refused(1005));
});

test('setTop is read in any case and as a number, and nothing else', async () => {
  const send = (setTop: string) =>
    post(on.rongcloud, '/conversation/top/set.json', { body: `userId=dan&targetId=bob&conversationType=1&setTop=${setTop}` });
  for (const [text, state] of [
    ['True', true],
    ['0', false],
    ['1', true],
    ['FALSE', false],
  ] as const) {
    expect(await send(text)).toMatchObject(accepted);
    expect(await pinned('dan')).toBe(state);
  }
  for (const text of ['yes', '2', '']) expect(await send(text)).toMatchObject(refused(1002));
});

test('what a user pinned goes with a deactivation and with a deleted account', async () => {
  await insertUsers(on, 'gone', 'off');
  for (const userId of ['gone', 'off', 'here']) await pin({ userId });
  await on.rongcloud.call('deactivateUsers', { body: { userId: ['off'] } });
  await on.jmessage.call('deleteUser', { path: { username: 'gone' } });
  expect([await pinned('off'), await pinned('gone'), await pinned('here')]).toEqual([false, false, true]);
});
