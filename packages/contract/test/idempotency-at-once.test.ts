import type { DatabaseTarget } from '@diglot/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Caller, type CallInput, createCaller } from '../src/index.ts';
import { worldOf } from './jmessage/parity/passage.ts';
import { callWithKey, isReplay } from './support/keyed.ts';
import { conversationMessages } from './support/messages.ts';
import { freshDatabase, startTestServer, type TestServer } from './support/server.ts';
import { ids, insertUsers } from './support/users.ts';

const embedded = !process.env.DATABASE_URL;

let database: DatabaseTarget;
let drop: () => Promise<void>;
let on: TestServer;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  on = await startTestServer({ database });
  await insertUsers(on, 'ann', 'bob');
});
afterAll(async () => {
  await on.stop();
  await drop();
});

function send(key: string, to: string, rongcloud: Caller = on.rongcloud) {
  const body = { fromUserId: 'ann', toUserId: [to], objectName: 'RC:TxtMsg', content: '{"content":"hello"}' };
  return callWithKey(rongcloud, key, ['publishPrivateMessage', { body }]);
}

/** Keeps the database from storing messages between two users, and the embedded one from anything, until it is let go. */
async function hold(one: string, other: string): Promise<() => Promise<void>> {
  await on.ctx.db
    .insertInto('conversations')
    .values({ app_id: on.app.id, kind: 1, key: `${one},${other}`, last_seq: 0, last_sent_at: 0 })
    .execute();
  const held = Promise.withResolvers<void>();
  const { promise: end, resolve: letGo } = Promise.withResolvers<void>();
  const holding = on.ctx.db.transaction().execute(async (tx) => {
    await tx.selectFrom('conversations').select('id').where('key', '=', `${one},${other}`).forUpdate().execute();
    held.resolve();
    await end;
  });
  await held.promise;
  return async () => {
    letGo();
    await holding;
  };
}

const underWay = (count = 1) => vi.waitFor(() => expect(on.ctx.keyedCalls.size).toBe(count), { timeout: 10_000 });

test('of concurrent repeats one is done; the others get its answer or are told to try again', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => send('k1', 'dora')));
  expect(await conversationMessages(on, 'ann', 'dora')).toHaveLength(1);
  expect(answers.filter(({ status }) => status !== 200 && status !== 504)).toEqual([]);
  const done = answers.filter(({ status }) => status === 200);
  expect(done.filter((answer) => !isReplay(answer))).toHaveLength(1);
  expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

describe('a call that takes longer than a minute', () => {
  test('is not done twice by a repeat', async () => {
    const letGo = await hold('ann', 'gus');
    const first = send('k2', 'gus');
    if (!embedded) await underWay();
    on.clock.advance(62_000);
    const repeat = send('k2', 'gus');
    if (!embedded) {
      const refused = await repeat;
      expect(refused).toMatchObject({ status: 504, body: { code: 1050 } });
      expect(refused.headers.get('retry-after')).toBe('1');
    }
    await letGo();
    expect((await first).status).toBe(200);
    expect([200, 504]).toContain((await repeat).status);
    const later = await send('k2', 'gus');
    expect([later.body, isReplay(later)]).toEqual([(await first).body, true]);
    expect(await conversationMessages(on, 'ann', 'gus')).toHaveLength(1);
  });

  test.skipIf(embedded)('is not done twice by a repeat to another node', async () => {
    const node = await startTestServer({ database, clock: on.clock });
    const caller = createCaller({ dialect: 'rongcloud', baseUrl: node.url, app: { appKey: on.app.key, appSecret: on.app.secret } });
    const letGo = await hold('ann', 'hal');
    const first = send('k3', 'hal');
    await underWay();
    on.clock.advance(62_000);
    // The first may have its transaction still before it: the repeat waits with it then, or goes first.
    const repeats = [send('k3', 'hal', caller), send('k3', 'hal', caller)];
    await vi.waitFor(async () => expect(await Promise.race([...repeats, undefined])).toMatchObject({ status: 504 }), { timeout: 10_000 });
    await letGo();
    const answers = [await first, ...(await Promise.all(repeats)), await send('k3', 'hal', caller)];
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.at(-1)).toMatchObject({ status: 200 });
    expect(await conversationMessages(on, 'ann', 'hal')).toHaveLength(1);
    await node.stop();
  });
});

test('calls with keys that change a group and write to it do not block each other for good', async () => {
  const bound = { bindNotifyMsg: true, fromUserId: 'ann', objectName: 'RC:TxtMsg', content: '{"content":"Hello"}' };
  const calls = ['joinGroup', 'quitGroup', 'updateGroup', 'joinGroup', 'dismissGroup'];
  const answers = await Promise.all(
    ids('g', 60).map((key, index) => {
      const operationId = calls[index % calls.length]!;
      const userId = operationId === 'dismissGroup' ? 'bob' : ['bob'];
      const group = { groupId: 'busy', ...(operationId === 'updateGroup' ? { groupName: key } : { userId }) };
      return callWithKey(on.rongcloud, key, [operationId, { body: { ...group, ...bound } }]);
    }),
  );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
});

test('a long list of passwords is hashed before the transaction: others are served meanwhile, and a repeat is told to try again', async () => {
  const done: string[] = [];
  const call: [string, CallInput] = ['registerUsers', { body: ids('user', 60).map((username) => ({ username, password: 'secret' })) }];
  const registering = callWithKey(on.jmessage, 'p1', call).then(({ status }) => done.push(`registered ${status}`));
  await underWay();
  const repeat = await callWithKey(on.jmessage, 'p1', call);
  expect(repeat).toMatchObject({ status: 503, body: { error: { code: 899030 } } });
  expect(repeat.headers.get('retry-after')).toBe('1');
  await worldOf(on, 'ann').rc('setUserTags', { userId: 'ann', tags: ['x'] });
  done.push('set tags');
  await registering;
  expect(done).toEqual(['set tags', 'registered 201']);
});
