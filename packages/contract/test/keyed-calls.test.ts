import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CallInput, exampleInput, loadApi } from '../src/index.ts';
import { contentOf, urlOf } from '../src/request.ts';
import { worldOf } from './jmessage/parity/passage.ts';
import type { Makers } from './keyed-calls/calls.ts';
import { jmessageMakers } from './keyed-calls/jmessage.ts';
import { rongcloudMakers } from './keyed-calls/rongcloud.ts';
import type { CountedCalls } from './query-counts/calls.ts';
import { jmessageCalls } from './query-counts/jmessage.ts';
import { chatroomCalls } from './query-counts/rongcloud-chatrooms.ts';
import { messageCalls } from './query-counts/rongcloud-messages.ts';
import { userCalls } from './query-counts/rongcloud-users.ts';
import { freshDatabase, startTestServer, type TestServer } from './support/server.ts';
import { insertUsers } from './support/users.ts';

const makers = {
  rongcloud: { ...makersOf({ ...chatroomCalls, ...messageCalls, ...userCalls }), ...rongcloudMakers },
  jmessage: { ...makersOf(jmessageCalls), ...jmessageMakers },
};
type Dialect = keyof typeof makers;

let on: TestServer;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ drop } = fresh);
  // On PostgreSQL too: a call that used a second connection would never be answered.
  on = await startTestServer({ database: { ...fresh.database, ...(fresh.database.kind === 'postgres' && { poolSize: 1 }) } });
});
afterAll(async () => {
  await on.stop();
  await drop();
});

/** What succeeds where statements are counted succeeds here. */
function makersOf(calls: CountedCalls): Makers {
  const all = Object.values(calls).flatMap((section) => Object.entries(section));
  return Object.fromEntries(all.map(([operationId, { about }]) => [operationId, (world) => about(['n1'], world)]));
}

/** An app that has all that a call can bring along: messages are searched for a word, and its server is told of them. */
async function newWorld() {
  const messageWebhook = { url: 'http://127.0.0.1:9/', serverMessages: true };
  const settings = { rateLimits: { enabled: false, overrides: {} }, sensitiveWords: { serverMessages: true }, messageWebhook };
  const added = await on.addApp({ settings });
  const world = worldOf({ ...on, ...added, ctx: { ...on.ctx, app: added.app } }, 'ann');
  await insertUsers(world.on, 'ann', 'n1');
  await world.rc('addSensitiveWord', { word: 'money' });
  return world;
}

async function keyed(dialect: Dialect, operationId: string, { app, input }: { app: TestServer; input: CallInput }) {
  const { api, credentials } = app[dialect];
  const operation = api.byId(operationId);
  const { headers, body } = contentOf(operation, input.body);
  const response = await fetch(on.url + urlOf(operation, input), {
    method: operation.method,
    headers: { ...(await credentials()), ...headers, 'Idempotency-Key': operationId },
    ...(body !== undefined && { body }),
  });
  const { status } = response;
  return { status, replayed: response.headers.get('idempotency-replayed'), text: await response.text() };
}

describe.each(['rongcloud', 'jmessage'] as const)('%s', (dialect) => {
  const operations = loadApi(dialect).operations.filter(({ method }) => method !== 'GET');

  test('has no maker for what is no operation', () => {
    expect(Object.keys(makers[dialect]).filter((id) => !loadApi(dialect).byId(id))).toEqual([]);
  });

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s with a key is done over one connection, and its repeat gets the same bytes',
    async (id, operation) => {
      const world = await newWorld();
      const input = (await makers[dialect][id]?.(world)) ?? exampleInput(operation);
      const first = await keyed(dialect, id, { app: world.on, input });
      expect(first, first.text).toMatchObject({ status: expect.toSatisfy((status) => status < 300), replayed: null });
      if (dialect === 'rongcloud') expect(JSON.parse(first.text)).toMatchObject({ code: 200 });
      expect(await keyed(dialect, id, { app: world.on, input })).toEqual({ ...first, replayed: 'true' });
    },
  );
});
