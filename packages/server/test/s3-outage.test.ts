import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf, upload, uploaded } from '../../contract/test/support/media.ts';
import { startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import { insertMedia } from '../src/store/media.ts';
import { temporaryFolder } from './support/process.ts';

const hour = 60 * 60 * 1000;
const outOfOrder = { status: 503, body: { error: { code: 899030 } } };

let folder: ReturnType<typeof temporaryFolder>;
const closers: (() => Promise<unknown>)[] = [];
const log: Record<string, unknown>[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  folder.remove();
  log.length = 0;
});

/** Listens on a free port until the test ends. */
async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function abandonedAddress(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  server.close();
  await once(server, 'close');
  return address;
}

async function serverWith(endpoint: string): Promise<TestServer> {
  const bucket = { endpoint, bucket: 'media', region: 'us-east-1', keyId: 'id', secret: 'secret' };
  const logger = pino({ level: 'error' }, { write: (line: string) => log.push(JSON.parse(line)) });
  const on = await startTestServer({ blobs: { folder: folder.path, bucket }, log: logger });
  closers.push(on.stop);
  return on;
}

const services: [string, () => Promise<string>, string][] = [
  ['that is gone', abandonedAddress, 'ECONNREFUSED'],
  ['that answers 503', () => listening(createServer((_req, res) => res.writeHead(503).end('Slow Down'))), 'S3_503'],
  ['that hangs up', () => listening(createTcpServer((socket) => socket.destroy())), 'UND_ERR_SOCKET'],
];

describe.each(services)('an S3 service %s', (_, start, code) => {
  test('fails an upload as one that can be tried again, and nothing of it is seen', async () => {
    const on = await serverWith(await start());
    const answer = await upload(on, 'file', 'x');
    expect(answer).toMatchObject(outOfOrder);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(readdirSync(join(folder.path, 'incoming'))).toEqual([]);
    expect(await on.ctx.db.selectFrom('media').select('stored').execute()).toEqual([{ stored: false }]);
    expect(log).toMatchObject([{ operation: 'uploadMedia', code }]);
  });
});

describe('an S3 service that comes and goes', () => {
  let working = true;
  const objects = new Map<string, Buffer>();
  const service = () =>
    createServer(async (req, res) => {
      if (!working) return res.writeHead(500).end();
      if (req.method === 'PUT') objects.set(req.url!, Buffer.concat(await req.toArray()));
      if (req.method === 'DELETE') objects.delete(req.url!);
      return res.end(req.method === 'GET' ? objects.get(req.url!) : undefined);
    });

  test('has downloads wait for it, and the same upload succeeds afterwards', async () => {
    const on = await serverWith(await listening(service()));
    const { media_id } = await uploaded(on, 'file', 'x');
    const address = await addressOf(on, media_id);
    working = false;
    const headers = { ...(await on.jmessage.credentials()), 'Idempotency-Key': 'one' };
    const again = () => {
      const body = new FormData();
      body.set('filename', new File(['y'], 'y'));
      return on.jmessage.fetch('/v1/resource?type=file', { method: 'POST', headers, body });
    };
    expect(await again()).toMatchObject(outOfOrder);
    const refused = await fetch(address);
    expect({ status: refused.status, body: await refused.json() }).toMatchObject(outOfOrder);
    working = true;
    expect(await again()).toMatchObject({ status: 200 });
    expect(await (await fetch(address)).text()).toBe('x');
  });

  test('leaves what an upload left behind to a later one', async () => {
    const on = await serverWith(await listening(service()));
    working = false;
    await upload(on, 'file', 'x');
    on.clock.advance(hour + 1);
    expect(await upload(on, 'file', 'y')).toMatchObject(outOfOrder);
    working = true;
    on.clock.advance(hour + 1);
    await uploaded(on, 'file', 'z');
    expect(await on.ctx.db.selectFrom('media').select('stored').execute()).toEqual([{ stored: true }]);
  });
});

test('an S3 service that never answers keeps only the upload waiting', async () => {
  const sockets: Socket[] = [];
  const silent = createTcpServer((socket) => sockets.push(socket));
  const on = await serverWith(await listening(silent));
  const row = { app_id: on.app.id, media_id: 'diglot/file/00AA', kind: 'file' as const, bytes: 1, hash: 'x', content_type: 'x', name: 'x' };
  await insertMedia(on.ctx.db, { ...row, created_at: on.clock.now(), stored: false });
  on.clock.advance(hour + 1);
  const waiting = upload(on, 'file', 'x');
  await once(silent, 'connection');
  expect(await on.jmessage.call('listUsers')).toMatchObject({ status: 200 });
  for (const socket of sockets) socket.destroy();
  expect(await waiting).toMatchObject(outOfOrder);
});
