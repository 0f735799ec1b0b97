import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendPrivate } from '../../contract/test/support/messages.ts';
import { startTestServer, type TestServer, type WantedApp } from '../../contract/test/support/server.ts';
import { groupConversation } from '../src/domain/messages/conversation.ts';
import { readConversation } from '../src/domain/messages/history.ts';
import { deleteOldMessages } from '../src/domain/messages/old-messages.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());
beforeEach(async () => {
  await on.ctx.db.deleteFrom('messages').execute();
});

const keeping = (historyDays: number): WantedApp => ({ settings: { rateLimits: { enabled: false }, historyDays } });
const count = async () => {
  const { count } = await on.ctx.db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

/** A message to each of so many groups. */
async function fill(appId: number, groups: number): Promise<void> {
  await on.ctx.messages.append([
    {
      appId,
      senderId: 'ann',
      objectName: 'App:T',
      content: 'x',
      options: '{}',
      sentAt: on.clock.now(),
      persisted: true,
      conversations: Array.from({ length: groups }, (_, index) => ({ kind: 3, key: `g${index}` })),
    },
  ]);
}

test('messages that are too old for their app are deleted, however many; none is lost that can be read', async () => {
  const [short, long] = [await on.addApp(keeping(1)), await on.addApp(keeping(10))];
  await fill(short.app.id, 2500);
  await fill(long.app.id, 10);
  on.clock.advance(day);
  await fill(short.app.id, 10);
  await deleteOldMessages(on.ctx);
  expect(await count()).toBe(2520);
  on.clock.advance(1);
  await Promise.all([deleteOldMessages(on.ctx), deleteOldMessages(on.ctx)]);
  await deleteOldMessages(on.ctx);
  expect(await count()).toBe(20);
  const ctx = { ...on.ctx, app: short.app };
  expect(await readConversation(ctx, groupConversation('g3'), { after: 0, limit: 10 })).toMatchObject([{ seq: 2 }]);
});

test('numbers of a conversation go on after its messages are deleted', async () => {
  const { app } = await on.addApp(keeping(1));
  await fill(app.id, 1);
  on.clock.advance(day + 1);
  await deleteOldMessages(on.ctx);
  await fill(app.id, 1);
  expect(await readConversation({ ...on.ctx, app }, groupConversation('g0'), { after: 0, limit: 10 })).toMatchObject([{ seq: 2 }]);
});

test('what hangs on a message goes with it', async () => {
  const { rongcloud } = await on.addApp(keeping(1));
  const msgUID = await sendPrivate(rongcloud, { fromUserId: 'ann', toUserId: 'bob', expansion: true });
  await rongcloud.call('setMessageExpansion', {
    body: { msgUID, userId: 'ann', conversationType: 1, targetId: 'bob', extraKeyVal: '{"a":"1"}' },
  });
  on.clock.advance(day + 1);
  await deleteOldMessages(on.ctx);
  expect(await count()).toBe(0);
  expect(await on.ctx.db.selectFrom('message_expansions').selectAll().execute()).toEqual([]);
});

test('that a log was deleted is remembered as long as there would be one', async () => {
  const { app, rongcloud } = await on.addApp();
  on.clock.advance(hour - (on.clock.now() % hour));
  const date = new Date(on.clock.now() + 8 * hour).toISOString().slice(0, 13).replaceAll(/\D/g, '');
  await fill(app.id, 1);
  on.clock.advance(hour);
  await rongcloud.call('deleteHistoryLog', { body: { date } });
  on.clock.advance(3 * day - 1);
  await deleteOldMessages(on.ctx);
  expect(await rongcloud.call('getHistoryLog', { body: { date } })).toMatchObject({ body: { url: '' } });
  const remembered = () => on.ctx.db.selectFrom('history_log_deletions').selectAll().execute();
  expect(await remembered()).toHaveLength(1);
  on.clock.advance(2);
  await deleteOldMessages(on.ctx);
  expect(await remembered()).toEqual([]);
  expect(await rongcloud.call('getHistoryLog', { body: { date } })).toMatchObject({ body: { url: '' } });
});
