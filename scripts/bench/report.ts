import type { Footprint } from './memory.ts';
import { type Measured, ratio, sum, typical } from './rounds.ts';
import { names } from './rows.ts';
import type { Memory } from './targets/diglot.ts';

/** Lines of cells, the first of each to the left and the others to the right of their columns. */
function align(lines: string[][]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const cell = (text: string, column: number) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!));
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}

export function rateTable(rows: Measured[]): string {
  const header = ['', 'connections', 'requests', 'requests/s', 'p50 ms', 'p99 ms', '2xx', 'stored', 'ratio', 'to'];
  const lines = rows.map((row) => {
    const { rate, p50, p99 } = typical(row);
    const base = rows.find(({ name, connections }) => name === row.base && connections === 32);
    return [
      row.name,
      `${row.connections}`,
      `${row.results.length} x ${row.requests}`,
      rate.toFixed(0),
      p50.toFixed(2),
      p99.toFixed(2),
      `${sum(row, 'accepted')}`,
      row.stores ? `${row.stored}` : '',
      base ? ratio(row, base).toFixed(2) : '',
      base?.name ?? '',
    ];
  });
  return align([header, ...lines]);
}

interface Mark {
  row: string;
  base: string;
  least: number;
}

const marks: Mark[] = [
  { row: names.all, base: names.express, least: 0.6 },
  { row: names.all, base: names.few, least: 0.95 },
  { row: names.send('PostgreSQL'), base: names.all, least: 0.5 },
  { row: names.group(3000), base: names.group(10), least: 0.8 },
  { row: names.words(10_000), base: names.words(10), least: 0.9 },
];

/** Each mark with pass or fail, at 32 connections. */
export function markTable(rows: Measured[]): string {
  const find = (name: string) => rows.find((row) => row.name === name && row.connections === 32);
  return marks
    .map(({ row, base, least }) => {
      const [above, below] = [find(row), find(base)];
      if (!above || !below) return `skipped        ${row}: no PostgreSQL`;
      const value = ratio(above, below);
      return `${value >= least ? 'pass' : 'FAIL'}  ${value.toFixed(2)} >= ${least.toFixed(2)}  ${row} / ${base}`;
    })
    .join('\n');
}

/** Rows whose answers and stored messages differ, or that were refused something. */
export function faults(rows: Measured[]): string[] {
  return rows.flatMap((row) => [
    ...(row.stores && row.stored !== sum(row, 'accepted') ? [`${row.name}: ${sum(row, 'accepted')} accepted, ${row.stored} stored`] : []),
    ...(sum(row, 'failed') > 0 ? [`${row.name}: ${sum(row, 'failed')} not answered with 2xx`] : []),
  ]);
}

export function footprintTable(footprints: Footprint[]): string {
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const memory = ({ rss, heap }: Memory) => `${mib(rss)} / ${mib(heap)}`;
  const header = ['operations mounted', 'fresh', 'validators compiled', 'each called once', 'first call cold, ms', 'first call warm, ms'];
  const lines = footprints.map(({ operations, fresh, warm, called, coldCalls, warmCalls }) => [
    `${operations}`,
    memory(fresh),
    memory(warm),
    memory(called),
    `${coldCalls.middle.toFixed(1)} (most ${coldCalls.most.toFixed(1)})`,
    `${warmCalls.middle.toFixed(1)} (most ${warmCalls.most.toFixed(1)})`,
  ]);
  return align([header, ...lines]);
}
