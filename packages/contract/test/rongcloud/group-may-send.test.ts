import { afterAll, beforeAll, expect, test } from 'vitest';
import { maySendToGroup } from '../../../server/src/domain/groups/may-send.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object = {}) => on.rongcloud.call(operationId, { body });

/** Clients may send in these cases only: not muted themselves, and allowed where all members are muted. */
const free = ['', 'a', 'ga'];
/** e: muted everywhere, m: muted in the group, g: all members are muted, a: on the allowlist. */
const table = ['', 'e', 'm', 'em']
  .flatMap((own) => ['', 'g', 'a', 'ga'].map((others) => own + others))
  .map((facts) => ({ facts, may: free.includes(facts) }));

test.each(table)('in the case "$facts" a client may send: $may', async ({ facts, may }) => {
  const groupId = `group-${facts}`;
  const userId = `user-${facts}`;
  if (facts.includes('e')) await call('muteGroupUsers', { userId: [userId], minute: 1 });
  if (facts.includes('m')) await call('muteGroupUsers', { groupId, userId: [userId], minute: 1 });
  if (facts.includes('g')) await call('muteGroups', { groupId: [groupId] });
  if (facts.includes('a')) await call('addGroupAllowlistUsers', { groupId, userId: [userId] });
  expect(await maySendToGroup(on.ctx, { groupId, userId })).toBe(may);
});

test('a mute of one user, one group or one app says nothing of another', async () => {
  const { app } = await on.addApp();
  await call('muteGroupUsers', { groupId: 'g', userId: ['u'], minute: 0 });
  await call('muteGroups', { groupId: ['h'] });
  const may = (groupId: string, userId: string, ctx = on.ctx) => maySendToGroup(ctx, { groupId, userId });
  expect([await may('g', 'u'), await may('h', 'v')]).toEqual([false, false]);
  expect([
    await may('g', 'v'),
    await may('i', 'u'),
    await may('g', 'u', { ...on.ctx, app }),
    await may('h', 'v', { ...on.ctx, app }),
  ]).toEqual([true, true, true, true]);
});
