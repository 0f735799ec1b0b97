import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../src/store/db.ts';
import { databaseBefore, type PastDatabase } from './support/past-database.ts';

let past: PastDatabase;
let db: Db;
beforeAll(async () => {
  past = await databaseBefore('0019');
  db = past.db;
});
afterAll(() => past.drop());

test('lists and owners that are there name users and groups of their own app', async () => {
  await sql`insert into apps (app_key, secret, name, created_at) values ('a', 's', 'one', 0), ('b', 's', 'two', 0)`.execute(db);
  await sql`insert into blocklists (app_id, user_id, blocked_id) select id, 'ann', 'bob' from apps`.execute(db);
  await sql`
    insert into quiet_targets (app_id, user_id, kind, target_id)
    select id, 'ann', kind, 'bob' from apps cross join (values ('user'), ('group')) as kinds(kind)`.execute(db);
  await sql`
    insert into groups (gid, app_id, group_id, name, owner_id, max_members, created_at, updated_at)
    select id * 10 + owned, id, owned::text, 'g', case owned when 1 then 'ann' end, 500, 0, 0
    from apps cross join (values (0), (1)) as owners(owned)`.execute(db);
  await sql`insert into group_members (gid, app_id, user_id) select gid, app_id, 'ann' from groups`.execute(db);

  await past.migrate('0019');
  const ofOther = async (table: 'blocklists' | 'quiet_targets', column: string) => {
    const { rows } = await sql<{ total: number; foreign: number }>`
      select count(*)::int as total, count(*) filter (where ${sql.ref(column)} <> app_id)::int as foreign from ${sql.table(table)}`.execute(
      db,
    );
    return rows[0];
  };
  expect(await ofOther('blocklists', 'blocked_app_id')).toEqual({ total: 2, foreign: 0 });
  expect(await ofOther('quiet_targets', 'target_app_id')).toEqual({ total: 4, foreign: 0 });
  const groups = await db.selectFrom('groups').select(['app_id', 'owner_app_id', 'owner_id']).orderBy('gid').execute();
  expect(groups).toEqual([
    { app_id: 1, owner_app_id: null, owner_id: null },
    { app_id: 1, owner_app_id: 1, owner_id: 'ann' },
    { app_id: 2, owner_app_id: null, owner_id: null },
    { app_id: 2, owner_app_id: 2, owner_id: 'ann' },
  ]);
  await sql`insert into group_members (gid, app_id, user_id) values (11, 2, 'ann')`.execute(db);
  await expect(sql`insert into group_members (gid, app_id, user_id) values (11, 1, 'ann')`.execute(db)).rejects.toMatchObject({
    code: '23505',
  });
});
