import { expect, test } from 'vitest';
import type { Child } from '../bench/child.ts';
import { faults, markTable } from '../bench/report.ts';
import type { Measured } from '../bench/rounds.ts';
import { names } from '../bench/rows.ts';

const result = (rate: number) => ({ rate, p50: 1, p99: 2, accepted: 10, failed: 0 });

function row(name: string, rates: number[], more: Partial<Measured> = {}): Measured {
  const load = { url: '', headers: {}, bodies: [], connections: 32, requests: 10 };
  return { name, ...load, child: {} as Child, results: rates.map(result), stored: 10 * rates.length, ...more };
}

test('a mark is the middle of the ratios within a round', () => {
  const rows = [row(names.express, [100, 1000, 100]), row(names.all, [61, 100, 65])];
  expect(markTable(rows)).toContain(`pass  0.61 >= 0.60  ${names.all} / ${names.express}`);
});

test('a mark that is missed says so, one that could not be measured too', () => {
  const text = markTable([row(names.express, [100]), row(names.all, [59])]);
  expect(text).toContain(`FAIL  0.59 >= 0.60`);
  expect(text).toContain(`skipped        ${names.send('PostgreSQL')}: no PostgreSQL`);
});

test('a message that was accepted and is not stored is a fault, and so is a refusal', () => {
  const refused = { ...result(1), accepted: 9, failed: 1 };
  const rows = [
    row('all well', [1, 1], { stores: true }),
    row('one lost', [1, 1], { stores: true, stored: 19 }),
    row('one refused', [], { results: [refused] }),
  ];
  expect(faults(rows)).toEqual(['one lost: 20 accepted, 19 stored', 'one refused: 1 not answered with 2xx']);
});
