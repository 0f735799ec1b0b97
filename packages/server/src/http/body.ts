import express, { type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '../domain/errors.ts';

const readers = new Map<number, RequestHandler>();

/** Reads the whole body, unpacked; fails with `body-too-large`, `malformed-body` or `unsupported-media-type`. */
export async function readBody(req: Request, res: Response, maxBytes: number): Promise<Buffer> {
  return isPacked(req) ? readPacked(req, res, maxBytes) : readPlain(req, maxBytes);
}

/** What callers write into Content-Encoding though nothing is packed: charsets belong elsewhere, and get there by habit. */
const notPacked = new Set(['', 'identity', 'none', 'utf-8', 'utf8']);

/** Whether the body is packed, in a way that may be unknown. */
export function isPacked(req: Request): boolean {
  return packingOf(req) !== '';
}

/** What the header says of packing alone, by its standard name; empty when it says nothing. */
function packingOf({ headers }: Request): string {
  const sent = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  const packings = sent.map((word) => word.trim()).filter((word) => !notPacked.has(word));
  return packings.join(', ').replace(/^x-gzip$/, 'gzip');
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
  req.headers['content-encoding'] = packingOf(req);
  const error = await new Promise<unknown>((resolve) => reader(req, res, resolve));
  if (error) throw toBodyError(error, maxBytes);
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** Takes nothing, and an empty object, which some clients always send. Fails with `malformed-body`. */
export function requireNoBody(body: Buffer): void {
  if (!['', '{}'].includes(body.toString().trim())) throw new DomainError('malformed-body', { reason: 'the operation takes none' });
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
