import type { CheckResult } from './run.ts';

/** One line per operation with what passed of what was tried, then every failure. */
export function renderTable(results: CheckResult[]): string {
  const operations = [...new Set(results.map((result) => result.operation))];
  const width = Math.max(...operations.map((name) => name.length), 9);
  const lines = operations.map((name) => {
    const own = results.filter((result) => result.operation === name);
    const passed = own.filter((result) => result.failure === undefined).length;
    return `${passed === own.length ? 'pass' : 'FAIL'}  ${name.padEnd(width)}  ${String(passed).padStart(4)} of ${own.length}`;
  });
  const failures = results
    .filter((result) => result.failure !== undefined)
    .map((result) => `  ${result.operation}, ${result.check}: ${result.failure}`);
  return [...lines, ...(failures.length > 0 ? ['', 'What failed:', ...failures] : [])].join('\n');
}
