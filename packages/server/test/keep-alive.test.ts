import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { rawConnection } from '../../contract/test/support/raw-connection.ts';
import { shutdownOf } from '../src/http/shutdown.ts';
import { startServer } from '../src/index.ts';

const keepAliveOf = async (url: string) => (await fetch(`${url}/healthz`)).headers.get('Keep-Alive');
const get = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';

test('an idle connection stays open for 75 seconds, and a stop does not wait for it', async () => {
  const server = await startServer({ database: { kind: 'memory' }, warmUp: false });
  expect(await keepAliveOf(server.url)).toBe('timeout=75');
  const { socket, write, answer } = await rawConnection(server.url);
  await write(get);
  expect(await answer()).toMatchObject({ status: 200 });
  const closed = once(socket, 'close');
  await server.stop();
  await closed;
});

test('an idle connection is closed after the seconds that are set', async () => {
  const server = await startServer({ database: { kind: 'memory' }, warmUp: false, keepAliveSeconds: 1 });
  expect(await keepAliveOf(server.url)).toBe('timeout=1');
  const { socket, write, answer } = await rawConnection(server.url);
  await write(get);
  expect(await answer()).toMatchObject({ status: 200 });
  await once(socket, 'close');
  await server.stop();
});

test('a connection whose answer was on its way when the stop began is closed behind it', async () => {
  const answering = Promise.withResolvers<Parameters<RequestListener>[1]>();
  const server = createServer({ keepAliveTimeout: 3_600_000 }, (_, res) => {
    res.writeHead(200, { 'Content-Length': 10 }).write('first');
    answering.resolve(res);
  });
  const shutdown = shutdownOf(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { write, answer } = await rawConnection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await write(get);
  const res = await answering.promise;
  const stopped = shutdown(3_600_000);
  res.end('-last');
  expect(await answer()).toMatchObject({ status: 200, body: 'first-last' });
  await stopped;
});
