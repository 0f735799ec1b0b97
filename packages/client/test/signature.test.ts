import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRongCloudClient } from '../src/index.ts';
import { randomHex, sign } from '../src/signature.ts';
import { startScriptedServer } from './support/scripted-server.ts';

test('the signature is the one of the public example', async () => {
  expect(await sign({ appSecret: 'Y1W2MeFwwwRxa0', nonce: '14314', timestamp: '1408710653000' })).toBe(
    '30be0bbca9c9b2e27578701e9fda2358a814c88f',
  );
});

test('every attempt has a nonce and a signature of its own and the same request id', async () => {
  await using server = await startScriptedServer([{ status: 503 }, { status: 503 }, { body: '{"code":200}' }]);
  const wait = async () => {};
  await createRongCloudClient({ baseUrl: server.url, appKey: 'key', appSecret: 'sécret', wait }).listBlockedUsers();
  const sent = server.seen.map(({ headers }) => headers as Record<string, string>);
  for (const headers of sent) {
    const signed = createHash('sha1').update(`sécret${headers.nonce}${headers.timestamp}`).digest('hex');
    expect(headers).toMatchObject({ 'app-key': 'key', nonce: expect.stringMatching(/^[0-9a-f]{16}$/), signature: signed });
    expect(Math.abs(Number(headers.timestamp) - Date.now())).toBeLessThan(60_000);
  }
  expect(new Set(sent.map(({ nonce }) => nonce)).size).toBe(3);
  expect(new Set(sent.map((headers) => headers['x-request-id'])).size).toBe(1);
});

test('random text keeps the zero in front of a digit', () => {
  expect(randomHex(4096)).toMatch(/^[0-9a-f]{8192}$/);
});
