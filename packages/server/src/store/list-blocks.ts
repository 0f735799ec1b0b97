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

/** When the owners are gone for good. */
export async function forgetLists(db: Db, list: CountedList['list'], owners: number[]): Promise<void> {
  await db.deleteFrom('list_blocks').where('list', '=', list).where('owner', 'in', owners).execute();
}
