import type { Child } from './child.ts';
import type { Load, LoadResult } from './load.ts';
import type { Row } from './rows.ts';

/** A row with what was measured, one result for each round. */
export interface Measured extends Row {
  results: LoadResult[];
  /** How many messages all rounds added to the table. */
  stored: number;
}

export interface Extent {
  rounds: number;
  /** Requests of a round, as a part of a row's own number. */
  scale: number;
  /** Requests before the first round, likewise. */
  warmUp: number;
}

/** Runs all rows in turn, to and fro, so that what disturbs the machine disturbs all of them alike. */
export async function measure(rows: Row[], load: Child, { rounds, scale, warmUp }: Extent): Promise<Measured[]> {
  for (const row of rows) await run({ ...row, requests: row.requests * warmUp }, load);
  const measured = rows.map((row): Measured => ({ ...row, requests: row.requests * scale, results: [], stored: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const row of round % 2 === 0 ? measured : measured.toReversed()) {
      const before = row.stores ? await row.child.ask<number>('stored') : 0;
      row.results.push(await run(row, load));
      if (row.stores) row.stored += (await row.child.ask<number>('stored')) - before;
    }
  }
  return measured;
}

function run({ url, headers, bodies, connections, requests }: Row, load: Child): Promise<LoadResult> {
  return load.ask('run', { url, headers, bodies, connections, requests } satisfies Load);
}

/** The middle result by rate. */
export function typical({ results }: Measured): LoadResult {
  return middle(results.toSorted((a, b) => a.rate - b.rate));
}

/** The middle of the ratios of the two rates, each taken within one round. */
export function ratio(row: Measured, base: Measured): number {
  return middle(row.results.map(({ rate }, round) => rate / base.results[round]!.rate).sort((a, b) => a - b));
}

export function sum({ results }: Measured, count: 'accepted' | 'failed'): number {
  return results.reduce((total, result) => total + result[count], 0);
}

function middle<T>(sorted: T[]): T {
  return sorted[Math.floor(sorted.length / 2)]!;
}
