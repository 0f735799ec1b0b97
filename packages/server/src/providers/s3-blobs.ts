import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { DomainError } from '../domain/errors.ts';
import type { BlobStore, ByteSpan } from '../domain/media/blob-store.ts';
import { IncomingFolder } from './incoming-folder.ts';

/** A bucket of a service that speaks the S3 API. */
export interface S3Bucket {
  /** Address of the service; the bucket is the first part of the path. */
  endpoint: string;
  bucket: string;
  region: string;
  keyId: string;
  secret: string;
}

const attempts = 3;
/** Of all attempts together. */
const timeoutMillis = 60_000;

/** The service refused or was out of order; the code has its status. */
class S3Error extends Error {
  override name = 'S3Error';
  readonly code: string;

  constructor(status: number) {
    super(`the S3 service answered ${status}`);
    this.code = `S3_${status}`;
  }
}

/** Bytes in a bucket. What needs the service fails with `unavailable` while it is out of order. */
export class S3Blobs extends IncomingFolder implements BlobStore {
  readonly #client: AwsClient;
  readonly #base: string;

  constructor({ endpoint, bucket, region, keyId, secret }: S3Bucket, incoming: string) {
    super(incoming);
    this.#client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3', retries: attempts - 1 });
    this.#base = `${endpoint}/${bucket}`;
  }

  async keep(key: string, path: string): Promise<void> {
    await this.#call(key, { method: 'PUT', body: await openAsBlob(path), signal: AbortSignal.timeout(timeoutMillis) });
  }

  async read(key: string, span?: ByteSpan): Promise<Readable> {
    const response = await this.#call(key, { headers: span ? { Range: `bytes=${span.start}-${span.end}` } : {} });
    return Readable.fromWeb(response.body as never);
  }

  /** The service, too, takes the removal of what is not there for a success. */
  async remove(key: string): Promise<void> {
    await this.#call(key, { method: 'DELETE', signal: AbortSignal.timeout(timeoutMillis) });
  }

  async close(): Promise<void> {}

  async #call(key: string, request: RequestInit): Promise<Response> {
    const response = await this.#client.fetch(`${this.#base}/${key}`, { redirect: 'manual', ...request }).catch((error) => {
      throw outage(error.cause ?? error);
    });
    const { ok, status, body } = response;
    if (ok) return response;
    await body?.cancel();
    const error = new S3Error(status);
    throw status === 429 || status >= 500 ? outage(error) : error;
  }
}

/** It passes; a refusal, as of wrong credentials, does not. */
function outage(cause: unknown): DomainError {
  return new DomainError('unavailable', { retryAfterSeconds: 5 }, { cause });
}
