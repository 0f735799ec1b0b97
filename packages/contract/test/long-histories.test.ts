import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupConversation } from '../../server/src/domain/messages/conversation.ts';
import { readConversation } from '../../server/src/domain/messages/history.ts';
import { readHistoryLog } from '../../server/src/domain/messages/history-log.ts';
import type { Query } from '../../server/src/store/db.ts';
import { costOf } from './support/query-cost.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const queries: Query[] = [];
let on: TestServer;
let start: number;
let gid: number;
beforeAll(async () => {
  on = await startTestServer({ onQuery: (query) => queries.push(query) });
  await on.jmessage.call('registerUsers', { body: [{ username: 'user0', password: 'secret' }] });
  const { body } = await on.jmessage.call('createGroup', { body: { owner_username: 'user0', name: 'Long' } });
  ({ gid } = body as { gid: number });
  start = on.clock.now();
});
afterAll(() => on.stop());

/** Sends messages to the group, one a millisecond, by 50 users in turn. */
async function fill(from: number, to: number): Promise<void> {
  await sql`
    insert into conversations (app_id, kind, key, last_seq, last_sent_at) values (${on.app.id}, 3, ${String(gid)}, ${to}, ${start + to})
    on conflict (app_id, kind, key) do update set last_seq = excluded.last_seq, last_sent_at = excluded.last_sent_at`.execute(on.ctx.db);
  await sql`
    insert into messages (conversation_id, seq, id, app_id, sender_id, object_name, content, options, sent_at, persisted)
    select c.id, i, nextval('message_ids'), app_id, 'user' || i % 50, 'App:T', 'x', '{}', ${start}::bigint + i, true
    from conversations as c, generate_series(${from}::int, ${to}::int) as i`.execute(on.ctx.db);
  await sql`vacuum analyze`.execute(on.ctx.db);
}

const conversation = () => groupConversation(String(gid));
const cost = (call: () => Promise<unknown>) => costOf(on.ctx.db, queries, call);
const clear = (msgTimestamp: number) =>
  on.rongcloud.call('clearMessages', {
    body: { conversationType: 3, fromUserId: 'ann', targetId: String(gid), msgTimestamp: String(msgTimestamp) },
  });

/** The second page of a list whose first one is the cost of counting. */
async function secondPage(operationId: string, path: object): Promise<() => Promise<unknown>> {
  const zone = 8 * 60 * 60 * 1000;
  const time = (millis: number) => new Date(millis + zone).toISOString().slice(0, 19).replace('T', ' ');
  const query = { count: 50, begin_time: time(start), end_time: time(start + 60_000) };
  const { body } = await on.jmessage.call(operationId, { path: { ...path }, query });
  const { cursor } = body as { cursor: string };
  return () => on.jmessage.call(operationId, { path: { ...path }, query: { cursor } });
}

async function costs(length: number): Promise<Record<string, number>> {
  await clear(start + length - 100);
  const log = readHistoryLog(on.ctx, start - (start % 3_600_000));
  await log.next();
  return {
    'reading late': await cost(() => readConversation(on.ctx, conversation(), { after: length - 100, limit: 50 })),
    'reading what is left by a clear': await cost(() => readConversation(on.ctx, conversation(), { after: 0, limit: 50, viewer: 'ann' })),
    'clearing up to the middle': await cost(() => clear(start + length / 2)),
    'a page of the app': await cost(await secondPage('listMessages', {})),
    'a page of a sender': await cost(await secondPage('listUserMessages', { username: 'user0' })),
    'a page of a group': await cost(await secondPage('listGroupMessages', { gid })),
    'a page of a log': await cost(() => log.next()),
  };
}

test('no page of a long history costs more than one of a history that is a tenth as long', async () => {
  await fill(1, 5000);
  const short = await costs(5000);
  await fill(5001, 50_000);
  const long = await costs(50_000);
  const dearer = Object.entries(long).filter(([name, pages]) => pages > 2 * short[name]!);
  expect({ short, dearer }).toEqual({ short, dearer: [] });
}, 120_000);
