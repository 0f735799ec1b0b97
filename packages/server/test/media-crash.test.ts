import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, createCaller } from '../../contract/src/index.ts';
import { download, uploaded } from '../../contract/test/support/media.ts';
import { blobKey } from '../src/domain/media/uploads.ts';
import { openDb } from '../src/store/db.ts';
import { about, endAll, type Lasting, lasting, type Running, start, stop } from './support/process.ts';

const rounds = 2;
const senders = 8;
/** Answers after which a round's server is killed, while other uploads are under way. */
const answersPerRound = 16;

let data: Lasting;
beforeAll(async () => {
  data = await lasting();
});
afterAll(async () => {
  await endAll();
  await data.remove();
});

test('kill -9 in the middle of uploads loses no answered file, and shows none that is not whole', async () => {
  const answered = new Map<string, Buffer>();
  for (let round = 0; round < rounds; round++) await uploadUntilKilled(await start(data.env), answered);
  expect(answered.size).toBeGreaterThanOrEqual(rounds * answersPerRound);
  const server = await start(data.env);
  for (const [mediaId, bytes] of answered) expect(await download({ jmessage: callerOf(server) }, mediaId)).toEqual(bytes);
  await stop(server);
  const seen = await storedFiles();
  expect(seen.filter(({ bytes, size }) => bytes !== size)).toEqual([]);
  expect(seen.map(({ media_id }) => media_id)).toEqual(expect.arrayContaining([...answered.keys()]));
});

function callerOf(server: Running): Caller {
  const { url, key, secret } = about(server);
  return createCaller({ dialect: 'jmessage', baseUrl: url, app: { appKey: key, appSecret: secret } });
}

async function uploadUntilKilled(server: Running, answered: Map<string, Buffer>): Promise<void> {
  const jmessage = callerOf(server);
  let answers = 0;
  const uploadOn = async () => {
    for (;;) {
      const bytes = randomBytes(50_000);
      answered.set((await uploaded({ jmessage }, 'file', bytes)).media_id, bytes);
      if (++answers === answersPerRound) server.child.kill('SIGKILL');
    }
  };
  await Promise.allSettled(Array.from({ length: senders }, uploadOn));
  await server.ended;
  expect(server.child.signalCode).toBe('SIGKILL');
}

/** What the database says is stored, with the size that it has on the disk. */
async function storedFiles(): Promise<{ media_id: string; bytes: number; size: number }[]> {
  const db = await openDb(data.database);
  const rows = await db.selectFrom('media').selectAll().where('stored', '=', true).execute();
  await db.destroy();
  return rows.map((row) => ({ ...row, size: statSync(join(data.folder, 'media', 'files', blobKey(row))).size }));
}
