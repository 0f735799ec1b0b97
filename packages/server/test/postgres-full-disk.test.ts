import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/postgres.ts';
import { startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import { temporaryFolder } from './support/process.ts';
import { type Senders, sendOn } from './support/senders.ts';

/** A small disk of its own; undefined where the system does not let us mount one. */
function mountDisk(folder: string): { unmount: () => void } | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return { unmount: () => execFileSync('umount', ['--lazy', folder]) };
  } catch {
    return undefined;
  }
}

/** Leaves not one free byte on the disk of the file. */
function fill(file: string): void {
  const ballast = openSync(file, 'w');
  try {
    for (let size = 1024 * 1024; size >= 1; ) size = writesOne(ballast, size) ? size : Math.floor(size / 2);
  } finally {
    closeSync(ballast);
  }
}

function writesOne(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
    return false;
  }
}

describe.runIf(inject('template').kind === 'postgres')('a PostgreSQL whose disk is full', () => {
  const folder = temporaryFolder();
  let disk: ReturnType<typeof mountDisk>;
  let postgres: Postgres | undefined;
  let on: TestServer | undefined;
  let senders: Senders | undefined;
  const ballast = join(folder.path, 'ballast');
  beforeAll(async () => {
    disk = mountDisk(folder.path);
    if (!disk) return;
    postgres = await startPostgres({ data: join(folder.path, 'data') });
    on = await startTestServer({ database: { kind: 'postgres', url: postgres.url } });
  });
  afterAll(async () => {
    rmSync(ballast, { force: true });
    await senders?.end();
    await on?.stop();
    await postgres?.stop();
    disk?.unmount();
    folder.remove();
  });

  test('makes sends unavailable and the server not ready, loses nothing, and is used again when there is room', async ({ skip }) => {
    if (!on || !postgres) return skip('this system does not let us mount a small disk');
    const ready = async () => (await fetch(`${on!.url}/readyz`)).status;
    senders = sendOn(on.rongcloud, 4);
    await senders.answered(20);
    fill(ballast);
    await senders.refused(20);
    while ((await ready()) !== 503);
    expect(await on.rongcloud.call('getUser', { body: { userId: 'nobody' } })).toMatchObject({ status: 400, body: { code: 1002 } });

    rmSync(ballast);
    await senders.answered(20);
    while ((await ready()) !== 200);
    await senders.end();
    await senders.expectWhole({ kind: 'postgres', url: postgres.url });
  }, 60_000);
});
