import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

const account = (username: string) => ({ username, password: 'secret' });
const total = async () => (await on.jmessage.call('listUsers', { query: { count: 1 } })).body as { total: number };

/** A registration of many that is under way until its caller hangs up. */
async function registerMany(prefix: string, count: number) {
  const caller = new AbortController();
  const headers = { ...(await on.jmessage.credentials()), 'Content-Type': 'application/json' };
  const body = JSON.stringify(Array.from({ length: count }, (_, index) => account(`${prefix}${index}`)));
  const before = on.ctx.hashing.waiting();
  const answer = fetch(`${on.url}/v1/users`, { method: 'POST', headers, body, signal: caller.signal });
  await vi.waitUntil(() => on.ctx.hashing.waiting() > before, { timeout: 30_000 });
  const hangUp = async () => {
    caller.abort();
    await expect(answer).rejects.toThrow('aborted');
  };
  return { hangUp };
}

const nothingWaits = () => vi.waitUntil(() => on.ctx.hashing.waiting() === 0, { timeout: 30_000 });

test('while 500 users are registered, one of another app, one of the same app and a new password wait for a few hashes only', async () => {
  const other = await on.addApp();
  const change = { path: { username: 'early' }, body: { new_password: 'changed' } };
  // Once before: the first call of an operation compiles its validator.
  await on.jmessage.call('registerUsers', { body: [account('early')] });
  await on.jmessage.call('changePassword', change);
  const { begun } = on.ctx.hashing;
  const many = await registerMany('many', 500);
  expect(await other.jmessage.call('registerUsers', { body: [account('lone')] })).toMatchObject({ status: 201 });
  expect(await on.jmessage.call('registerUsers', { body: [account('lone')] })).toMatchObject({ status: 201 });
  expect(await on.jmessage.call('changePassword', change)).toMatchObject({ status: 204 });
  // Each of the three was answered after its own turn, most of the 500 having none yet.
  expect(on.ctx.hashing.waiting(on.app.id)).toBeGreaterThan(250);
  await many.hangUp();
  await nothingWaits();
  expect(on.ctx.hashing.begun - begun).toBeLessThan(250);
  expect(await total()).toMatchObject({ total: 2 });
});

test('an app whose hashes fill its share is told to come again, while another is served', async () => {
  const other = await on.addApp();
  const before = await total();
  const calls = [await registerMany('fill', 500), await registerMany('full', 490)];
  const refused = await on.jmessage.call('registerUsers', { body: Array.from({ length: 500 }, (_, index) => account(`more${index}`)) });
  expect(refused).toMatchObject({ status: 503, body: { error: { code: 899030 } } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await other.jmessage.call('registerAdmin', { body: account('lone') })).toMatchObject({ status: 201 });
  for (const { hangUp } of calls) await hangUp();
  await nothingWaits();
  expect(await total()).toEqual(before);
});
