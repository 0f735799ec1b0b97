import { open, rm } from 'node:fs/promises';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../errors.ts';
import { FileDigest } from './digest.ts';

/** A file on the disk, with its sums; see `FileDigest`. */
export interface ReceivedFile {
  path: string;
  bytes: number;
  crc32: number;
  hash: string;
}

/** A file that has come in whole. It is removed when the request ends, unless somebody has taken it over. */
export interface IncomingFile extends ReceivedFile {
  /** As the caller named it: a name, a path, or nothing. */
  name: string;
}

/** Writes the content to a file of its own. Fails with `body-too-large` above `maxBytes`; after any failure there is no file. */
export async function receiveFile(ctx: Ctx, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReceivedFile> {
  const path = await ctx.blobs.newFile();
  try {
    const digest = await write(path, content, maxBytes);
    return { path, bytes: digest.bytes, crc32: digest.crc32, hash: digest.hash() };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(path: string, content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<FileDigest> {
  const digest = new FileDigest();
  await using file = await open(path, 'wx');
  for await (const chunk of content) {
    digest.update(chunk);
    if (digest.bytes > maxBytes) throw new DomainError('body-too-large', { reason: `a file has at most ${maxBytes} bytes` });
    await file.writeFile(chunk);
  }
  return digest;
}
