/** `pnpm bench`: measures the server beside bare node:http and express. `--quick` takes fewer requests. */
import { Child } from './child.ts';
import { openDatabases } from './databases.ts';
import { accepted, failed, measure, ratio, typical } from './rounds.ts';
import { startRows } from './rows.ts';

const quick = process.argv.includes('--quick');
const databases = await openDatabases();
const load = await Child.start('./load.ts');
const { rows, stop } = await startRows(databases);
const measured = await measure(rows, load, quick ? { rounds: 3, scale: 0.25 } : { rounds: 5, scale: 1 });
for (const row of measured) {
  const { rate, p50, p99 } = typical(row);
  const base = measured.find(({ name }) => name === row.base);
  console.log(
    row.name.padEnd(40),
    rate.toFixed(0).padStart(7),
    p50.toFixed(2),
    p99.toFixed(2),
    base ? ratio(row, base).toFixed(2) : '',
    row.stores ? `${accepted(row)} ${row.stored}` : '',
    failed(row),
  );
}
await stop();
await load.stop();
await databases.discard();
