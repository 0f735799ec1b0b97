import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { type App, type Clock, createApp, type DatabaseTarget, type RunningServer, type ServerOptions, startServer } from '@diglot/server';
import { inject } from 'vitest';
import type { Ctx } from '../../../server/src/context.ts';
import { type Caller, createCaller, Ledger } from '../../src/index.ts';
import { admin as runAsAdmin, withDatabase } from './database.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  advance(millis: number): void;
}

export type WantedApp = Partial<Parameters<typeof createApp>[1]>;

export interface TestServer {
  url: string;
  server: RunningServer;
  clock: TestClock;
  app: App;
  /** What a domain function takes, for the app. */
  ctx: Ctx;
  rongcloud: Caller;
  jmessage: Caller;
  admin: Caller;
  /** Another app on the same server, with its callers. */
  addApp(wanted?: WantedApp): Promise<{ app: App; rongcloud: Caller; jmessage: Caller }>;
  stop(): Promise<void>;
}

export const adminKey = 'admin-key-of-the-test-server';

/** A real server on a real, empty database of its own; answers are held against the document twice, by the server and by the callers. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const { database, drop } = await freshDatabase();
  const clock = testClock();
  // A test calls few operations: compiling all of them would take longer than the test.
  const server = await startServer({
    database,
    clock,
    adminKey,
    validateResponses: true,
    warmUp: false,
    internalWebhooks: true,
    ...options,
  });
  const ledger = new Ledger();
  const addApp = async (wanted: WantedApp = {}) => {
    const app = (await createApp(server.services, {
      name: 'test',
      settings: { rateLimits: { enabled: false, overrides: {} } },
      ...wanted,
    }))!;
    const target = { baseUrl: server.url, app: { appKey: app.key, appSecret: app.secret }, ledger };
    return {
      app,
      rongcloud: createCaller({ ...target, dialect: 'rongcloud' }),
      jmessage: createCaller({ ...target, dialect: 'jmessage' }),
    };
  };
  const admin = createCaller({ dialect: 'admin', baseUrl: server.url, adminKey, ledger });
  const first = await addApp();
  const stop = async () => {
    ledger.save(inject('ledger'), randomUUID());
    await server.stop();
    await drop();
  };
  return { url: server.url, server, clock, ctx: { ...server.services, app: first.app }, ...first, admin, addApp, stop };
}

/** A copy of the run's migrated database. */
export async function freshDatabase(): Promise<{ database: DatabaseTarget; drop: () => Promise<void> }> {
  const template = inject('template');
  if (template.kind === 'memory') return { database: { kind: 'memory', snapshot: await openAsBlob(template.file) }, drop: async () => {} };
  const name = `diglot_test_${randomUUID().replaceAll('-', '')}`;
  await runAsAdmin(template.url, `create database ${name} template ${template.name}`);
  return {
    database: { kind: 'postgres', url: withDatabase(template.url, name) },
    drop: () => runAsAdmin(template.url, `drop database ${name} with (force)`),
  };
}

function testClock(): TestClock {
  // 2026-01-31 10:38:19 in the default zone.
  let now = Date.UTC(2026, 0, 31, 2, 38, 19);
  return {
    now: () => now,
    advance: (millis) => {
      now += millis;
    },
  };
}
