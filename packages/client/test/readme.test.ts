import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminKey, startTestServer, type TestServer } from '../../contract/test/support/server.ts';

const folder = join(import.meta.dirname, 'readme');

/** The code blocks of the README in their order, and what each prints. */
const examples: [name: string, prints: RegExp][] = [
  ['first-calls', /^alice connects with \S+\nalice is called Alice\n$/],
  ['options', /^alice is offline\n$/],
  ['errors', /^refused: getUser: .*nobody.* \(code 1002, HTTP 400\)\n$/],
  ['idempotency', /^sent once: 200\n$/],
  ['admin', /^keep the 24 characters of the secret\nidle chatrooms live 120 minutes\n$/],
];

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

test('the code blocks are the programs that run below', async () => {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)].filter(([, language]) => language !== 'sh');
  const programs = await Promise.all(examples.map(([name]) => readFile(join(folder, `${name}.ts`), 'utf8')));
  expect(blocks.map(([, , code]) => code)).toEqual(programs);
});

test.each(examples)('%s runs', async (name, prints) => {
  const env = { ...process.env, DIGLOT_URL: on.url, APP_KEY: on.app.key, APP_SECRET: on.app.secret, DIGLOT_ADMIN_KEY: adminKey };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, `${name}.ts`)], { env });
  expect(stdout).toMatch(prints);
});
