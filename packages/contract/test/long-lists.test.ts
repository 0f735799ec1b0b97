import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../server/src/store/db.ts';
import { costOf as measureCost } from './support/query-cost.ts';
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
  chatrooms: (from: number, to: number) =>
    sql`insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, created_at, last_active_at)
      select nextval('room_ids'), ${on.app.id}::int, 'r' || i, 'u' || i, 'idle', 0, 0 from generate_series(${from}::int, ${to}::int) as i`,
  members: (from: number, to: number) =>
    sql`insert into chatroom_members (room_id, app_id, user_id, joined_at)
      select room_id, app_id, 'u' || i, 0 from chatrooms, generate_series(${from}::int, ${to}::int) as i where chatroom_id = 'long'`,
};

/** In parts, so that the event loop turns: one statement of many seconds would let connections run out of time unseen. */
async function fillList(name: keyof typeof fill, from: number, to: number): Promise<void> {
  for (let start = from; start <= to; start += 10_000) {
    await run(fill[name](start, Math.min(to, start + 9_999)));
    await new Promise(setImmediate);
  }
}

interface List {
  name: 'users' | 'groups' | 'chatrooms';
  /** The names on a page, and the total. */
  page(start: number, count: number): Promise<{ total: number; names: string[] }>;
}

type Body = { total: number; users: { username: string }[]; groups: { name: string }[]; rooms: { name: string }[] };

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
  {
    name: 'chatrooms',
    page: async (start, count) => {
      const { total, rooms } = (await on.jmessage.call('listChatrooms', { query: { start, count } })).body as Body;
      return { total, names: rooms.map(({ name }) => name) };
    },
  },
];

const costOf = (call: () => Promise<unknown>) => measureCost(on.ctx.db, queries, call);

describe.each(lists)('100,000 $name', ({ name, page }) => {
  let ofTenThousand: number;

  test('has its pages where they belong, at both sides of every block and with rows gone', async () => {
    await fillList(name, 0, 9_999);
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
    await fillList(name, 10_000, 100_002);
    await run(sql`analyze`);
    expect((await page(99_990, 20)).names).toEqual(names(99_993, 10));
    expect(await costOf(() => page(99_990, 10))).toBeLessThan(2 * ofTenThousand);
    expect(await costOf(() => page(0, 10))).toBeLessThan(2 * ofTenThousand);
  });
});

test('pages of chatrooms leave out those whose time is over, wherever they are', async () => {
  const { app, jmessage } = await on.addApp();
  await run(sql`insert into chatrooms (room_id, app_id, chatroom_id, name, destroy_when, destroy_minutes, created_at, last_active_at)
    select nextval('room_ids'), ${app.id}::int, i, 'u' || i, 'old', case when i % 3 = 0 then 0 else null end, 0, 0 from generate_series(0, 8999) as i`);
  const page = async (start: number) => {
    const { total, rooms } = (await jmessage.call('listChatrooms', { query: { start, count: 2 } })).body as Body;
    return [total, ...rooms.map(({ name }) => name)];
  };
  expect(await page(0)).toEqual([6000, 'u1', 'u2']);
  for (const start of [2730, 2732, 4000, 5998])
    expect(await page(start)).toEqual([6000, `u${(start / 2) * 3 + 1}`, `u${(start / 2) * 3 + 2}`]);
  expect(await page(6000)).toEqual([6000]);
});

test('the members at either end of a chatroom cost no more among 100,000 than among 10,000', async () => {
  await on.rongcloud.call('createChatroom', { body: { chatroomId: 'long' } });
  const { rooms } = (await on.jmessage.call('listChatrooms', { query: { start: 99_998 } })).body as {
    rooms: { id: number; name: string }[];
  };
  const room_id = rooms.at(-1)!.id;
  const page = async (start: number, count: number) =>
    (await on.jmessage.call('listChatroomMembers', { path: { room_id }, query: { start, count } })).body as Body & { count: number };
  const ends = async () => {
    for (const order of [1, 2]) await on.rongcloud.call('listChatroomMembers', { body: { chatroomId: 'long', count: 10, order } });
    const { total } = await page(0, 10);
    await page(total - 10, 10);
  };
  await fillList('members', 0, 9_999);
  await run(sql`analyze`);
  for (const start of [0, 1807, 1808, 5903, 5904, 9997]) {
    const newestFirst = names(9_997 - start, 3).reverse();
    expect((await page(start, 3)).users.map(({ username }) => username)).toEqual(newestFirst);
  }
  expect(await page(9_999, 3)).toMatchObject({ total: 10_000, count: 1, users: [{ username: 'u0' }] });
  expect(await page(10_000, 3)).toMatchObject({ total: 10_000, count: 0 });
  const ofTenThousand = await costOf(ends);
  await fillList('members', 10_000, 99_999);
  await run(sql`analyze`);
  const answer = await on.rongcloud.call('listChatroomMembers', { body: { chatroomId: 'long', count: 1, order: 1 } });
  expect(answer.body).toMatchObject({ total: 100_000 });
  expect(await costOf(ends)).toBeLessThan(2 * ofTenThousand);
});
