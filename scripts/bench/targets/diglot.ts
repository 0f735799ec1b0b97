/** The server as `main.ts` starts it, on any database, with all operations or some. */
import { createHash } from 'node:crypto';
import { createApp, type DatabaseTarget, startServer } from '@diglot/server';
import { addWords } from '../../../packages/server/src/domain/moderation/words.ts';
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
const rateLimits = { enabled: true, overrides };
const app = (await createApp(server.services, { name: 'bench', settings: { rateLimits } }))!;
await server.warm;

answer(
  {
    url: () => server.url.replace('localhost', '127.0.0.1'),
    app: () => ({ appKey: app.key, appSecret: app.secret }),
    filteringApp,
    stored,
    memory,
  },
  () => server.stop(),
);

/** An app whose messages are searched for so many sensitive words. */
async function filteringApp(count: number) {
  const settings = { rateLimits, sensitiveWords: { serverMessages: true } };
  const filtering = (await createApp(server.services, { name: `${count} words`, settings }))!;
  await addWords(
    { ...server.services, app: filtering },
    Array.from({ length: count }, (_, index) => ({ word: lettersOf(index), replacement: null })),
  );
  return { appKey: filtering.key, appSecret: filtering.secret };
}

/** Different letters for each number, and a digit that no message of the bench has. */
function lettersOf(index: number): string {
  const hash = createHash('sha1').update(`${index}`).digest();
  const letters = [...hash.subarray(0, 3 + (index % 6))].map((byte) => String.fromCharCode(97 + (byte % 26)));
  return `${letters.join('')}${index}`;
}

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
