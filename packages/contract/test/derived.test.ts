import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCode } from '../src/check.ts';
import { derivedCases, dialectNames, exampleInput, loadApi, parameterErrors } from '../src/index.ts';
import { startTestServer, type TestServer } from './support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

describe.each(dialectNames)('%s: what the document forbids is refused as a parameter error', (dialect) => {
  const api = loadApi(dialect);

  test.each(api.operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const wrong: string[] = [];
    for (const { title, input } of derivedCases(api, operation)) {
      const { status, body } = await on[dialect].call(operation.id, input);
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
