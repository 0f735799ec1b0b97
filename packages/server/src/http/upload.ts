import { rm } from 'node:fs/promises';
import type { Request } from 'express';
import type { RequestCtx } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { type IncomingFile, type ReceivedFile, receiveFile } from '../domain/media/incoming.ts';
import type { Dialect } from './dialect.ts';
import type { FileField } from './document.ts';
import { readFilePart } from './multipart.ts';
import { replacementCharacter } from './text.ts';

export interface UploadOptions {
  req: Request;
  dialect: Dialect;
  field: FileField;
  maxBody: number;
}

/** Lets a file come in, has the work done with it, and removes it unless the work has moved it. Fails as `readFilePart` does. */
export async function withUpload<T>(
  ctx: RequestCtx,
  { req, dialect, field, maxBody }: UploadOptions,
  work: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  let received: ReceivedFile | undefined;
  try {
    const name = await readFilePart(req, { field: field.name, maxBody, addsLineBreak: dialect.addsLineBreak }, async (content) => {
      received = await receiveFile(ctx, content, field.maxBytes);
    });
    // A browser sends this for a field in which no file was chosen.
    if (name === '' && received!.bytes === 0) throw new DomainError('parameter-missing', { field: field.name });
    // So the parser writes bytes that are no UTF-8.
    if (name.includes(replacementCharacter))
      throw new DomainError('parameter-invalid', { field: field.name, reason: 'has a file name that is not UTF-8' });
    return await work({ ...received!, name });
  } finally {
    if (received) await rm(received.path, { force: true });
  }
}
