import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { conversationMessages } from '../../contract/test/support/messages.ts';
import { freshDatabase, startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import { driverOf, openDb } from '../src/store/db.ts';
import { isOutage } from '../src/store/outage.ts';
import { type Link, linkTo } from './support/link.ts';

const unavailable = { status: 504, body: { code: 1050 } };

describe.runIf(inject('template').kind === 'postgres')('a link to PostgreSQL that swallows everything and closes nothing', () => {
  let on: TestServer;
  let link: Link;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    link = await linkTo((fresh.database as { url: string }).url);
    on = await startTestServer({ database: { kind: 'postgres', url: link.url, connectionMillis: 3000, statementMillis: 1000 } });
  });
  afterAll(async () => {
    await on.stop();
    await link.close();
    await drop();
  });

  const send = (content: string, more: object = {}) => {
    const body = { fromUserId: 'ann', toUserId: ['bob'], objectName: 'App:T', content, ...more };
    return on.rongcloud.call('publishPrivateMessage', { body });
  };
  const ready = async () => (await fetch(`${on.url}/readyz`)).status;

  test('leaves nobody waiting: calls of every kind are unavailable, readiness is refused before them, and both come back', async () => {
    expect(await send('before')).toMatchObject({ status: 200 });
    expect(await ready()).toBe(200);
    link.swallow();
    const calls = [
      send('in the log'),
      send('in a transaction', { msgRandom: '1' }),
      on.rongcloud.call('registerUser', { body: { userId: 'cat' } }),
      ...Array.from({ length: 20 }, () => on.rongcloud.call('getUser', { body: { userId: 'ann' } })),
    ];
    const first = await Promise.race([ready(), ...calls]);
    expect(first).toBe(503);
    for (const answer of await Promise.all(calls)) {
      expect(answer).toMatchObject(unavailable);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect(await ready()).toBe(503);
    expect((await fetch(`${on.url}/healthz`)).status).toBe(200);

    link.mend();
    for (let answered = 504; answered !== 200; ) answered = (await send('after')).status;
    while ((await ready()) !== 200);
    const stored = (await conversationMessages(on, 'ann', 'bob')).map(({ content }) => content);
    expect(stored.filter((content) => content === 'before' || content === 'after')).toEqual(['before', 'after']);
    expect(new Set(stored).size).toBe(stored.length);
  });

  test('leaves no lock behind in PostgreSQL: what a lost transaction held is free again by itself', async () => {
    expect(await send('before the lock')).toMatchObject({ status: 200 });
    const lost = on.ctx.db.transaction().execute(async (tx) => {
      await tx.updateTable('conversations').set({ last_sent_at: 0 }).execute();
      link.swallow();
      await tx.selectFrom('conversations').selectAll().execute();
    });
    await expect(lost).rejects.toSatisfy(isOutage);
    link.mend();
    for (let answered = 504; answered !== 200; ) answered = (await send('past the lock')).status;
  });

  test('is not what a connection has that is always in use: it stays the same for longer than a statement may take', async () => {
    const db = await openDb({ kind: 'postgres', url: link.url, poolSize: 1, statementMillis: 100 });
    const { pool } = driverOf(db);
    const processes = new Set<number>();
    const begun = performance.now();
    const ask = async () => {
      while (performance.now() - begun < 3000) processes.add((await pool.query('select pg_backend_pid() as pid')).rows[0].pid);
    };
    await Promise.all([ask(), ask(), ask()]);
    expect(processes.size).toBe(1);
    await db.destroy();
  });
});
