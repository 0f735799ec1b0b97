import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/postgres.ts';
import { type Caller, createCaller } from '../../contract/src/index.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../contract/test/support/webhook-receiver.ts';
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
  let receiver: WebhookReceiver;
  let told: Caller;
  beforeAll(async () => {
    folder = temporaryFolder();
    postgres = await startPostgres();
    receiver = await startWebhookReceiver();
    server = await start({ DATABASE_URL: postgres.url, DIGLOT_DATA: folder.path, DIGLOT_INTERNAL_WEBHOOKS: '1' });
    const { url: baseUrl, key, secret, adminKey } = about(server);
    const rongcloud = (appKey: string, appSecret: string) => createCaller({ dialect: 'rongcloud', baseUrl, app: { appKey, appSecret } });
    senders = sendOn(rongcloud(key, secret), 16);
    const settings = { messageWebhook: { url: receiver.url, serverMessages: true } };
    const { body } = await createCaller({ dialect: 'admin', baseUrl, adminKey }).call('createApp', { body: { name: 'told', settings } });
    const app = body as Record<'appKey' | 'appSecret', string>;
    told = rongcloud(app.appKey, app.appSecret);
  });
  afterAll(async () => {
    await endAll();
    await postgres.stop();
    await receiver.stop();
    folder.remove();
  });

  const tell = (content: string) =>
    told.call('publishPrivateMessage', { body: { fromUserId: 'ann', toUserId: ['bob'], objectName: 'RC:TxtMsg', content } });
  const heard = async (calls: number) => (await receiver.received(calls)).map(({ form }) => form.get('content'));
  const [before, after] = ['{"content":"before"}', '{"content":"after"}'];

  test('has its jobs done', async () => {
    expect(await tell(before)).toMatchObject({ status: 200 });
    expect(await heard(1)).toEqual([before]);
  });

  test.each(faults)('%s makes calls unavailable, and then they succeed again by themselves', async (_, fail) => {
    await senders.answered(100);
    await fail(postgres, senders);
    await senders.answered(100);
    expect(server.child.exitCode).toBeNull();
  });

  test('that failed in all these ways has its jobs done as before', async () => {
    expect(await tell(after)).toMatchObject({ status: 200 });
    expect(await heard(2)).toEqual([before, after]);
  });

  test('that failed in all these ways has every answered message once, in order, and the server ends with 0', async () => {
    await senders.end();
    expect(await stop(server)).toBe(0);
    expect(server.stderr + server.stdout).not.toContain('nobody waited for');
    await senders.expectWhole({ kind: 'postgres', url: postgres.url });
  });
});
