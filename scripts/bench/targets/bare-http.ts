/** node:http alone: reads the form, answers the same small JSON. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../child.ts';

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const body = JSON.stringify({ code: 200, status: form.has('userId') ? '0' : '1' });
    res.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
    res.end(body);
  });
});

server.listen(0, '127.0.0.1', () => {
  answer({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
