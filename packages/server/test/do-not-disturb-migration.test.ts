import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseBefore, type PastDatabase } from './support/past-database.ts';

let past: PastDatabase;
beforeAll(async () => {
  past = await databaseBefore('0022');
});
afterAll(() => past.drop());

test('levels stay as they are, and do-not-disturb of the JMessage dialect becomes the level at which nothing notifies', async () => {
  const { db } = past;
  await sql`insert into apps (app_key, secret, name, created_at) values ('a', 's', 'one', 0), ('b', 's', 'two', 0)`.execute(db);
  await sql`
    insert into notification_levels (app_id, user_id, kind, target_id, channel, level, by_switch)
    values (1, 'ann', 1, 'bob', '', 2, false), (1, 'ann', 1, 'cat', '', 4, false)`.execute(db);
  await sql`
    insert into quiet_targets (app_id, user_id, kind, target_app_id, target_id)
    values (1, 'ann', 'user', 1, 'cat'), (1, 'ann', 'user', 2, 'cat'), (1, 'ann', 'group', 1, '77')`.execute(db);
  await past.migrate('0022');
  const columns = ['kind', 'target_app_id', 'target_id', 'level', 'by_switch'] as const;
  const rows = await db
    .selectFrom('notification_levels')
    .select(columns)
    .orderBy('kind')
    .orderBy('target_id')
    .orderBy('target_app_id')
    .execute();
  expect(rows).toEqual([
    { kind: 1, target_app_id: 1, target_id: 'bob', level: 2, by_switch: false },
    { kind: 1, target_app_id: 1, target_id: 'cat', level: 5, by_switch: true },
    { kind: 1, target_app_id: 2, target_id: 'cat', level: 5, by_switch: true },
    { kind: 3, target_app_id: 1, target_id: '77', level: 5, by_switch: true },
  ]);
});
