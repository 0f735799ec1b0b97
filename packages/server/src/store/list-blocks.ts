import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';

/** A list whose rows are counted as they come and go: those of one owner in one table. */
export interface CountedList {
  list: 'users' | 'groups' | 'chatrooms' | 'chatroom_members';
  /** App or chatroom. */
  owner: number;
  /** Of rows that are there and do not count: a query of their places, called `place`. */
  except?: RawBuilder<unknown>;
}

/** Where a page begins: skip so many rows from a place on, or from there back when the newest come first. */
export interface PageStart {
  from: number;
  skip: number;
}

const blockSize = 4096;

/** Adds up blocks instead of rows. */
export async function countList(db: Db, list: CountedList): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select coalesce(sum(entries), 0)::bigint as total from (${blocksOf(list)}) as blocks`.execute(db);
  return rows[0]!.total;
}

/** The same for the owner that a row has in the column. */
export function totalOf(list: CountedList['list'], column: string): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(entries), 0)::bigint from list_blocks where list = ${list} and owner = ${sql.ref(column)})`;
}

/** Finds the row at an offset without reading those before it, but for fewer than 4096. Undefined beyond the end. */
export async function findPageStart(
  db: Db,
  list: CountedList,
  { offset, newestFirst = false }: { offset: number; newestFirst?: boolean },
): Promise<PageStart | undefined> {
  if (offset === 0) return { from: newestFirst ? Number.MAX_SAFE_INTEGER : 0, skip: 0 };
  const order = newestFirst ? sql`block desc` : sql`block`;
  const { rows } = await sql<{ block: number; before: number }>`
    select block, (upto - entries)::bigint as before from (
      select block, sum(entries) as entries, sum(sum(entries)) over (order by ${order}) as upto
      from (${blocksOf(list)}) as parts group by block
    ) as blocks
    where upto > ${offset}::bigint order by ${order} limit 1`.execute(db);
  const [found] = rows;
  if (!found) return undefined;
  const first = found.block * blockSize;
  return { from: newestFirst ? first + blockSize - 1 : first, skip: offset - found.before };
}

function blocksOf({ list, owner, except }: CountedList): RawBuilder<unknown> {
  const gone = except ? sql`union all select place / ${blockSize}::int, -1 from (${except}) as gone` : sql``;
  return sql`select block, entries from list_blocks where list = ${list} and owner = ${owner}::bigint ${gone}`;
}

/** The number of the rows that hold sums. Any other is that of a writer; see the function `list_block_writer` of the database. */
const sums = 0;

/** Numbers under which somebody has counted since the last sweep. */
export async function findBlockWriters(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('list_blocks').select('writer').distinct().where('writer', '>', sums).execute();
  return rows.map(({ writer }) => writer);
}

/** Adds up to `limit` rows of a writer to the sums, and returns how many; none while somebody else writes under one of the numbers. */
export async function foldBlocks(tx: Db, writer: number, limit: number): Promise<number> {
  if (!(await tryLockWriters(tx, [sums, writer]))) return 0;
  const { rows } = await sql<{ count: number }>`
    with moved as (
      delete from list_blocks where (list, owner, block, writer) in (
        select list, owner, block, writer from list_blocks where writer = ${writer} and writer > 0 limit ${limit})
      returning list, owner, block, entries
    ), folded as (
      insert into list_blocks (list, owner, block, writer, entries) select list, owner, block, ${sums}::int, entries from moved
      on conflict (list, owner, block, writer) do update set entries = list_blocks.entries + excluded.entries
    )
    select count(*) from moved`.execute(tx);
  return rows[0]!.count;
}

/** Up to `limit` sums of nothing; returns how many. */
export async function deleteEmptyBlocks(tx: Db, limit: number): Promise<number> {
  if (!(await tryLockWriters(tx, [sums]))) return 0;
  const { numAffectedRows = 0n } = await sql`
    delete from list_blocks where (list, owner, block, writer) in (
      select list, owner, block, writer from list_blocks where writer = ${sums} and entries = 0 limit ${limit})`.execute(tx);
  return Number(numAffectedRows);
}

/** Until the transaction ends nobody else writes under the numbers. False, at once, while somebody does. */
async function tryLockWriters(tx: Db, writers: number[]): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select bool_and(pg_try_advisory_xact_lock(hashtext('list blocks'), writer)) as locked from unnest(${writers}::int[]) as writer`.execute(
    tx,
  );
  return rows[0]!.locked;
}
