import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { createApp } from '../src/domain/apps.ts';
import { systemClock } from '../src/domain/clock.ts';
import { sweepListBlocks } from '../src/domain/list-blocks.ts';
import { deleteRooms } from '../src/store/chatrooms.ts';
import { type DatabaseTarget, type Db, openDb } from '../src/store/db.ts';
import { listActions, type Mine, undoAll } from './support/list-actions.ts';
import { databaseBefore } from './support/past-database.ts';

const embedded = !process.env.DATABASE_URL;

let database: DatabaseTarget;
let drop: () => Promise<void>;
let db: Db;
let appId: number;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  db = await openDb(database);
  appId = (await createApp({ db, clock: systemClock }, { name: 'test' }))!.id;
});
afterAll(async () => {
  await db.destroy();
  await drop();
});

/** A database connection of its own; the embedded database has one. */
const connection = () => openDb({ ...database, poolSize: 1 } as DatabaseTarget);

/** How the blocks of each list compare with its rows, at one instant, where they differ. */
async function wrongTotals(on: Db): Promise<unknown[]> {
  const { rows } = await sql`
    with rows as (
      select 'users' as list, app_id::bigint as owner, position / 4096 as block, count(*) from users group by 1, 2, 3
      union all select 'groups', app_id, gid / 4096, count(*) from groups group by 1, 2, 3
      union all select 'chatrooms', app_id, room_id / 4096, count(*) from chatrooms group by 1, 2, 3
      union all select 'chatroom_members', room_id, position / 4096, count(*) from chatroom_members group by 1, 2, 3
    ), blocks as (select list, owner, block, sum(entries) as entries from list_blocks group by 1, 2, 3)
    select * from rows full join blocks using (list, owner, block) where coalesce(count, 0) <> coalesce(entries, 0)`.execute(on);
  return rows;
}

/** Rows that count those of a list. */
async function counters(list: string): Promise<number> {
  const rows = await db.selectFrom('list_blocks').select('entries').where('list', '=', list).execute();
  return rows.length;
}

const insertUsers = (on: Db, ...userIds: string[]) =>
  on
    .insertInto('users')
    .values(userIds.map((user_id) => ({ app_id: appId, user_id, created_at: 0, updated_at: 0 })))
    .execute();
const deleteUser = (on: Db, userId: string) => on.deleteFrom('users').where('user_id', '=', userId).execute();

test('what is gone leaves no counter behind a sweep, and what is there is counted as before', async () => {
  await insertUsers(db, 'ann', 'bob');
  await sql`insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, created_at, last_active_at)
    values (1, ${appId}, '1', 'one', 'idle', 0, 0), (2, ${appId}, '2', 'two', 'idle', 0, 0)`.execute(db);
  await sql`insert into chatroom_members (room_id, app_id, user_id, joined_at)
    select room, ${appId}, name, 0 from unnest(array[1, 2]) as room, unnest(array['ann', 'bob']) as name`.execute(db);
  await deleteRooms(db, [1]);
  await sweepListBlocks({ db });
  expect(await wrongTotals(db)).toEqual([]);
  expect([await counters('users'), await counters('chatrooms'), await counters('chatroom_members')]).toEqual([1, 1, 1]);
  await deleteRooms(db, [2]);
  await db.deleteFrom('users').execute();
  await sweepListBlocks({ db });
  expect(await db.selectFrom('list_blocks').selectAll().execute()).toEqual([]);
});

describe.skipIf(embedded)('connections to PostgreSQL', () => {
  test('leave no counters of their own: many that come one after the other share one', async () => {
    for (let number = 0; number < 150; number++) {
      const one = await connection();
      await insertUsers(one, `u${number}`);
      await deleteUser(one, `u${number}`);
      await one.destroy();
    }
    expect(await counters('users')).toBe(1);
    await sweepListBlocks({ db });
    expect(await counters('users')).toBe(0);
  });

  test('do not wait for each other because of a count, however many write at once, nor for a sweep', async () => {
    const nodes = await Promise.all(Array.from({ length: 40 }, connection));
    const open = await Promise.all(nodes.map((node) => node.startTransaction().execute()));
    for (const [index, tx] of open.entries()) {
      await sql`set local lock_timeout = '5s'`.execute(tx);
      await insertUsers(tx, `w${index}`, `x${index}`);
      if (index % 8 === 0) await sweepListBlocks({ db });
    }
    for (const [index, tx] of open.toReversed().entries()) await deleteUser(tx, `w${39 - index}`);
    await Promise.all(open.map((tx, index) => (index % 2 === 0 ? tx.commit() : tx.rollback()).execute()));
    await Promise.all(nodes.map((node) => node.destroy()));
    expect(await wrongTotals(db)).toEqual([]);
    expect(await counters('users')).toBeLessThanOrEqual(41);
    await sweepListBlocks({ db });
    expect(await counters('users')).toBe(1);
    expect(await wrongTotals(db)).toEqual([]);
    await db.deleteFrom('users').execute();
  });

  test('that change several lists in any order, and change their minds, block nobody, and every total is right at every instant', async () => {
    const nodes = await Promise.all(Array.from({ length: 40 }, connection));
    let writing = true;
    const writers = nodes.map(async (node, number) => {
      const mine: Mine = { appId, name: `n${number}`, users: [], groups: [], rooms: [] };
      for (let turn = 0; turn < 25; turn++) await listActions(node, mine, number + turn);
      await undoAll(node, mine);
    });
    const watch = async (look: () => Promise<unknown>) => {
      while (writing) await look();
    };
    const watchers = [
      watch(async () => expect(await wrongTotals(db)).toEqual([])),
      watch(() => sweepListBlocks({ db })),
      watch(() => sweepListBlocks({ db })),
    ];
    const ends = await Promise.allSettled(writers);
    writing = false;
    await Promise.all(watchers);
    await Promise.all(nodes.map((node) => node.destroy()));
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
    await sweepListBlocks({ db });
    expect(await db.selectFrom('list_blocks').selectAll().execute()).toEqual([]);
  });
});

test('counters from before, one for each connection that there ever was, become one for each block', async () => {
  const past = await databaseBefore('0023');
  await sql`insert into apps (app_key, secret, name, created_at) values ('a', 's', 'one', 0)`.execute(past.db);
  await sql`insert into list_blocks (list, owner, block, writer, entries)
    select 'users', 1, block, writer, case block when 0 then 2 else -1 end from generate_series(0, 1) as block, generate_series(100, 3000) as writer
    union all select 'users', 1, 1, 0, 2901`.execute(past.db);
  await past.migrate('0023');
  const rows = await past.db.selectFrom('list_blocks').selectAll().execute();
  await past.drop();
  expect(rows).toEqual([{ list: 'users', owner: 1, block: 0, writer: 0, entries: 5802 }]);
});
