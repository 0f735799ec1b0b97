import { afterAll, beforeAll, expect, test } from 'vitest';
import { maySendToUser } from '../../../server/src/domain/users/may-send.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const call = (operationId: string, body: object) => on.rongcloud.call(operationId, { body });
const allowlistsOff = () => {
  const { settings } = on.app;
  return { ...on.ctx, app: { ...on.app, settings: { ...settings, services: { ...settings.services, userAllowlist: false } } } };
};

/** m: the sender is muted, b: on the recipient's blocklist, a: on the allowlist, w: the allowlist is in force. */
const table = ['', 'm']
  .flatMap((mute) => ['', 'b'].flatMap((block) => ['', 'a', 'w', 'aw'].map((allow) => mute + block + allow)))
  .map((facts) => ({
    facts,
    may: ['', 'a', 'aw', 'baw'].includes(facts),
    mayWithoutAllowlists: ['', 'a', 'w', 'aw'].includes(facts),
  }));

test.each(table)('in the case "$facts" a client may send: $may, without allowlists $mayWithoutAllowlists', async (row) => {
  const { facts } = row;
  const [from, to] = [`from-${facts}`, `to-${facts}`];
  if (facts.includes('m')) await call('setPrivateMute', { userId: [from], state: 1, type: 'PERSON' });
  if (facts.includes('b')) await call('addBlocklistUsers', { userId: to, blackUserId: [from] });
  if (facts.includes('a')) await call('addAllowlistUsers', { userId: to, whiteUserId: [from] });
  if (facts.includes('w')) await call('setAllowlistSwitch', { userId: [to], whiteSetting: 1 });
  expect(await maySendToUser(on.ctx, { from, to })).toBe(row.may);
  expect(await maySendToUser(allowlistsOff(), { from, to })).toBe(row.mayWithoutAllowlists);
});

test('the lists of the sender, and a mute of the recipient, do not matter', async () => {
  await call('addBlocklistUsers', { userId: 'ann', blackUserId: ['bob'] });
  await call('setAllowlistSwitch', { userId: ['ann'], whiteSetting: 1 });
  await call('setPrivateMute', { userId: ['bob'], state: 1, type: 'PERSON' });
  expect(await maySendToUser(on.ctx, { from: 'ann', to: 'bob' })).toBe(true);
});

test('lists, switches and mutes of another app do not matter', async () => {
  const { app } = await on.addApp();
  await call('setPrivateMute', { userId: ['cat'], state: 1, type: 'PERSON' });
  await call('addBlocklistUsers', { userId: 'dan', blackUserId: ['eve'] });
  await call('setAllowlistSwitch', { userId: ['fay'], whiteSetting: 1 });
  const may = (from: string, to: string) => maySendToUser({ ...on.ctx, app }, { from, to });
  expect([await may('cat', 'dan'), await may('eve', 'dan'), await may('dan', 'fay')]).toEqual([true, true, true]);
});
