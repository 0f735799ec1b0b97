import { createHash } from 'node:crypto';
import type { Answer, Caller } from '../../src/index.ts';

export const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
export const json = { 'Content-Type': 'application/json' };

export const accepted = { status: 200, body: { code: 200 } };
export const refused = (code: number, status = 400) => ({ status, body: { code } });

/** Signs and sends the body as it stands. Text goes out as bytes: fetch would add a Content-Type of its own to it. */
export async function post(
  caller: Caller,
  path: string,
  request: { body: string | Uint8Array | ReadableStream; headers?: Record<string, string> },
): Promise<Answer> {
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  return caller.fetch(path, { headers: { ...(await caller.credentials()), ...(request.headers ?? form) }, body });
}

/** Four headers that prove an app, as a hand-written client makes them. */
export function signed(app: { key: string; secret: string }, nonce: string, timestamp: string): Record<string, string> {
  const signature = createHash('sha1').update(`${app.secret}${nonce}${timestamp}`).digest('hex');
  return { 'App-Key': app.key, Nonce: nonce, Timestamp: timestamp, Signature: signature };
}
