import { expect } from 'vitest';
import type { Answer, Caller } from '../../src/index.ts';

export const json = { 'Content-Type': 'application/json' };

export const refused = (code: number, status: number) => ({ status, body: { error: { code, message: expect.any(String) } } });
export const invalid = refused(899003, 400);

/** Sends the body as it stands, as JSON unless the headers say otherwise. Text goes out as bytes: fetch would add a Content-Type of its own to it. */
export async function send(
  caller: Caller,
  target: `${string} ${string}`,
  request: { body?: string | Uint8Array | ReadableStream | undefined; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method, path = ''] = target.split(/ (.*)/s);
  const headers = { ...(await caller.credentials()), ...(request.headers ?? json) };
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  return caller.fetch(path, { method: method!, headers, ...(body !== undefined && { body }) });
}
