import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobStore } from '../domain/media/blob-store.ts';
import { DiskBlobs } from './disk-blobs.ts';
import type { S3Blobs, S3Bucket } from './s3-blobs.ts';

/** Where uploaded files are kept; with a bucket, `folder` is for those under way. */
export interface BlobTarget {
  folder: string;
  bucket?: S3Bucket | undefined;
}

/** Without a target, files live in a temporary folder as long as the server. */
export async function openBlobs(target: BlobTarget | undefined): Promise<BlobStore> {
  if (!target) return new TemporaryBlobs();
  const blobs = target.bucket ? await inBucket(target.bucket, target.folder) : new DiskBlobs(target.folder);
  await blobs.clean();
  return blobs;
}

/** Loads the client of the service only when there is one. */
async function inBucket(bucket: S3Bucket, folder: string): Promise<S3Blobs> {
  const { S3Blobs } = await import('./s3-blobs.ts');
  return new S3Blobs(bucket, join(folder, 'incoming'));
}

class TemporaryBlobs extends DiskBlobs {
  readonly #folder: string;

  constructor() {
    const folder = join(tmpdir(), `diglot-media-${randomUUID()}`);
    super(folder);
    this.#folder = folder;
  }

  override async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
