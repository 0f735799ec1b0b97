#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { databaseOf, readConfig } from './config.ts';
import { holdDataFolder } from './data-folder.ts';
import { createApp, listApps, rotateSecret } from './domain/apps.ts';
import { systemClock } from './domain/clock.ts';
import { explainStartupError } from './startup-error.ts';
import { type Db, openDb } from './store/db.ts';
import { migrate } from './store/migrate.ts';

const diglot = new Command('diglot').description('Runs and administers a Diglot server. Settings come from the environment.');

diglot
  .command('start')
  .description('run the server')
  .action(async () => {
    await import('./start.ts');
  });

diglot
  .command('migrate')
  .description('bring the database to the newest schema')
  .action(() =>
    withDb(async (db) => {
      const ran = await migrate(db);
      console.log(ran.length > 0 ? ran.join('\n') : 'Nothing to do.');
    }),
  );

const app = diglot.command('app').description('manage apps');

app
  .command('create')
  .description('create an app and print its key and secret')
  .argument('<name>')
  .option('--key <key>', 'App Key; 24 letters and digits when left out', credential)
  .option('--secret <secret>', 'App Secret; 24 letters and digits when left out', credential)
  .action((name: string, options: { key?: string; secret?: string }) =>
    withNewestDb(async (db) => {
      const created = await createApp({ db, clock: systemClock }, { name, ...options });
      if (!created) throw new Refusal(`the App Key ${options.key} is taken`);
      console.log(`${created.key} ${created.secret}`);
    }),
  );

app
  .command('list')
  .description('print key and name of every app')
  .action(() =>
    withNewestDb(async (db) => {
      for (const { key, name } of await listApps(db)) console.log(`${key} ${name}`);
    }),
  );

app
  .command('rotate-secret')
  .description('give an app a new secret; signatures and tokens made with the old one end')
  .argument('<key>')
  .action((key: string) =>
    withNewestDb(async (db) => {
      const rotated = await rotateSecret(db, key);
      if (!rotated) throw new Refusal(`no app has the key ${key}`);
      console.log(`${rotated.key} ${rotated.secret}`);
    }),
  );

class Refusal extends Error {}

/** What every SDK can put into a header, HTTP Basic included. */
function credential(text: string): string {
  if (!/^[A-Za-z0-9]{1,64}$/.test(text)) throw new InvalidArgumentError('It has 1 to 64 letters and digits.');
  return text;
}

async function withNewestDb(work: (db: Db) => Promise<void>): Promise<void> {
  await withDb(async (db) => {
    await migrate(db);
    await work(db);
  });
}

async function withDb(work: (db: Db) => Promise<void>): Promise<void> {
  const config = readConfig();
  if (!config.databaseUrl) await holdDataFolder(config.dataFolder);
  const db = await openDb(databaseOf(config));
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

try {
  await diglot.parseAsync();
} catch (error) {
  console.error(`diglot: ${error instanceof Refusal ? error.message : explainStartupError(error)}`);
  process.exitCode = 1;
}
