/** The server as `main.ts` starts it, on any database, with all operations or some. */
import { createApp, type DatabaseTarget, startServer } from '@diglot/server';
import { createLog } from '../../../packages/server/src/log.ts';
import { answer, setup } from '../child.ts';
import { dialectsWith, measured } from '../operations.ts';

export interface DiglotSetup {
  database: DatabaseTarget;
  /** How many operations are mounted; all when undefined. */
  operations?: number | undefined;
  /** False leaves each validator to its first request. */
  warmUp?: boolean;
}

/** Bytes, after a collection. */
export interface Memory {
  rss: number;
  heap: number;
}

const { database, operations, warmUp = true } = setup<DiglotSetup>();
const server = await startServer({
  database,
  log: createLog('info'),
  warmUp,
  ...(operations && { dialects: dialectsWith(operations) }),
});
// Limits out of reach, so that they are counted but never met.
const overrides = Object.fromEntries(measured.map((id) => [`rongcloud:${id}`, { points: 1e9, seconds: 1 }]));
const app = (await createApp(server.services, { name: 'bench', settings: { rateLimits: { enabled: true, overrides } } }))!;
await server.warm;

answer(
  {
    url: () => server.url.replace('localhost', '127.0.0.1'),
    app: () => ({ appKey: app.key, appSecret: app.secret }),
    stored,
    memory,
  },
  () => server.stop(),
);

async function stored(): Promise<number> {
  const row = await server.services.db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function memory(): Memory {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}
