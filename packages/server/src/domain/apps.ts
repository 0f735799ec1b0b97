import { randomInt } from 'node:crypto';
import type { Services } from '../context.ts';
import type { AppRow } from '../store/apps.ts';
import * as store from '../store/apps.ts';
import type { Db } from '../store/db.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Clock } from './clock.ts';
import { DomainError } from './errors.ts';
import { type AppSettings, readSettings, type StoredSettings } from './settings.ts';

export interface App {
  id: number;
  key: string;
  secret: string;
  name: string;
  settings: AppSettings;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Grows with each change of the app's sensitive words. */
  wordsVersion: number;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** How long another process's change of a secret may go unnoticed, in milliseconds. */
const cacheMillis = 1000;

/** Creates an app. Key and secret are 24 letters and digits (official SDKs insist) unless given. Returns undefined when the key is taken. */
export async function createApp(
  services: { db: Db; clock: Clock },
  wanted: { name: string; key?: string; secret?: string; settings?: StoredSettings },
): Promise<App | undefined> {
  const row = await store.insertApp(services.db, {
    app_key: wanted.key ?? randomText(24),
    secret: wanted.secret ?? randomText(24),
    name: wanted.name,
    settings: JSON.stringify(wanted.settings ?? {}),
    created_at: services.clock.now(),
  });
  return row && toApp(row);
}

/** The oldest app. Where there is none it is created, once, however many nodes ask at the same instant. */
export async function firstApp(services: { db: Db; clock: Clock }, name: string): Promise<App> {
  const oldest = async (db: Db) => (await pageOfApps(db, { limit: 1 })).apps[0];
  const found = await oldest(services.db);
  if (found) return found;
  return inTransaction(services.db, async (tx) => {
    await store.holdFirstApp(tx);
    return (await oldest(tx)) ?? (await createApp({ ...services, db: tx }, { name }))!;
  });
}

export async function listApps(db: Db): Promise<App[]> {
  return (await store.listApps(db)).map(toApp);
}

/** Up to `limit` apps in order of creation, from the first or from behind the one with a key. Fails with `app-unknown`. */
export async function pageOfApps(db: Db, { after, limit }: { after?: string | undefined; limit: number }): Promise<Page> {
  const afterId = after === undefined ? 0 : (await getApp(db, after)).id;
  const rows = await store.pageOfApps(db, { afterId, limit: limit + 1 });
  return { apps: rows.slice(0, limit).map(toApp), more: rows.length > limit };
}

interface Page {
  apps: App[];
  /** Whether others were created later. */
  more: boolean;
}

export async function findApp(db: Db, id: number): Promise<App | undefined> {
  const row = await store.findApp(db, id);
  return row && toApp(row);
}

/** As it is stored now; the key is compared without regard to case. Fails with `app-unknown`. */
export async function getApp(db: Db, appKey: string): Promise<App> {
  return orUnknown(await store.findAppByKey(db, appKey), appKey);
}

/** Fails with `app-unknown`. */
export async function renameApp(services: Directed, appKey: string, name: string): Promise<App> {
  return update(services, appKey, { name });
}

/**
 * Gives the app a new secret: signatures and tokens made with the old one end, at once on this node and at most one second later on
 * others. Fails with `app-unknown`.
 */
export async function rotateSecret(services: Directed, appKey: string): Promise<App> {
  return update(services, appKey, { secret: randomText(24) });
}

type Directed = Pick<Services, 'db' | 'apps'>;

async function update({ db, apps }: Directed, appKey: string, fields: { name: string } | { secret: string }): Promise<App> {
  const row = await store.updateApp(db, appKey, fields);
  apps.forget(appKey);
  return orUnknown(row, appKey);
}

function orUnknown(row: AppRow | undefined, appKey: string): App {
  if (!row) throw new DomainError('app-unknown', { subject: appKey });
  return toApp(row);
}

/** Looks apps up by key, without regard to case, and remembers them for a second. */
export class AppDirectory {
  readonly #services: Pick<Services, 'db' | 'clock'>;
  readonly #known = new Map<string, { app: Promise<App | undefined>; since: number }>();

  constructor(services: Pick<Services, 'db' | 'clock'>) {
    this.#services = services;
  }

  async find(appKey: string): Promise<App | undefined> {
    // The database does not take a NUL, which HTTP Basic can carry.
    if (!/^[\x21-\x7e]+$/.test(appKey)) return undefined;
    const id = appKey.toLowerCase();
    const now = this.#services.clock.now();
    const known = this.#known.get(id);
    // A clock that was set back is before the look-up: the app of then could be remembered for as long as the step.
    if (known && now >= known.since && now < known.since + cacheMillis) return known.app;
    const app = store.findAppByKey(this.#services.db, appKey).then((row) => row && toApp(row));
    // Calls that come meanwhile wait for this look-up and make none of their own.
    this.#known.set(id, { app, since: now });
    const found = await app.catch(() => undefined);
    if (!found) this.#known.delete(id);
    return app;
  }

  /** The next call looks the app up again; a look-up that is under way is not remembered either. */
  forget(appKey: string): void {
    this.#known.delete(appKey.toLowerCase());
  }
}

export function toApp(row: AppRow): App {
  return {
    id: row.id,
    key: row.app_key,
    secret: row.secret,
    name: row.name,
    settings: readSettings(row.settings),
    createdAt: row.created_at,
    wordsVersion: row.words_version,
  };
}

function randomText(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
