import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCode } from '../src/check.ts';
import { derivedCases, dialectNames, exampleInput, loadApi, parameterErrors } from '../src/index.ts';
import { messagesNotForPeople } from './support/error-words.ts';
import { oddCalls } from './support/odd-values.ts';
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

describe.each(dialectNames)('%s: examples', (dialect) => {
  const api = loadApi(dialect);

  test.each(api.operations.map((operation) => [operation.id, operation] as const))('%s takes its own', async (_, operation) => {
    expect((await on[dialect].call(operation.id, exampleInput(operation))).status).toBeLessThan(500);
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
