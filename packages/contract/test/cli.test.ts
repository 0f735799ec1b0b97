import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dialectNames } from '../src/index.ts';
import { adminKey, startTestServer, type TestServer } from './support/server.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

// A run makes more than a thousand calls, one after the other.
vi.setConfig({ testTimeout: 240_000 });

let on: TestServer;
beforeAll(async () => {
  on = await startTestServer();
});
afterAll(() => on.stop());

/** Runs the command; `status` is its exit code. */
function contract(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }));
  });
}

const target = (dialect: string, baseUrl = on.url) => [
  ...['--dialect', dialect, '--base-url', baseUrl],
  ...(dialect === 'admin' ? ['--admin-key', adminKey] : ['--app-key', on.app.key, '--app-secret', on.app.secret]),
];

test.each(dialectNames)('our server passes every check of %s', async (dialect) => {
  const { status, stdout } = await contract(...target(dialect));
  expect(stdout).toMatch(/\n\d+ passed, 0 failed\n$/);
  expect(stdout).not.toContain('FAIL');
  expect(status).toBe(0);
});

test('a server that answers 200 to everything fails, and every failure is named', async () => {
  const server = createServer((_req, res) => res.setHeader('Content-Type', 'application/json').end('{"code":200}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { status, stdout } = await contract(...target('rongcloud', `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  server.close();
  expect(status).toBe(1);
  expect(stdout).toMatch(/FAIL {2}registerUser/);
  expect(stdout).toContain('registerUser, example: registerUser answered 200 without X-Request-ID');
});

test('a server that does not answer is named as that', async () => {
  const { status, stdout } = await contract(...target('jmessage', 'http://127.0.0.1:1'));
  expect(status).toBe(1);
  expect(stdout).toContain('fetch failed');
});

test.each([
  [['--dialect', 'rongcloud'], '--base-url <url>'],
  [['--dialect', 'rongcloud', '--base-url', 'http://localhost', '--app-key', 'k'], '--app-secret <secret>'],
  [['--dialect', 'admin', '--base-url', 'http://localhost', '--app-key', 'k'], '--admin-key <key>'],
])('%j without an option it needs is one clear line', async (args, option) => {
  const { status, stderr } = await contract(...args);
  expect(status).toBe(1);
  expect(stderr).toBe(`error: required option '${option}' not specified\n`);
});
