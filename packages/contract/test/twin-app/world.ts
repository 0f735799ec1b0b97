import { sql } from 'kysely';
import { messageUid } from '../../../server/src/domain/uid.ts';
import type { Db } from '../../../server/src/store/db.ts';
import type { Caller } from '../../src/index.ts';
import type { OtherApp } from '../support/apps.ts';
import { RecordingVendor } from '../support/pushes.ts';
import { startTestServer, type TestServer, type WantedApp } from '../support/server.ts';
import { type Belongings, belongingsOf, queriesOf } from './belongings.ts';
import type { Names } from './calls.ts';
import { fill } from './fill.ts';
import { day, type Filling, hour, markedInFirst, markedInSecond, messageNumberOf, numberOf } from './filling.ts';
import { sentAt } from './rows-of-messages.ts';

export type FilledApp = Pick<OtherApp, 'app' | 'rongcloud' | 'jmessage'> & { admin: Caller; names: Names };

const settings = {
  rateLimits: { enabled: false, overrides: {} },
  sensitiveWords: { serverMessages: true },
  unknownMedia: 'refuse' as const,
};

/** A server with a filled app, the second. What is done in another app, a first one, must neither change nor show anything of it. */
export class World {
  second!: FilledApp;
  readonly vendor: RecordingVendor;
  readonly #on: TestServer;
  readonly #queries: Map<string, string>;
  /** Apps that were made; the last one's id. */
  #apps = 0;

  private constructor(on: TestServer, vendor: RecordingVendor, queries: Map<string, string>) {
    this.vendor = vendor;
    this.#on = on;
    this.#queries = queries;
  }

  static async start(): Promise<World> {
    // The callers hold the answers against the document.
    const vendor = new RecordingVendor();
    const on = await startTestServer({ validateResponses: false, push: vendor });
    // Leaves the jobs to another node: they are done when the test says so.
    await on.server.services.jobs.start();
    await on.server.services.jobs.stop();
    return new World(on, vendor, await queriesOf(on.ctx.db));
  }

  /** Begins anew, with nothing but a partner and the second app: one that has what first apps have, or one that is empty. */
  async beginWith(second: 'twin' | 'empty app'): Promise<void> {
    const { ctx, clock, admin } = this.#on;
    await empty(ctx.db, [...this.#queries.keys()]);
    this.#apps = 0;
    await this.#addApp({});
    await fillPartner(this.#on);
    const filling = { label: 'second', marked: markedInSecond, at: clock.now() };
    this.second =
      second === 'twin'
        ? await this.#addFilled({ settings }, filling)
        : { ...(await this.#addApp({ settings })), admin, names: namesOf(secondId, clock.now()) };
  }

  /** Filled as many milliseconds ago. */
  async addFirst(age = 0): Promise<FilledApp> {
    const wanted = { settings: { ...settings, historyDays: 30, messageWebhook: { url: 'http://127.0.0.1:9/' } } };
    const filling = { label: 'first', marked: markedInFirst, at: this.#on.clock.now() - age };
    return this.#addFilled(wanted, filling);
  }

  belongingsOf({ app }: Pick<FilledApp, 'app'>): Promise<Belongings> {
    return belongingsOf(this.#on.ctx.db, this.#queries, app.id);
  }

  ctxOf({ app }: Pick<FilledApp, 'app'>): TestServer['ctx'] {
    return { ...this.#on.ctx, app };
  }

  stop(): Promise<void> {
    return this.#on.stop();
  }

  async #addFilled(wanted: WantedApp, filling: Omit<Filling, 'appId' | 'partnerId'>): Promise<FilledApp> {
    const added = await this.#addApp(wanted);
    await fill(this.#on.ctx.db, { appId: added.app.id, partnerId, ...filling });
    return { ...added, admin: this.#on.admin, names: namesOf(added.app.id, this.#on.clock.now()) };
  }

  /** With a key that is the same whenever the world begins. */
  async #addApp(wanted: WantedApp) {
    const key = keyOf(++this.#apps);
    this.#on.server.services.apps.forget(key);
    return this.#on.addApp({ key, secret: key, name: `app ${this.#apps}`, ...wanted });
  }
}

const [partnerId, secondId] = [1, 2];
const keyOf = (appId: number) => `app${String(appId).padStart(21, '0')}`;

async function empty(db: Db, tables: string[]): Promise<void> {
  await sql.raw(`truncate ${tables.join()} restart identity cascade`).execute(db);
  const { rows } = await sql<{ name: string }>`select sequencename as name from pg_sequences where schemaname = 'public'`.execute(db);
  for (const { name } of rows) await sql`alter sequence ${sql.ref(name)} restart`.execute(db);
}

/** Gives it a user, a group and a chatroom. */
async function fillPartner({ ctx, clock }: TestServer): Promise<void> {
  const [at, number, own] = [clock.now(), numberOf(partnerId, 0), { app_id: partnerId, name: 'partner' }];
  const times = { created_at: at, updated_at: at };
  await ctx.db
    .insertInto('users')
    .values({ ...own, user_id: 'ann', ...times })
    .execute();
  await ctx.db
    .insertInto('groups')
    .values({ ...own, gid: number, group_id: 'chess', owner_app_id: partnerId, owner_id: 'ann', max_members: 500, ...times })
    .execute();
  await ctx.db
    .insertInto('chatrooms')
    .values({ ...own, room_id: number, chatroom_id: 'lounge', destroy_when: 'idle', created_at: at, last_active_at: at })
    .execute();
  await ctx.db.insertInto('group_members').values({ gid: number, app_id: partnerId, user_id: 'ann' }).execute();
  await ctx.db.insertInto('chatroom_members').values({ room_id: number, app_id: partnerId, user_id: 'ann', joined_at: at }).execute();
}

/** In the order in which the app was filled. */
function namesOf(appId: number, at: number): Names {
  const numbers = [numberOf(appId, 0), numberOf(appId, 1), numberOf(secondId, 0)] as Names['gids'];
  const messageIds = {
    user: messageNumberOf(appId, 3),
    group: messageNumberOf(appId, 5),
    room: messageNumberOf(appId, 7),
    broadcast: messageNumberOf(appId, 9),
    foreign: messageNumberOf(secondId, 3),
    foreignBroadcast: messageNumberOf(secondId, 9),
  };
  const uids = Object.fromEntries(Object.entries(messageIds).map(([name, id]) => [name, messageUid(id)])) as Names['uids'];
  const sent = sentAt(at, { seq: 1, place: 1 });
  const range = { begin_time: localTime(at - day / 2), end_time: localTime(at) };
  return {
    appKey: keyOf(appId),
    partnerKey: keyOf(partnerId),
    secondKey: keyOf(secondId),
    gids: numbers,
    roomIds: numbers,
    messageIds,
    uids,
    sentAt: sent,
    hour: hourOf(sent),
    otherHour: hourOf(at - 4 * hour),
    range,
  };
}

const hourOf = (millis: number) => localTime(millis).replaceAll(/\D/g, '').slice(0, 10);

/** As clients in the server's zone write it. */
function localTime(millis: number): string {
  return new Date(millis + 8 * hour).toISOString().slice(0, 19).replace('T', ' ');
}
