import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { runContract } from '../src/run.ts';

test.each([
  ['in a moment', '0', 'made once more', 2],
  ['in an hour', '3600', 'not waited for', 1],
])('a call that the rate limit allows again %s (%s) is %s', async (_when, retryAfter, _what, times) => {
  const calls = new Map<string, number>();
  const server = createServer((req, res) => {
    const count = (calls.get(req.url!) ?? 0) + 1;
    calls.set(req.url!, count);
    const refused = { url: req.url, code: 1008, errorMessage: 'Rate limit exceeded.' };
    res.writeHead(count === 1 ? 429 : 200, { 'Content-Type': 'application/json', 'X-Request-ID': '1', 'Retry-After': retryAfter });
    res.end(JSON.stringify(count === 1 ? refused : { code: 200, userId: 'jlk456j5', token: 't' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const results = runContract({ dialect: 'rongcloud', baseUrl, app: { appKey: 'k', appSecret: 's' } });
  const first = await results.next();
  await results.return(undefined);
  server.close();
  expect(first.value).toEqual({ operation: 'registerUser', check: 'example', failure: undefined });
  expect(calls.get('/user/getToken.json')).toBe(times);
});
