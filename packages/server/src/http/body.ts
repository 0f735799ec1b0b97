import express, { type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '../domain/errors.ts';
import type { Reviver } from '../domain/exact-json.ts';
import type { Encoding, Operation } from './document.ts';

const maxDepth = 64;
const readers = new Map<number, RequestHandler>();

/** Reads the whole body, unpacked; fails with `body-too-large`, `malformed-body` or `unsupported-media-type`. */
export async function readBody(req: Request, res: Response, maxBytes: number): Promise<Buffer> {
  return req.headers['content-encoding'] === undefined ? readPlain(req, maxBytes) : readPacked(req, res, maxBytes);
}

/** What nobody has packed is put together here; express would look at it from many sides first. */
function readPlain(req: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      // The rest is still read, and dropped, so that the caller comes to read the answer.
      else reject(tooLarge(maxBytes));
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', (error) => reject(toBodyError(error, maxBytes)));
  });
}

async function readPacked(req: Request, res: Response, maxBytes: number): Promise<Buffer> {
  let reader = readers.get(maxBytes);
  if (!reader) {
    reader = express.raw({ type: () => true, limit: maxBytes });
    readers.set(maxBytes, reader);
  }
  const error = await new Promise<unknown>((resolve) => reader(req, res, resolve));
  if (error) throw toBodyError(error, maxBytes);
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

function toBodyError(error: unknown, maxBytes: number): DomainError {
  if (error instanceof DomainError) return error;
  const type = (error as { type?: string }).type;
  if (type === 'entity.too.large') return tooLarge(maxBytes);
  if (type === 'encoding.unsupported') return new DomainError('unsupported-media-type', { reason: 'unknown Content-Encoding' });
  return new DomainError('malformed-body', { reason: 'the body could not be read' });
}

export function tooLarge(maxBytes: number): DomainError {
  return new DomainError('body-too-large', { reason: `at most ${maxBytes} bytes` });
}

/** Fails with `malformed-body`. */
export function parseJson(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]);
  } catch (error) {
    throw new DomainError('malformed-body', { reason: `not valid JSON: ${(error as Error).message.slice(0, 100)}` });
  }
}

/** A JSON body; fails as `readJsonText` does, and with `malformed-body`. */
export function readJsonBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  const text = readJsonText(body, contentType, operation);
  return text === undefined ? undefined : parseJson(text);
}

/**
 * The text of a JSON body, whatever parameters its Content-Type has, also without one; undefined when there is none and none is needed.
 * Fails with `unsupported-media-type` or `parameter-missing`.
 */
export function readJsonText(body: Buffer, contentType: string | undefined, operation: Operation): string | undefined {
  const sent = contentType?.split(';')[0]?.trim().toLowerCase();
  if (sent && sent !== 'application/json') {
    throw new DomainError('unsupported-media-type', { reason: `Content-Type ${sent} is not supported here, use application/json` });
  }
  const text = body.toString('utf8');
  if (text.trim() !== '') return text;
  // The validator lets a missing body pass.
  if (operation.bodyRequired) throw new DomainError('parameter-missing', { field: 'body' });
  return undefined;
}

/**
 * A form as an object: a repeated key becomes an array, `name[key]=value` a map where the encoding says `deepObject`,
 * a comma-joined value an array where it says `explode: false`. Lenient: what is not percent-encoded is kept as it is.
 * A key without a value counts as absent.
 */
export function parseForm(text: string, encoding: Record<string, Encoding>): Record<string, unknown> {
  const maps = new Map<string, Record<string, string>>();
  const lists = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(text)) {
    const [, map = '', inner = ''] = key.includes('[') ? (/^([^[]+)\[(.+)\]$/.exec(key) ?? []) : [];
    if (encoding[map]?.style === 'deepObject') {
      const entries = maps.get(map) ?? Object.create(null);
      entries[inner] = value;
      maps.set(map, entries);
    } else if (value !== '') {
      const list = lists.get(key) ?? [];
      const parts = encoding[key]?.explode === false ? value.split(',') : [value];
      for (const part of parts) if (part !== '') list.push(part);
      lists.set(key, list);
    }
  }
  const single = (list: string[]) => (list.length === 1 ? list[0] : list);
  return Object.fromEntries([...maps, ...[...lists].map(([key, list]) => [key, single(list)] as const)]);
}

/** Fails when a text holds what no database column takes, or the value is nested too deep. */
export function checkText(value: unknown, name = '', depth = 0): void {
  if (typeof value === 'string' && !isStorable(value)) {
    throw new DomainError('parameter-invalid', { field: name, reason: 'holds a NUL character or half a surrogate pair' });
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth === maxDepth) throw new DomainError('malformed-body', { reason: `nested deeper than ${maxDepth} levels` });
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) throw new DomainError('parameter-invalid', { field: name || 'body', reason: 'holds a key with a NUL character' });
    checkText(child, name || (Array.isArray(value) ? `[${key}]` : key), depth + 1);
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
