/** `pnpm bench`: the server's speed beside bare node:http and express, and its memory. `--quick` sends fewer requests. */
import { availableParallelism } from 'node:os';
import { Child } from './child.ts';
import { type Databases, openDatabases } from './databases.ts';
import { measureFootprints } from './memory.ts';
import { faults, footprintTable, markTable, rateTable } from './report.ts';
import { type Extent, type Measured, measure } from './rounds.ts';
import { startRows } from './rows.ts';

const quick = process.argv.includes('--quick');
const extent: Extent = quick ? { rounds: 5, scale: 0.15, warmUp: 0.3 } : { rounds: 7, scale: 0.75, warmUp: 0.5 };
// Ends by way of the exit handlers, which stop the database.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const databases = await openDatabases();
try {
  const rows = await measureRates(databases);
  console.log(`${rateTable(rows)}\n`);
  if (!databases.postgres) console.log('send to a user, PostgreSQL: skipped: no PostgreSQL\n');
  console.log(`${markTable(rows)}\n`);
  console.log(`Memory after a collection, in MiB (resident / JavaScript heap)\n\n${footprintTable(await measureFootprints(databases))}\n`);
  console.log(howMeasured());
  for (const fault of faults(rows)) {
    console.error(`FAULT  ${fault}`);
    process.exitCode = 1;
  }
} finally {
  await databases.discard();
}

async function measureRates(from: Databases): Promise<Measured[]> {
  const load = await Child.start('./load.ts');
  const { rows, stop } = await startRows(from);
  const measured = await measure(rows, load, extent);
  await stop();
  await load.stop();
  return measured;
}

function howMeasured(): string {
  return [
    `Node ${process.version}, ${availableParallelism()} cores. Every process under test and the load generator (autocannon) is a process of`,
    `its own on 127.0.0.1, with keep-alive connections, no pipelining and a fixed number of requests after a warm-up.`,
    `The ${extent.rounds} rounds go through all rows to and fro; a row shows its middle round, a ratio is the middle of the ratios within a round.`,
  ].join('\n');
}
