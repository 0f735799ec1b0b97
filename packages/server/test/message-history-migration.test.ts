import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../src/store/db.ts';
import { databaseBefore, type PastDatabase } from './support/past-database.ts';

let past: PastDatabase;
let db: Db;
beforeAll(async () => {
  past = await databaseBefore('0012');
  db = past.db;
});
afterAll(() => past.drop());

test('messages that are there get their app, and times that do not run backwards', async () => {
  await sql`insert into apps (app_key, secret, name, created_at) values ('a', 's', 'one', 0), ('b', 's', 'two', 0)`.execute(db);
  await sql`
    insert into conversations (app_id, kind, key, last_seq)
    select id, 1, 'ann,bob', 4 from apps union all select min(id), 3, 'empty', 0 from apps`.execute(db);
  await sql`
    insert into messages (conversation_id, seq, id, sender_id, object_name, content, options, sent_at, persisted)
    select id, seq, nextval('message_ids'), 'ann', 'App:T', '', '{}', sent_at, true
    from conversations cross join (values (1, 10), (2, 30), (3, 20), (4, 40)) as sent(seq, sent_at) where kind = 1`.execute(db);
  await past.migrate('0013');
  const rows = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'conversation_id')
    .select(['messages.app_id', 'conversations.app_id as its', 'sent_at'])
    .orderBy('conversation_id')
    .orderBy('seq')
    .execute();
  expect(rows.map(({ sent_at }) => sent_at)).toEqual([10, 30, 30, 40, 10, 30, 30, 40]);
  expect(rows.every(({ app_id, its }) => app_id === its)).toBe(true);
  const last = await db.selectFrom('conversations').select('last_sent_at').orderBy('id').execute();
  expect(last.map(({ last_sent_at }) => last_sent_at).sort()).toEqual([0, 40, 40]);
});
