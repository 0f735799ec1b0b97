import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, pictures, upload, uploaded } from '../../contract/test/support/media.ts';
import { startTestServer } from '../../contract/test/support/server.ts';
import type { BlobStore } from '../src/domain/media/blob-store.ts';
import { type BlobTarget, openBlobs } from '../src/providers/blobs.ts';
import { temporaryFolder } from './support/process.ts';
import { hasS3Service, type S3Service, startS3Service } from './support/s3-service.ts';

const kinds = ['disk'];
if (hasS3Service()) kinds.push('S3');
else test.skip("S3: skipped, moto_server is not installed (pip install 'moto[server]')", () => {});

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) >> 4));

describe.each(kinds)('files on %s', (kind) => {
  const folder = temporaryFolder();
  let service: S3Service | undefined;
  let target: BlobTarget;
  let blobs: BlobStore;
  beforeAll(async () => {
    service = kind === 'S3' ? await startS3Service() : undefined;
    target = { folder: join(folder.path, 'media'), bucket: service?.bucket };
    blobs = await openBlobs(target);
  });
  afterAll(async () => {
    await blobs.close();
    await service?.[Symbol.asyncDispose]();
    folder.remove();
  });

  async function keep(key: string, content: Uint8Array): Promise<void> {
    const path = await blobs.newFile();
    await writeFile(path, content);
    await blobs.keep(key, path);
  }

  test('come back whole or in part', async () => {
    await keep('1/ab/abc', bytes);
    expect(await buffer(await blobs.read('1/ab/abc'))).toEqual(bytes);
    expect(await buffer(await blobs.read('1/ab/abc', { start: 10, end: 19 }))).toEqual(bytes.subarray(10, 20));
    expect(await buffer(await blobs.read('1/ab/abc', { start: 299_999, end: 299_999 }))).toEqual(bytes.subarray(-1));
  });

  test('may be empty', async () => {
    await keep('1/cd/cde', Buffer.alloc(0));
    expect(await buffer(await blobs.read('1/cd/cde'))).toHaveLength(0);
  });

  test('that are many at once do not get mixed up', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `2/ab/${index}`);
    await Promise.all(keys.map((key) => keep(key, Buffer.from(key))));
    const read = await Promise.all(keys.map(async (key) => (await buffer(await blobs.read(key))).toString()));
    expect(read).toEqual(keys);
  });

  test('that are removed are gone, also when they never were', async () => {
    await keep('3/ab/abc', bytes);
    await blobs.remove('3/ab/abc');
    await blobs.remove('3/ab/abc');
    await blobs.remove('3/xy/never');
    await expect(blobs.read('3/ab/abc')).rejects.toThrow();
  });

  test('are there when the store is opened again', async () => {
    await keep('4/ab/abc', bytes);
    const again = await openBlobs(target);
    expect(await buffer(await again.read('4/ab/abc'))).toEqual(bytes);
    await again.close();
  });

  test('that have been under way for more than an hour are removed at the start, others are not', async () => {
    const [old, young] = [await blobs.newFile(), await blobs.newFile()];
    for (const path of [old, young]) writeFileSync(path, 'half');
    const longAgo = Date.now() / 1000 - 3601;
    utimesSync(old, longAgo, longAgo);
    await openBlobs(target);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  test('are served by the whole server, ranges included', async () => {
    const on = await startTestServer({ blobs: target });
    const { media_id } = await uploaded(on, 'file', bytes);
    const url = await addressOf(on, media_id);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
    const part = await fetch(url, { headers: { Range: 'bytes=5-9' } });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, bytes.subarray(5, 10)]);
    await on.stop();
  });
});

describe.runIf(kinds.includes('S3'))('an S3 service', () => {
  const folder = temporaryFolder();
  let service: S3Service;
  beforeAll(async () => {
    service = await startS3Service();
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    folder.remove();
  });

  test.each<[string, () => object]>([
    ['that does not know the secret', () => ({ secret: 'wrong' })],
    ['without the bucket', () => ({ bucket: 'other' })],
  ])('%s fails an upload as a fault of the server, and nothing is left', async (_, change) => {
    const target = { folder: folder.path, bucket: { ...service.bucket, ...change() } };
    const on = await startTestServer({ blobs: target });
    const answer = await upload(on, 'image', pictures.png!);
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 899000, message: 'Server internal error' } } });
    expect(readdirSync(join(folder.path, 'incoming'))).toEqual([]);
    expect(await on.ctx.db.selectFrom('media').select('stored').execute()).toEqual([{ stored: false }]);
    await on.stop();
  });
});

test('without a place of its own a server keeps files as long as it lives', async () => {
  const blobs = await openBlobs(undefined);
  const path = await blobs.newFile();
  writeFileSync(path, 'x');
  await blobs.keep('1/ab/abc', path);
  await blobs.close();
  await expect(blobs.read('1/ab/abc')).rejects.toThrow();
  expect(existsSync(join(path, '..'))).toBe(false);
});
