import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createCaller } from '../../contract/src/index.ts';
import { freshDatabase } from '../../contract/test/support/server.ts';
import { startServer } from '../src/index.ts';

test('the log has a line for each admin call and no key or secret, whatever the call', async () => {
  const lines: string[] = [];
  const output = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const adminKey = 'admin-key-that-nobody-logs';
  const { database, drop } = await freshDatabase();
  const server = await startServer({ database, adminKey, log: pino({ level: 'trace' }, output), warmUp: false });
  const admin = createCaller({ dialect: 'admin', baseUrl: server.url, adminKey });
  const stranger = createCaller({ dialect: 'admin', baseUrl: server.url, adminKey: `${adminKey}-wrong` });

  const appSecret = 'secret0that0nobody0logs';
  const path = { appKey: 'dcf71ef5082057832bd44fbd' };
  await admin.call('createApp', { body: { name: 'x', ...path, appSecret } });
  await admin.call('createApp', { body: { name: 7, ...path, appSecret } });
  const rotated = (await admin.call('rotateAppSecret', { path })).body as { appSecret: string };
  await stranger.call('listApps');
  await server.services.db.schema.dropTable('apps').cascade().execute();
  await admin.call('createApp', { body: { name: 'y', appSecret } });
  await server.stop();
  await drop();

  const calls = lines.map((line) => JSON.parse(line)).filter(({ status }) => status !== undefined);
  expect(calls.map(({ dialect, operation, status }) => [dialect, operation, status])).toEqual([
    ['admin', 'createApp', 201],
    ['admin', 'createApp', 400],
    ['admin', 'rotateAppSecret', 200],
    ['admin', 'listApps', 401],
    ['admin', 'createApp', 500],
  ]);
  for (const secret of [adminKey, appSecret, rotated.appSecret]) expect(lines.join('')).not.toContain(secret);
});
