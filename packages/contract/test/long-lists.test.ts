import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../server/src/store/db.ts';
import { startTestServer, type TestServer } from './support/server.ts';

const queries: Query[] = [];
let on: TestServer;
beforeAll(async () => {
  on = await startTestServer({ onQuery: (query) => queries.push(query) });
});
afterAll(() => on.stop());

const run = (statement: RawBuilder<unknown>) => statement.execute(on.ctx.db);
const names = (from: number, count: number) => Array.from({ length: count }, (_, index) => `u${from + index}`);

/** Fills a list from one number to another, with what the statements of the server would store. */
const fill = {
  users: (from: number, to: number) =>
    sql`insert into users (app_id, user_id, created_at, updated_at)
      select ${on.app.id}::int, 'u' || i, 0, 0 from generate_series(${from}::int, ${to}::int) as i`,
  groups: (from: number, to: number) =>
    sql`insert into groups (gid, app_id, group_id, name, max_members, created_at, updated_at)
      select nextval('gids'), ${on.app.id}::int, 'g' || i, 'u' || i, 3000, 0, 0 from generate_series(${from}::int, ${to}::int) as i`,
  members: (from: number, to: number) =>
    sql`insert into chatroom_members (room_id, app_id, user_id, joined_at)
      select room_id, app_id, 'u' || i, 0 from chatrooms, generate_series(${from}::int, ${to}::int) as i where chatroom_id = 'long'`,
};

interface List {
  name: 'users' | 'groups';
  /** The names on a page, and the total. */
  page(start: number, count: number): Promise<{ total: number; names: string[] }>;
}

type Body = { total: number; users: { username: string }[]; groups: { name: string }[] };

const lists: List[] = [
  {
    name: 'users',
    page: async (start, count) => {
      const { total, users } = (await on.jmessage.call('listUsers', { query: { start, count } })).body as Body;
      return { total, names: users.map(({ username }) => username) };
    },
  },
  {
    name: 'groups',
    page: async (start, count) => {
      const { total, groups } = (await on.jmessage.call('listGroups', { query: { start, count } })).body as Body;
      return { total, names: groups.map(({ name }) => name) };
    },
  },
];

/** What a call costs: the pages of 8 KB that the database reads for it. */
async function costOf(call: () => Promise<unknown>): Promise<number> {
  queries.length = 0;
  await call();
  const costs = [];
  for (const query of [...queries]) costs.push(await pagesRead(query));
  return costs.reduce((sum, cost) => sum + cost, 0);
}

async function pagesRead({ sql: text, parameters }: Query): Promise<number> {
  const { rows } = await on.ctx.db.executeQuery<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    CompiledQuery.raw(`explain (analyze, buffers, format json) ${text}`, [...parameters]),
  );
  const [{ Plan: plan }] = rows[0]!['QUERY PLAN'];
  return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
}

describe.each(lists)('100,000 $name', ({ name, page }) => {
  let ofTenThousand: number;

  test('has its pages where they belong, at both sides of every block and with rows gone', async () => {
    await run(fill[name](0, 9_999));
    expect(await page(0, 3)).toEqual({ total: 10_000, names: names(0, 3) });
    for (const start of [4000, 4095, 4096, 8191, 8192, 9997]) expect((await page(start, 3)).names).toEqual(names(start, 3));
    expect(await page(9_999, 5)).toEqual({ total: 10_000, names: ['u9999'] });
    expect(await page(10_000, 5)).toEqual({ total: 10_000, names: [] });
    await run(sql`analyze`);
    ofTenThousand = await costOf(() => page(9_990, 10));
    await run(sql`delete from ${sql.table(name)} where ${sql.ref(name === 'users' ? 'user_id' : 'name')} in ('u0', 'u5000', 'u5001')`);
    expect(await page(4_990, 10)).toEqual({ total: 9_997, names: names(4_991, 9).concat('u5002').slice(0, 10) });
  });

  test('costs no more on its last page than a list of 10,000 does', async () => {
    await run(fill[name](10_000, 100_002));
    await run(sql`analyze`);
    expect((await page(99_990, 20)).names).toEqual(names(99_993, 10));
    expect(await costOf(() => page(99_990, 10))).toBeLessThan(2 * ofTenThousand);
    expect(await costOf(() => page(0, 10))).toBeLessThan(2 * ofTenThousand);
  });
});

test('the members at either end of a chatroom cost no more among 100,000 than among 10,000', async () => {
  await on.rongcloud.call('createChatroom', { body: { chatroomId: 'long' } });
  const ends = async () => {
    for (const order of [1, 2]) await on.rongcloud.call('listChatroomMembers', { body: { chatroomId: 'long', count: 10, order } });
  };
  await run(fill.members(0, 9_999));
  await run(sql`analyze`);
  const ofTenThousand = await costOf(ends);
  await run(fill.members(10_000, 99_999));
  await run(sql`analyze`);
  const answer = await on.rongcloud.call('listChatroomMembers', { body: { chatroomId: 'long', count: 1, order: 1 } });
  expect(answer.body).toMatchObject({ total: 100_000 });
  expect(await costOf(ends)).toBeLessThan(2 * ofTenThousand);
});
