import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Request } from 'express';
import { DomainError } from '../domain/errors.ts';
import { isPacked, tooLarge } from './body.ts';
import { skipRest } from './skip-rest.ts';

const maxParts = 20;
/** As RFC 2046 has it; the parser breaks above 252 bytes. */
const maxBoundary = 70;
/** What is not the file is skipped, and must not cost memory. */
const limits = { files: 1, parts: maxParts, fieldSize: 1024, headerPairs: 20, headerSize: 16 * 1024 };
const lineBreak = Buffer.from('\r\n');

export interface MultipartOptions {
  /** What the document calls the file. */
  field: string;
  /** Most bytes of the whole body. */
  maxBody: number;
  /** Whether who uses this boundary writes a line break of its own behind the file. */
  addsLineBreak: ((boundary: string) => boolean) | undefined;
}

/**
 * Reads a multipart body with one file and hands its content to `take` as it comes in, no faster than it is taken. Resolves to the
 * name that came with it, when the body is complete. Fails with what `take` fails with, `unsupported-media-type`, `malformed-body`,
 * `body-too-large`, `parameter-missing` without a file or `parameter-invalid` with two. Whatever happens, `take` has ended by then.
 */
export async function readFilePart(
  req: Request,
  { field, maxBody, addsLineBreak }: MultipartOptions,
  take: (content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<string> {
  const boundary = boundaryOf(req);
  const parser = new Busboy({ headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` }, limits, preservePath: true });
  let file: { content: BusboyFileStream; name: string; taken: Promise<void> } | undefined;
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('file', (_, content: BusboyFileStream, name: string | undefined) => {
      // Reported by the parser as well.
      content.on('error', () => {});
      const taken = take(addsLineBreak?.(boundary) ? withoutLineBreak(content) : content);
      taken.catch(reject);
      file = { content, name: name ?? '', taken };
    });
    parser.on('filesLimit', () => reject(new DomainError('parameter-invalid', { field, reason: 'comes more than once' })));
    parser.on('partsLimit', () => reject(malformed(`has more than ${maxParts} parts`)));
    parser.on('error', () => reject(malformed('is not a complete multipart form')));
    parser.on('finish', resolve);
  });
  try {
    await feed(parser, limited(req, maxBody), parsed);
    await file?.taken;
  } catch (error) {
    file?.content.destroy();
    await file?.taken.catch(() => {});
    await skipRest(req, maxBody);
    throw error;
  }
  if (!file) throw new DomainError('parameter-missing', { field });
  return file.name;
}

/** Official SDKs write the boundary without quotes even where it holds `=`. */
function boundaryOf(req: Request): string {
  const sent = req.headers['content-type'] ?? '';
  if (!/^\s*multipart\/form-data\s*(;|$)/i.test(sent)) {
    const reason = `Content-Type ${sent.split(';')[0]} is not supported here, use multipart/form-data`;
    throw new DomainError('unsupported-media-type', { reason });
  }
  if (isPacked(req)) {
    throw new DomainError('unsupported-media-type', { reason: 'Content-Encoding is not supported here' });
  }
  const [, quoted, plain] = /;\s*boundary=(?:"([^"\\]+)"|([^\s;"\\]+))/i.exec(sent) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw malformed('has no boundary in its Content-Type');
  if (boundary.length > maxBoundary) throw malformed(`has a boundary of more than ${maxBoundary} characters`);
  return boundary;
}

/** Stops when the parser has failed: what the caller still sends is then nobody's concern. */
async function feed(parser: InstanceType<typeof Busboy>, chunks: AsyncIterable<Buffer>, parsed: Promise<void>): Promise<void> {
  for await (const chunk of chunks) {
    await Promise.race([new Promise<void>((written) => parser.write(chunk, () => written())), parsed]);
  }
  parser.end();
  await parsed;
}

/** The body of the request, which stays open at an early end. */
async function* limited(req: Request, maxBody: number): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > maxBody) throw tooLarge(maxBody);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : malformed('could not be read');
  }
}

async function* withoutLineBreak(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of content) {
    const known = Buffer.concat([held, chunk]);
    held = known.subarray(-lineBreak.length);
    yield known.subarray(0, -lineBreak.length);
  }
  if (!held.equals(lineBreak)) yield held;
}

function malformed(reason: string): DomainError {
  return new DomainError('malformed-body', { reason });
}
