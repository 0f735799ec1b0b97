import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { download, mediaFolder, upload, uploaded } from '../../contract/test/support/media.ts';
import { startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import { blobKey } from '../src/domain/media/uploads.ts';
import { insertMedia } from '../src/store/media.ts';

const hour = 60 * 60 * 1000;

let folder: ReturnType<typeof mediaFolder>;
let on: TestServer;
beforeEach(async () => {
  folder = mediaFolder();
  on = await startTestServer({ blobs: { folder: folder.path } });
});
afterEach(async () => {
  await on.stop();
  folder.remove();
});

/** What a process leaves that dies when the bytes are safe and the row is not: the path of the bytes. */
async function abandon(mediaId: string): Promise<string> {
  const row = { app_id: on.app.id, media_id: mediaId, kind: 'file' as const, bytes: 1, hash: 'x', content_type: 'x', name: 'x' };
  await insertMedia(on.ctx.db, { ...row, created_at: on.clock.now(), stored: false });
  const path = await on.ctx.blobs.newFile();
  writeFileSync(path, 'x');
  await on.ctx.blobs.keep(blobKey(row), path);
  return join(folder.path, 'files', blobKey(row));
}

const rows = async () => (await on.ctx.db.selectFrom('media').select('media_id').execute()).map(({ media_id }) => media_id);

test('bytes and row of an upload that never ended go with a later upload, an hour after it began', async () => {
  const bytes = await abandon('diglot/file/00AA');
  on.clock.advance(hour);
  await uploaded(on, 'file', 'x');
  expect([existsSync(bytes), (await rows()).includes('diglot/file/00AA')]).toEqual([true, true]);
  on.clock.advance(1);
  const later = await uploaded(on, 'file', 'y');
  expect([existsSync(bytes), (await rows()).includes('diglot/file/00AA')]).toEqual([false, false]);
  expect((await download(on, later.media_id)).toString()).toBe('y');
});

test('each upload clears away ten at most, and never what is stored', async () => {
  const kept = await uploaded(on, 'file', 'kept');
  for (let index = 0; index < 15; index++) await abandon(`diglot/file/${index}`);
  on.clock.advance(hour + 1);
  const remaining = [];
  for (let time = 0; time < 3; time++) {
    await uploaded(on, 'file', 'x');
    remaining.push((await rows()).filter((id) => /\/\d+$/.test(id) && id.length < 20).length);
  }
  expect(remaining).toEqual([5, 0, 0]);
  expect((await download(on, kept.media_id)).toString()).toBe('kept');
});

test('several uploads at once clear away without standing in each other’s way', async () => {
  for (let index = 0; index < 30; index++) await abandon(`diglot/file/${index}`);
  on.clock.advance(hour + 1);
  const answers = await Promise.all(Array.from({ length: 8 }, () => upload(on, 'file', 'x')));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
});

test('an upload whose bytes cannot be kept fails, is never seen, and leaves no file', async () => {
  await uploaded(on, 'file', 'x');
  rmSync(join(folder.path, 'files'), { recursive: true });
  writeFileSync(join(folder.path, 'files'), 'in the way');
  expect(await upload(on, 'file', 'y')).toMatchObject({ status: 500, body: { error: { code: 899000 } } });
  expect(folder.incoming()).toEqual([]);
  rmSync(join(folder.path, 'files'));
  expect(await upload(on, 'file', 'z')).toMatchObject({ status: 200 });
  expect(await on.ctx.db.selectFrom('media').select('media_id').where('stored', '=', false).execute()).toHaveLength(1);
});

test('an upload that finds no room for what comes in fails, and later ones do not', async () => {
  writeFileSync(join(folder.path, 'incoming'), 'in the way');
  expect(await upload(on, 'file', 'y')).toMatchObject({ status: 500, body: { error: { code: 899000 } } });
  expect(await rows()).toEqual([]);
  rmSync(join(folder.path, 'incoming'));
  expect(await upload(on, 'file', 'z')).toMatchObject({ status: 200 });
});
