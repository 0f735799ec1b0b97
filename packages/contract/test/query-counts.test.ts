import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFailure } from '../src/check.ts';
import { worldOf } from './jmessage/parity/passage.ts';
import { type CountedCall, text } from './query-counts/calls.ts';
import { jmessageCalls } from './query-counts/jmessage.ts';
import { chatroomCalls } from './query-counts/rongcloud-chatrooms.ts';
import { messageCalls } from './query-counts/rongcloud-messages.ts';
import { userCalls } from './query-counts/rongcloud-users.ts';
import { QueryCounter } from './support/query-count.ts';
import { startTestServer, type TestServer } from './support/server.ts';
import { ids, insertUsers } from './support/users.ts';
import { filteringApp } from './support/words.ts';

const tables = { rongcloud: { ...chatroomCalls, ...messageCalls, ...userCalls }, jmessage: jmessageCalls };
type Dialect = keyof typeof tables;

const counter = new QueryCounter();
let on: TestServer;
beforeAll(async () => {
  on = await startTestServer(counter);
  // Leaves the jobs to another node: what they send to the database would be counted.
  await on.server.services.jobs.start();
  await on.server.services.jobs.stop();
});
afterAll(() => on.stop());

/** The operations of each section of the document. */
function sectionsOf(dialect: Dialect): Record<string, string[]> {
  const folder = new URL(`../../../spec/${dialect}/paths/`, import.meta.url);
  const idsIn = (file: string) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/operationId: (\w+)/g)].map(([, id]) => id!);
  return Object.fromEntries(readdirSync(folder).map((file) => [file.replace('.yaml', ''), idsIn(file)]));
}

/** Of a call about so many things, in an app of its own whose messages are searched for a word. */
async function statementsOf(dialect: Dialect, operationId: string, { about, size }: Pick<CountedCall, 'about'> & { size: number }) {
  const app = await filteringApp(on);
  const world = worldOf({ ...on, ...app }, 'ann');
  const names = ids('n', size);
  await insertUsers(world.on, 'ann', ...names);
  await world.rc('addSensitiveWord', { word: 'money' });
  const input = await about(names, world);
  // Stores nothing, but the server knows the app and its words from now on.
  await world.rc('publishPrivateStatusMessage', { ...text, toUserId: ['bob'] });
  return counter.of(async () => {
    const answer = await app[dialect].call(operationId, input);
    expect(isFailure(app[dialect].api, answer), JSON.stringify(answer.body)).toBe(false);
    return answer;
  });
}

describe.each(['rongcloud', 'jmessage'] as const)('%s', (dialect) => {
  const sections = sectionsOf(dialect);
  const rows = Object.entries<Record<string, CountedCall>>(tables[dialect]).flatMap(([section, calls]) =>
    Object.entries(calls).map(([operationId, call]) => ({ section, operationId, ...call })),
  );

  test('has a row for every section', () => {
    expect(Object.keys(tables[dialect]).toSorted()).toEqual(Object.keys(sections).toSorted());
    expect(rows.filter(({ section, operationId }) => !sections[section]!.includes(operationId))).toEqual([]);
  });

  test.each(rows)('$section: $operationId sends $statements statements about 1 and about $many', async (row) => {
    expect(await statementsOf(dialect, row.operationId, { ...row, size: 1 })).toBe(row.statements);
    expect(await statementsOf(dialect, row.operationId, { ...row, size: row.many })).toBe(row.statements);
  });
});
