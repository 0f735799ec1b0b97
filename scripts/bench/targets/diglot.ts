/** The server as `main.ts` starts it, on any database, with all operations or some. */
import { createHash } from 'node:crypto';
import { createApp, type DatabaseTarget, startServer } from '@diglot/server';
import pino from 'pino';
import { answer, setup } from '../child.ts';
import { dialectsWith, measured } from '../operations.ts';

export interface DiglotSetup {
  database: DatabaseTarget;
  /** How many operations are mounted; all when undefined. */
  operations?: number | undefined;
  warmUp?: boolean;
}

export interface Memory {
  /** Bytes. */
  rss: number;
  heap: number;
}

export interface Group {
  id: string;
  members: number;
}

const { database, operations, warmUp = true } = setup<DiglotSetup>();
const server = await startServer({
  database,
  log: pino({ level: 'info' }),
  warmUp,
  ...(operations && { dialects: dialectsWith(operations) }),
});
const { services } = server;
// Limits out of reach, so that they are counted but never met.
const overrides = Object.fromEntries(measured.map((id) => [`rongcloud:${id}`, { points: 1e9, seconds: 1 }]));
const app = (await createApp(services, { name: 'bench', settings: { rateLimits: { enabled: true, overrides } } }))!;
await server.warm;

answer({ target, stored, memory, createGroup }, () => server.stop());

/** No replay window: one signature serves every request. */
function target(): { url: string; headers: Record<string, string> } {
  const signature = createHash('sha1').update(`${app.secret}11`).digest('hex');
  return {
    url: server.url.replace('localhost', '127.0.0.1'),
    headers: { 'App-Key': app.key, Nonce: '1', Timestamp: '1', Signature: signature },
  };
}

async function stored(): Promise<number> {
  const row = await services.db
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

async function createGroup(group: Group): Promise<void> {
  const now = services.clock.now();
  const { gid } = await services.db
    .insertInto('groups')
    .values({
      gid: group.members,
      app_id: app.id,
      group_id: group.id,
      name: group.id,
      description: null,
      avatar: null,
      owner_id: null,
      max_members: 3000,
      created_at: now,
      updated_at: now,
    })
    .returning('gid')
    .executeTakeFirstOrThrow();
  const members = Array.from({ length: group.members }, (_, index) => ({ gid, app_id: app.id, user_id: `member${index}` }));
  await services.db.insertInto('group_members').values(members).execute();
}
