import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/postgres.ts';
import { createCaller } from '../../contract/src/index.ts';
import { about, endAll, type Running, start, stop, temporaryFolder } from './support/process.ts';
import { type Senders, sendOn } from './support/senders.ts';

/** Ends every connection but its own. */
async function endConnections({ url }: Postgres): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
  );
  await client.end();
}

const restart = (signal: Parameters<Postgres['end']>[0]) => async (postgres: Postgres, senders: Senders) => {
  await postgres.end(signal);
  await senders.refused(20);
  await postgres.start();
};

const faults: [string, (postgres: Postgres, senders: Senders) => Promise<void>][] = [
  ['whose connections are all ended', endConnections],
  ['that is stopped fast and started', restart('SIGINT')],
  ['that is stopped immediately and started', restart('SIGQUIT')],
  ['whose first process is killed, and that is started', restart('SIGKILL')],
];

describe.runIf(inject('template').kind === 'postgres')('under sixteen senders, a PostgreSQL', () => {
  let postgres: Postgres;
  let folder: ReturnType<typeof temporaryFolder>;
  let server: Running;
  let senders: Senders;
  beforeAll(async () => {
    folder = temporaryFolder();
    postgres = await startPostgres();
    server = await start({ DATABASE_URL: postgres.url, DIGLOT_DATA: folder.path });
    const { url, key, secret } = about(server);
    senders = sendOn(createCaller({ dialect: 'rongcloud', baseUrl: url, app: { appKey: key, appSecret: secret } }), 16);
  });
  afterAll(async () => {
    await endAll();
    await postgres.stop();
    folder.remove();
  });

  test.each(faults)('%s makes calls unavailable, and then they succeed again by themselves', async (_, fail) => {
    await senders.answered(100);
    await fail(postgres, senders);
    await senders.answered(100);
    expect(server.child.exitCode).toBeNull();
  });

  test('that failed in all these ways has every answered message once, in order, and the server ends with 0', async () => {
    await senders.end();
    expect(await stop(server)).toBe(0);
    expect(server.stderr + server.stdout).not.toContain('nobody waited for');
    await senders.expectWhole({ kind: 'postgres', url: postgres.url });
  });
});
