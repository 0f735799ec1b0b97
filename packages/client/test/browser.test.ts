import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const chromium = '/usr/bin/chromium';

let chunk: Rolldown.OutputChunk;
beforeAll(async () => {
  const [output] = (await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: { write: false, minify: false, lib: { entry: 'packages/client/src/index.ts', formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  chunk = output!.output[0];
});

describe('bundled for a browser', () => {
  test('is this package, the operation tables and openapi-fetch, nothing else', () => {
    const modules = Object.keys(chunk.modules).map((id) => relative(root, id).replace(/^node_modules\/.*\/node_modules\//, ''));
    expect(modules.filter((id) => !id.startsWith('packages/client/src/')).toSorted()).toEqual([
      'openapi-fetch/dist/index.mjs',
      'packages/api/src/operations.ts',
    ]);
  });

  test('imports nothing, and no Node.js module in particular', () => {
    expect(chunk.imports).toEqual([]);
    expect(chunk.code).not.toMatch(/node:|require\(|\bBuffer\b/);
  });

  test.runIf(existsSync(chromium))('makes a signed call', async () => {
    const { result, headers, body } = await runInChromium(`
      import { createRongCloudClient } from '/client.js';
      const rongcloud = createRongCloudClient({ baseUrl: location.origin, appKey: 'key', appSecret: 'sécret' });
      const result = await rongcloud.registerUser({ userId: 'alice', name: 'Älice' }).catch((error) => error.message);
      await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
    `);
    expect(result).toEqual({ code: 200, userId: 'alice', token: 't' });
    expect(body).toBe('userId=alice&name=%C3%84lice');
    expect(headers.signature).toBe(createHash('sha1').update(`sécret${headers.nonce}${headers.timestamp}`).digest('hex'));
  });
});

interface Call {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Runs a page's script until it posts its result; the call of the API that it makes before is answered and handed back. */
async function runInChromium(script: string): Promise<Call & { result: unknown }> {
  let call: Call;
  const { promise: result, resolve: finish, reject: fail } = Promise.withResolvers<unknown>();
  const server = createServer(async (req, res) => {
    const body = Buffer.concat(await req.toArray()).toString('utf8');
    if (req.url === '/client.js') return res.setHeader('Content-Type', 'text/javascript').end(chunk.code);
    if (req.method === 'GET')
      return res.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<script type="module">${script}</script>`);
    if (req.url === '/result') finish(JSON.parse(body));
    else call = { headers: req.headers, body };
    return res.end('{"code":200,"userId":"alice","token":"t"}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const profile = await mkdtemp(join(tmpdir(), 'diglot-chromium-'));
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  const browser = spawn(chromium, [...flags, page], { timeout: 20_000 });
  const exit = once(browser, 'exit').then(() => fail(new Error('Chromium ended before the page had a result')));
  try {
    return { result: await result, ...call! };
  } finally {
    browser.kill();
    await exit;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, maxRetries: 5 });
  }
}
