import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, createCaller } from '../../contract/src/index.ts';
import { messageIdOf } from '../src/domain/uid.ts';
import { openDb } from '../src/store/db.ts';
import { endAll, type Lasting, lasting, type Running, start } from './support/process.ts';

const rounds = 4;
const senders = 16;
/** Answers after which a round's server is killed, while the other senders' requests are under way. */
const answersPerRound = 60;
const sendsPerRound = 400;

/** What a caller was told: this content is stored for this user under this id. */
interface Answered {
  id: number;
  userId: string;
  content: string;
}

let data: Lasting;
beforeAll(async () => {
  data = await lasting();
});
afterAll(async () => {
  await endAll();
  await data.remove();
});

test('kill -9 in the middle of sending loses no answered message and leaves no gap, no repeat and no half of a send', async () => {
  const answered: Answered[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await start(data.env);
    answered.push(...(await sendUntilKilled(server, callerOf(server), round)));
  }
  await expectWhole(answered);
});

test.skipIf(process.env.DATABASE_URL)('an embedded database that a killed process left half made is made anew', async () => {
  const half = join(data.folder, 'first', 'database.new');
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'PG_VERSION'), '17');
  await start({ ...data.env, DIGLOT_DATA: join(data.folder, 'first') });
  expect(existsSync(half)).toBe(false);
});

/** Speaks with the app key and secret that the server prints. */
function callerOf({ stdout }: Running): Caller {
  const after = (label: string) => new RegExp(`${label} +(\\S+)`).exec(stdout)?.[1] ?? '';
  const app = { appKey: after('App Key'), appSecret: after('App Secret') };
  return createCaller({ dialect: 'rongcloud', baseUrl: after('Base URL'), app });
}

async function sendUntilKilled({ child, ended }: Running, caller: Caller, round: number): Promise<Answered[]> {
  const answered: Answered[] = [];
  let calls = 0;
  let next = 0;
  const sendOn = async () => {
    while (next < sendsPerRound) {
      answered.push(...(await sendToTwo(caller, round * sendsPerRound + next++)));
      if (++calls === answersPerRound) child.kill('SIGKILL');
    }
  };
  const senderEnds = await Promise.allSettled(Array.from({ length: senders }, sendOn));
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  expect(senderEnds.map(({ status }) => status)).toContain('rejected');
  return answered;
}

/** One call, two conversations; every call has a content of its own, and every second one a number against repeats. */
async function sendToTwo(caller: Caller, number: number): Promise<Answered[]> {
  const toUserId = ['bob', 'cat'];
  const content = String(number);
  const random = number % 2 === 0 && { msgRandom: content };
  const body = { fromUserId: 'ann', toUserId, objectName: 'App:T', content, ...random };
  const answer = await caller.call('publishPrivateMessage', { body });
  expect(answer.status).toBe(200);
  const { messageUIDs } = answer.body as { messageUIDs: { userId: string; messageUID: string }[] };
  return messageUIDs.map(({ userId, messageUID }) => ({ id: messageIdOf(messageUID)!, userId, content }));
}

async function expectWhole(answered: Answered[]): Promise<void> {
  expect(answered.length).toBeGreaterThanOrEqual(2 * rounds * answersPerRound);
  const db = await openDb(data.database);
  const rows = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['messages.id', 'key', 'seq', 'content', 'last_seq', 'sent_at'])
    .orderBy('seq')
    .execute();
  const { rows: noted } = await sql<{ random: string }>`select random::text from message_randoms`.execute(db);
  await db.destroy();
  const stored = new Map(rows.map(({ id, key, content }) => [id, `${key} ${content}`]));
  expect(answered.filter(({ id, userId, content }) => stored.get(id) !== `ann,${userId} ${content}`)).toEqual([]);
  const halves = ['bob', 'cat'].map((userId) => rows.filter(({ key }) => key === `ann,${userId}`));
  for (const half of halves) {
    expect(half.map(({ seq }) => seq)).toEqual(half.map((_, index) => index + 1));
    expect(half.at(-1)?.last_seq).toBe(half.length);
    expect(new Set(half.map(({ content }) => content)).size).toBe(half.length);
  }
  expect(halves[0]!.map(({ content }) => content)).toEqual(halves[1]!.map(({ content }) => content));
  // A number is used up when its message is stored, and only then; those of the last minute are still noted.
  const used = noted.map(({ random }) => random);
  const numbered = halves[0]!.filter(({ content }) => Number(content) % 2 === 0);
  const newest = Math.max(...numbered.map(({ sent_at }) => sent_at));
  expect(numbered.map(({ content }) => content)).toEqual(expect.arrayContaining(used));
  expect(used).toEqual(expect.arrayContaining(numbered.filter(({ sent_at }) => sent_at > newest - 50_000).map(({ content }) => content)));
}
