import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import express from 'express';
import { strFromU8, unzipSync } from 'fflate';
import pino from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type TextFile, zipDownloads } from '../src/http/zip-downloads.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Serves what `open` gives under `/files`, and says what was logged. */
async function serve(open: () => Promise<TextFile | undefined>): Promise<{ url: string; port: number; logged: string[] }> {
  const logged: string[] = [];
  const http = express();
  const refuse = async ({ res, error }: { res: express.Response; error: unknown }) => {
    res.status(500).send(`refused: ${(error as Error).message}`);
  };
  http.use(zipDownloads('/files/:name', { open, refuse, log: pino({}, { write: (line) => logged.push(line) }) }));
  http.use((_req, res) => {
    res.status(404).send('next');
  });
  server = createServer(http).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/files/x`, port, logged };
}

/** Text that does not get smaller. */
const noise = () => Array.from(crypto.getRandomValues(new Uint8Array(32_768)), (byte) => byte.toString(16)).join('');

test('a text in many parts comes whole', async () => {
  const parts = Array.from({ length: 50 }, (_, index) => `${index} ${noise()}\n`);
  const { url } = await serve(async () => ({
    name: 'notes',
    text: (async function* () {
      yield* parts;
    })(),
  }));
  const response = await fetch(url);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="notes.zip"');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files)).toEqual(['notes.txt']);
  expect(strFromU8(files['notes.txt']!)).toBe(parts.join(''));
});

test('what is not there is left to others, what cannot be opened is refused', async () => {
  const { url } = await serve(async () => undefined);
  expect(await (await fetch(url)).text()).toBe('next');
  server.close();
  const refusing = await serve(async () => {
    throw new Error('the database went away');
  });
  expect(await (await fetch(refusing.url)).text()).toBe('refused: the database went away');
});

test('a failure in the middle cuts the connection: half a file is not taken for a whole one', async () => {
  const { url, logged } = await serve(async () => ({
    name: 'half',
    text: (async function* () {
      yield noise();
      throw new Error('the database went away');
    })(),
  }));
  await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow();
  expect(logged.join('')).toContain('download broken off');
});

test('a reader who goes away ends the reading, long before the end, and is no failure', async () => {
  const all = 2000;
  let made = 0;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { port, logged } = await serve(async () => ({
    name: 'long',
    text: (async function* () {
      try {
        for (; made < all; made++) yield noise();
      } finally {
        end();
      }
    })(),
  }));
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /files/x HTTP/1.1\r\nHost: x\r\n\r\n');
  // Reads a little and no more: what waits for it does not grow, since it is made as it is taken.
  await once(socket, 'data');
  socket.destroy();
  await ended;
  expect(made).toBeLessThan(all / 10);
  expect(logged).toEqual([]);
});
