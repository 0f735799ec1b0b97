import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A list whose rows are counted as they come and go: those of one owner in one table. */
export interface CountedList {
  list: 'users' | 'groups' | 'chatroom_members';
  /** App or chatroom. */
  owner: number;
}

/** Where a page begins: skip so many rows from a place on. */
export interface PageStart {
  from: number;
  skip: number;
}

const blockSize = 4096;

/** Adds up blocks instead of rows. */
export async function countList(db: Db, { list, owner }: CountedList): Promise<number> {
  const { entries } = await db
    .selectFrom('list_blocks')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('entries'), sql<number>`0`).as('entries'))
    .where('list', '=', list)
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return Number(entries);
}

/** Finds the row at an offset without reading those before it, but for fewer than 4096. Undefined beyond the end. */
export async function findPageStart(db: Db, { list, owner }: CountedList, offset: number): Promise<PageStart | undefined> {
  if (offset === 0) return { from: 0, skip: 0 };
  const { rows } = await sql<{ block: number; before: number }>`
    select block, (upto - entries)::bigint as before from (
      select block, sum(entries) as entries, sum(sum(entries)) over (order by block) as upto
      from list_blocks where list = ${list} and owner = ${owner}::bigint group by block
    ) as blocks
    where upto > ${offset}::bigint order by block limit 1`.execute(db);
  const [found] = rows;
  return found && { from: found.block * blockSize, skip: offset - found.before };
}

/** When the owners are gone for good. */
export async function forgetLists(db: Db, list: CountedList['list'], owners: number[]): Promise<void> {
  await db.deleteFrom('list_blocks').where('list', '=', list).where('owner', 'in', owners).execute();
}
