import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Caller, type CallInput, createCaller } from '../../contract/src/index.ts';
import { callWithKey, isReplay } from '../../contract/test/support/keyed.ts';
import { startTestServer } from '../../contract/test/support/server.ts';
import { openDb } from '../src/store/db.ts';
import { about, endAll, type Lasting, lasting, type Running, start } from './support/process.ts';

const rounds = 2;
const senders = 16;
/** Answers after which the server is killed, while the other callers' calls are under way: another number in each round. */
const answersOf = (round: number) => 25 + 12 * round;
const callsPerRound = 120;

interface Callers {
  rongcloud: Caller;
  jmessage: Caller;
}

/** A call and what the caller was told, if anything. */
interface Call {
  key: string;
  dialect: keyof Callers;
  call: [operationId: string, input: CallInput];
  answer?: Answer;
}

let data: Lasting;
beforeAll(async () => {
  data = await lasting();
});
afterAll(async () => {
  await endAll();
  await data.remove();
});

test('after kill -9 in the middle of calls with keys, each is there once, and a repeat gets what its caller was told', async () => {
  const calls: Call[] = [];
  let app = { appKey: '', appSecret: '' };
  for (let round = 0; round < rounds; round++) {
    const server = await start(data.env);
    app = { appKey: about(server).key, appSecret: about(server).secret };
    const callers = callersOf(about(server).url, app);
    await callers.rongcloud.call('registerUser', { body: { userId: 'anna', name: 'Anna' } });
    calls.push(...(await callUntilKilled(server, callers, round)));
  }
  expect(calls.filter(({ answer }) => !answer).length).toBeGreaterThan(0);
  await repeat(
    calls.filter((_, index) => index % 2 === 0),
    callersOf(about(await start(data.env)).url, app),
  );
  await endAll();
  // The others come back when a minute has passed.
  const later = Date.now() + 62_000;
  const node = await startTestServer({ database: data.database, clock: { now: () => later } });
  await repeat(
    calls.filter((_, index) => index % 2 === 1),
    callersOf(node.url, app),
  );
  await node.stop();
  await expectEachOnce(calls);
});

function callersOf(baseUrl: string, app: { appKey: string; appSecret: string }): Callers {
  return { rongcloud: createCaller({ dialect: 'rongcloud', baseUrl, app }), jmessage: createCaller({ dialect: 'jmessage', baseUrl, app }) };
}

/** Messages and groups by turns; each has a name of its own. A second run of the creation would make a second group. */
function callOf(number: number): Call {
  const key = `call-${number}`;
  const message = { fromUserId: 'anna', toUserId: ['bob', 'cat'], objectName: 'App:T', content: key };
  if (number % 2 === 0) return { key, dialect: 'rongcloud', call: ['publishPrivateMessage', { body: message }] };
  return { key, dialect: 'jmessage', call: ['createGroup', { body: { owner_username: 'anna', name: key } }] };
}

async function callUntilKilled({ child, ended }: Running, callers: Callers, round: number): Promise<Call[]> {
  const calls: Call[] = [];
  let answered = 0;
  const callOn = async () => {
    while (calls.length < callsPerRound) {
      const call = callOf(round * callsPerRound + calls.length);
      calls.push(call);
      call.answer = await callWithKey(callers[call.dialect], call.key, call.call);
      if (++answered === answersOf(round)) child.kill('SIGKILL');
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: senders }, callOn));
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  expect(ends.map(({ status }) => status)).toContain('rejected');
  return calls;
}

async function repeat(calls: Call[], callers: Callers): Promise<void> {
  const again = await Promise.all(calls.map(({ key, dialect, call }) => callWithKey(callers[dialect], key, call)));
  expect(again.filter(({ status }) => status >= 300)).toEqual([]);
  const told = calls.flatMap(({ answer }, index) => (answer ? [{ answer, repeat: again[index]! }] : []));
  expect(told.filter(({ repeat }) => !isReplay(repeat))).toEqual([]);
  expect(told.map(({ repeat }) => repeat.body)).toEqual(told.map(({ answer }) => answer.body));
}

async function expectEachOnce(calls: Call[]): Promise<void> {
  const db = await openDb(data.database);
  const messages = await db.selectFrom('messages').select('content').execute();
  const groups = await db.selectFrom('groups').select('name').execute();
  await db.destroy();
  const keys = (dialect: keyof Callers) => calls.filter((call) => call.dialect === dialect).map(({ key }) => key);
  const twice = keys('rongcloud').flatMap((key) => [key, key]);
  expect(messages.map(({ content }) => content).toSorted()).toEqual(twice.toSorted());
  expect(groups.map(({ name }) => name).toSorted()).toEqual(keys('jmessage').toSorted());
}
