import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { errorCode, isFailure } from '../src/check.ts';
import { type Caller, type DialectName, derivedCases, dialectNames, exampleInput, loadApi, parameterErrors } from '../src/index.ts';
import { messagesNotForPeople } from './support/error-words.ts';
import { type ExampleApps, exampleKeys, makeExampleState } from './support/example-states.ts';
import { oddCalls } from './support/odd-values.ts';
import { emptyTables } from './support/rows.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe.each(dialectNames)('%s: what the document forbids is refused as a parameter error, in words for people', (dialect) => {
  const api = loadApi(dialect);

  test.each(api.operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const wrong: string[] = [];
    for (const { title, input } of derivedCases(api, operation)) {
      const { status, body } = await on[dialect].call(operation.id, input);
      wrong.push(...messagesNotForPeople(body));
      if (status < 400 || !parameterErrors(api).includes(errorCode(api, body)!)) wrong.push(`${title}: ${status} ${JSON.stringify(body)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the examples of', () => {
  /** Of one server, where each example finds what it names and nothing that others left. */
  let callers: Record<DialectName, Caller>;
  let apps: ExampleApps;
  beforeAll(async () => {
    const add = async (name: keyof ExampleApps) => on.addApp({ key: exampleKeys[name], secret: exampleKeys[name] });
    const [own, partner, stranger] = [await add('own'), await add('partner'), await add('stranger')];
    callers = { ...own, admin: on.admin };
    apps = { own: own.app.id, partner: partner.app.id, stranger: stranger.app.id };
  });
  beforeEach(() => emptyTables(on.ctx.db, ['apps']));

  describe.each(dialectNames)('%s', (dialect) => {
    const api = loadApi(dialect);

    test.each(api.operations.map((operation) => [operation.id, operation] as const))('%s succeeds', async (id, operation) => {
      await makeExampleState(on, apps, id);
      const answer = await callers[dialect].call(id, exampleInput(operation));
      expect(isFailure(api, answer), JSON.stringify(answer.body)).toBe(false);
    });
  });
});

/** What the examples speak of; other examples take it away again. */
async function makeWhatExamplesName(): Promise<void> {
  const { api, call } = on.rongcloud;
  for (const id of ['registerUser', 'createGroup', 'createChatroom']) await call(id, exampleInput(api.byId(id)));
}

describe.each(dialectNames)('%s: odd values', (dialect) => {
  const api = loadApi(dialect);

  test.each(api.operations.map((operation) => [operation.id, operation] as const))('%s fails on none of them', async (_, operation) => {
    const wrong: string[] = [];
    await makeWhatExamplesName();
    for (const { title, url, body } of oddCalls(api, operation)) {
      const content = body !== undefined && { body: Buffer.from(JSON.stringify(body)) };
      const headers = { ...(await on[dialect].credentials()), 'Content-Type': 'application/json' };
      const answer = await on[dialect].fetch(url, { method: operation.method, headers, ...content }).catch((error) => error as Error);
      if (answer instanceof Error) wrong.push(`${title}: ${answer.message}`);
      else if (answer.status >= 500) wrong.push(`${title}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });
});
