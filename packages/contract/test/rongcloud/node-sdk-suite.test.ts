import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

/** What the specs use. */
const given = { key: '8luwapkvucoil', secret: 'y0icysjl4h3LWz' };

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
  const { rongcloud } = await on.addApp(given);
  // They take this chatroom for granted.
  await rongcloud.call('createChatroom', { body: { chatroomId: 'chatroom001' } });
});
afterAll(() => on.stop());

interface SpecCase {
  title: string;
  passed: boolean;
  why: string;
}

/** Each spec file of the SDK's package, and how many cases it has. */
const suites = [
  ['userSpec.js', 41],
  ['groupSpec.js', 46],
  ['sensitiveSpec.js', 9],
  ['message/privateSpec.js', 8],
  ['message/groupSpec.js', 9],
  ['message/historySpec.js', 6],
  ['message/chatroomSpec.js', 5],
  ['message/systemSpec.js', 8],
  ['pushSpec.js', 4],
  ['conversationSpec.js', 6],
  ['chatroomSpec.js', 69],
] as const;

/** Cases that cannot pass, and what the answer has to say. */
const impossible: Record<string, string> = {
  // These operations are not in the API list.
  'Chatroom ChrmDistribute.resume Success': 'Expected 404 to equal 200.',
  'Chatroom ChrmDistribute.stop Success': 'Expected 404 to equal 200.',
};

test.each(suites)('the official Node SDK: %s passes, but for what cannot pass', async (file, total) => {
  const cases = await runSpecs(file);
  expect(cases).toHaveLength(total);
  const failed = cases.filter(({ passed }) => !passed).map(({ title, why }) => [title, why]);
  const expected = Object.entries(impossible).filter(([title]) => cases.some((each) => each.title === title));
  expect(failed).toEqual(expected);
});

async function runSpecs(file: string): Promise<SpecCase[]> {
  const runner = fileURLToPath(new URL('../support/jasmine-run.js', import.meta.url));
  const folder = dirname(createRequire(import.meta.url).resolve('rongcloud-sdk'));
  const options = JSON.stringify({ appkey: given.key, secret: given.secret, api: on.url });
  const { stdout } = await promisify(execFile)(process.execPath, [runner, folder, file, options]);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"title"'))
    .map((line) => JSON.parse(line) as SpecCase);
}
