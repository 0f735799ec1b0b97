import type { Child } from './child.ts';
import type { Load, LoadResult } from './load.ts';
import type { Row } from './rows.ts';

/** A row with what was measured, one result for each round. */
export interface Measured extends Row {
  results: LoadResult[];
  /** Rows that the answers of all rounds added to the messages table. */
  stored: number;
}

/** Runs all rows in turn, and again for every round, so that what disturbs the machine disturbs all of them alike. */
export async function measure(rows: Row[], load: Child, { rounds, scale }: { rounds: number; scale: number }): Promise<Measured[]> {
  const measured = rows.map((row): Measured => ({ ...row, requests: Math.ceil(row.requests * scale), results: [], stored: 0 }));
  for (const row of measured) await run(row, load);
  for (let round = 0; round < rounds; round++) {
    for (const row of measured) {
      const before = row.stores ? await row.child.ask<number>('stored') : 0;
      row.results.push(await run(row, load));
      if (row.stores) row.stored += (await row.child.ask<number>('stored')) - before;
    }
  }
  return measured;
}

async function run({ child, path, bodies, connections, requests }: Row, load: Child): Promise<LoadResult> {
  const { url, headers } = await child.ask<Pick<Load, 'url' | 'headers'>>('target');
  return load.ask('run', { url: url + path, headers, bodies, connections, requests } satisfies Load);
}

/** The middle result by rate. */
export function typical({ results }: Measured): LoadResult {
  return results.toSorted((a, b) => a.rate - b.rate)[Math.floor(results.length / 2)]!;
}

/** The middle of the ratios of rates, each within one round. */
export function ratio(row: Measured, base: Measured): number {
  const ratios = row.results.map(({ rate }, round) => rate / base.results[round]!.rate).sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 2)]!;
}

export const accepted = ({ results }: Measured) => results.reduce((sum, result) => sum + result.accepted, 0);
export const failed = ({ results }: Measured) => results.reduce((sum, result) => sum + result.failed, 0);
