#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { requireBuckets } from './admin/buckets.ts';
import { databaseOf, embeddedIn, readConfig } from './config.ts';
import { holdDataFolder } from './data-folder.ts';
import { changeSettings } from './domain/app-settings.ts';
import { AppDirectory, createApp, getApp, listApps, rotateSecret } from './domain/apps.ts';
import { systemClock } from './domain/clock.ts';
import { DomainError } from './domain/errors.ts';
import type { AppSettings, SettingsChange } from './domain/settings.ts';
import { requireAcceptable } from './domain/settings-rules.ts';
import { grantTrust, listTrusts, revokeTrust } from './domain/trusts/grants.ts';
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
  .option('--key <key>', 'App Key; 24 letters and digits when left out', credential(1))
  .option('--secret <secret>', 'App Secret; 24 letters and digits when left out', credential(8))
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
      const rotated = await rotateSecret(directed(db), key);
      console.log(`${rotated.key} ${rotated.secret}`);
    }),
  );

app
  .command('settings')
  .description("print an app's settings as JSON")
  .argument('<key>')
  .action((key: string) => withNewestDb(async (db) => print((await getApp(db, key)).settings)));

app
  .command('set')
  .description("change one of an app's settings and print them all; a running server sees it within a second")
  .argument('<key>')
  .argument('<name>', 'with a dot before an entry, such as services.chatroomAttributes')
  .argument('<json>', 'the value, or null for the default', json)
  .action((key: string, name: string, value: unknown) =>
    withNewestDb(async (db) => {
      const change = name.split('.').reduceRight((inner, part) => ({ [part]: inner }), value) as SettingsChange;
      requireAcceptable(change);
      requireBuckets(change);
      print((await changeSettings({ ...directed(db), app: await getApp(db, key) }, change)).settings);
    }),
  );

app
  .command('trust')
  .description("let two apps reach each other's users and groups")
  .argument('<key>')
  .argument('<other-key>')
  .action((key: string, otherKey: string) =>
    withNewestDb(async (db) => {
      const [one, other] = [await getApp(db, key), await getApp(db, otherKey)];
      await grantTrust({ db, clock: systemClock }, [one, other]);
      console.log(`${one.key} and ${other.key} trust each other.`);
    }),
  );

app
  .command('distrust')
  .description('end the trust between two apps, and the memberships, friendships and list entries that were built on it')
  .argument('<key>')
  .argument('<other-key>')
  .action((key: string, otherKey: string) =>
    withNewestDb(async (db) => {
      const [one, other] = [await getApp(db, key), await getApp(db, otherKey)];
      await revokeTrust({ db }, [one, other]);
      console.log(`${one.key} and ${other.key} do not trust each other.`);
    }),
  );

app
  .command('trusts')
  .description('print key and name of every app that trusts the app')
  .argument('<key>')
  .action((key: string) =>
    withNewestDb(async (db) => {
      for (const other of await listTrusts({ db }, await getApp(db, key))) console.log(`${other.key} ${other.name}`);
    }),
  );

class Refusal extends Error {}

/** That of the embedded database, once a command needs it. */
let usedFolder: string | undefined;

function directed(db: Db): { db: Db; apps: AppDirectory } {
  return { db, apps: new AppDirectory({ db, clock: systemClock }) };
}

function print(settings: AppSettings): void {
  console.log(JSON.stringify(settings, null, 2));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('It is not JSON; a text needs quotes of its own.');
  }
}

/** What every SDK can put into a header, HTTP Basic included. */
function credential(least: number): (text: string) => string {
  return (text) => {
    if (!/^[A-Za-z0-9]{1,64}$/.test(text) || text.length < least) {
      throw new InvalidArgumentError(`It has ${least} to 64 letters and digits.`);
    }
    return text;
  };
}

async function withNewestDb(work: (db: Db) => Promise<void>): Promise<void> {
  await withDb(async (db) => {
    await migrate(db);
    await work(db);
  });
}

async function withDb(work: (db: Db) => Promise<void>): Promise<void> {
  const config = readConfig();
  usedFolder = embeddedIn(config);
  if (usedFolder) holdDataFolder(usedFolder);
  const target = databaseOf(config);
  // Nobody waits for an answer here: what takes long is to be finished.
  const db = await openDb(target.kind === 'postgres' ? { ...target, statementMillis: 0 } : target);
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof DomainError)) return explainStartupError(error, usedFolder);
  const { field, subject, reason = 'is required' } = error.detail;
  return error.code === 'app-unknown' ? `no app has the key ${subject}` : `${field} ${reason}`;
}

try {
  await diglot.parseAsync();
} catch (error) {
  console.error(`diglot: ${reasonOf(error)}`);
  process.exitCode = 1;
}
