import { CompiledQuery } from 'kysely';
import type { Db, Query } from '../../../server/src/store/db.ts';

/** What a call costs: the pages of 8 KB that the database reads for it. `queries` are filled by the server; each is run once more. */
export async function costOf(db: Db, queries: Query[], call: () => Promise<unknown>): Promise<number> {
  queries.length = 0;
  await call();
  const costs = [];
  for (const query of [...queries]) costs.push(await pagesRead(db, query));
  return costs.reduce((sum, cost) => sum + cost, 0);
}

async function pagesRead(db: Db, { sql: text, parameters }: Query): Promise<number> {
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    CompiledQuery.raw(`explain (analyze, buffers, format json) ${text}`, [...parameters]),
  );
  const [{ Plan: plan }] = rows[0]!['QUERY PLAN'];
  return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
}
