import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, startTestServer, type TestServer } from '../../contract/test/support/server.ts';
import { createApp } from '../src/domain/apps.ts';
import { systemClock } from '../src/domain/clock.ts';
import { unavailableFor } from '../src/domain/errors.ts';
import { privateConversation } from '../src/domain/messages/conversation.ts';
import { type Message, readConversation } from '../src/domain/messages/history.ts';
import { MessageLog } from '../src/domain/messages/log.ts';
import { messageIdOf } from '../src/domain/uid.ts';
import { type Db, openDb } from '../src/store/db.ts';
import type { NewMessage } from '../src/store/messages.ts';

describe('over HTTP', () => {
  let on: TestServer;
  beforeAll(async () => {
    on = await startTestServer();
  });
  afterAll(() => on.stop());

  /** The UID of a message from one user to another. */
  async function send(content: string, { from = 'ann', to = 'bob' } = {}): Promise<string> {
    const body = { fromUserId: from, toUserId: [to], objectName: 'App:T', content };
    const answer = await on.rongcloud.call('publishPrivateMessage', { body });
    return (answer.body as { messageUIDs: { messageUID: string }[] }).messageUIDs[0]!.messageUID;
  }

  async function readAll(one: string, other: string, limit: number): Promise<Message[]> {
    const messages: Message[] = [];
    for (;;) {
      const after = messages.at(-1)?.seq ?? 0;
      const page = await readConversation(on.ctx, privateConversation(one, other), { after, limit });
      expect(page.length).toBeLessThanOrEqual(limit);
      if (page.length === 0) return messages;
      messages.push(...page);
    }
  }

  test('a thousand sends at once into one conversation are all there, in one order without gap or repeat', async () => {
    const contents = Array.from({ length: 1000 }, (_, index) => `message ${index}`);
    const uids = await Promise.all(contents.map((content, index) => send(content, index % 2 ? {} : { from: 'bob', to: 'ann' })));
    const stored = await readAll('ann', 'bob', 300);
    expect(stored.map(({ seq }) => seq)).toEqual(contents.map((_, index) => index + 1));
    const answered = new Map(uids.map((uid, index) => [messageIdOf(uid), contents[index]]));
    expect(new Map(stored.map(({ id, content }) => [id, content]))).toEqual(answered);
    const ids = stored.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  }, 120_000);

  test('readiness is refused while a batch takes too long', async () => {
    const ready = async () => (await fetch(`${on.url}/readyz`)).status;
    const sent = await whileHeld(on.ctx.db, async () => {
      const under = { sent: send('late', { from: 'eve', to: 'fay' }) };
      while ((await ready()) === 200);
      return under;
    });
    await sent.sent;
    while ((await ready()) !== 200);
  });

  test('sends that wait for each other are stored in their order, and pages of any size read the same', async () => {
    const contents = Array.from({ length: 20 }, (_, index) => `in turn ${index}`);
    for (const [index, content] of contents.entries())
      await send(content, index % 3 ? { from: 'cat', to: 'dan' } : { from: 'dan', to: 'cat' });
    for (const limit of [1, 7, 20, 21]) expect((await readAll('dan', 'cat', limit)).map(({ content }) => content)).toEqual(contents);
  });
});

/** Runs while nothing can be stored in any conversation: on the embedded database since there is one connection. */
function whileHeld<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table conversations`.execute(tx);
    return work();
  });
}

describe('a submission', () => {
  let db: Db;
  let drop: () => Promise<void>;
  let appId: number;
  beforeEach(async () => {
    const fresh = await freshDatabase();
    db = await openDb(fresh.database);
    drop = fresh.drop;
    appId = (await createApp({ db, clock: systemClock }, { name: 'test' }))!.id;
  });
  afterEach(async () => {
    await db.destroy();
    await drop();
  });

  const message = (content: string, keys: string[]): NewMessage => ({
    appId,
    senderId: 'ann',
    objectName: 'App:T',
    content,
    options: '{}',
    sentAt: 1,
    persisted: true,
    conversations: keys.map((key) => ({ kind: 1, key })),
  });
  const stored = () =>
    db
      .selectFrom('messages')
      .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
      .select(['messages.id', 'key', 'seq', 'content', 'last_seq'])
      .orderBy('key')
      .orderBy('seq')
      .execute();
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

  test('to a thousand conversations is answered in the order given, twice to one of them takes two places', async () => {
    const log = new MessageLog(db);
    const copies = await log.append([message('x', ['twice', ...keys(998), 'twice'])]);
    const rows = await stored();
    expect(rows).toHaveLength(1000);
    expect(copies.map(({ id }) => rows.find((row) => row.id === id)?.key)).toEqual(['twice', ...keys(998), 'twice']);
    expect(copies.map(({ seq }) => seq)).toEqual([...Array(999).fill(1), 2]);
  });

  test('that the database refuses for one of a thousand conversations leaves nothing', async () => {
    const log = new MessageLog(db);
    await expect(log.append([message('x', [...keys(999), 'no\0text'])])).rejects.toThrow(/0x00/);
    expect(await stored()).toEqual([]);
    expect((await log.append([message('x', ['c7'])]))[0]).toMatchObject({ seq: 1 });
  });

  test('of several messages is stored whole and answered in their order, or leaves nothing', async () => {
    const log = new MessageLog(db);
    const copies = await log.append([message('a', ['k2']), message('b', ['k1', 'k2']), message('c', ['k2'])]);
    const rows = await stored();
    expect(copies.map(({ id }) => rows.find((row) => row.id === id)).map((row) => [row?.key, row?.seq, row?.content])).toEqual([
      ['k2', 1, 'a'],
      ['k1', 1, 'b'],
      ['k2', 2, 'b'],
      ['k2', 3, 'c'],
    ]);
    const results = await Promise.allSettled([
      log.append([message('d', ['k1']), message('bad \0', ['k2']), message('e', ['k2'])]),
      log.append([message('f', ['k1']), message('g', ['k1'])]),
    ]);
    expect(results).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: [{ seq: 2 }, { seq: 3 }] }]);
    expect((await stored()).map(({ content }) => content)).toEqual(['b', 'f', 'g', 'a', 'b', 'c']);
  });

  test('that is bad fails alone: those that came with it are stored once, in the order of coming', async () => {
    const log = new MessageLog(db);
    const contents = ['a', 'b', 'bad \0', 'c', 'worse \0', 'd'];
    const results = await Promise.allSettled(contents.map((content) => log.append([message(content, ['k1', 'k2'])])));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    const rows = await stored();
    for (const key of ['k1', 'k2']) {
      const inOrder = rows.filter((row) => row.key === key).map(({ seq, content, last_seq }) => [seq, content, last_seq]);
      expect(inOrder).toEqual(['a', 'b', 'c', 'd'].map((content, index) => [index + 1, content, 4]));
    }
  });

  test('for a conversation that others write to at the same time leaves no gap', async () => {
    const logs = [new MessageLog(db), new MessageLog(db), new MessageLog(db)];
    const sends = Array.from({ length: 300 }, (_, index) =>
      logs[index % 3]!.append([message(`m${index}`, index % 2 ? ['k1', 'k2'] : ['k2', 'k1', 'k3'])]),
    );
    const copies = (await Promise.all(sends)).flat();
    const rows = await stored();
    expect(rows.map(({ id }) => id).sort()).toEqual(copies.map(({ id }) => id).sort());
    for (const key of ['k1', 'k2', 'k3']) {
      const seqs = rows.filter((row) => row.key === key).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    }
  });

  test('from a clock that is behind gets the time of the conversation, which its caller is told', async () => {
    const log = new MessageLog(db);
    const send = (sentAt: number, ...to: string[]) => log.append([{ ...message('x', to), sentAt }]);
    await send(100, 'k1');
    expect((await send(90, 'k1', 'k2')).map(({ sentAt }) => sentAt)).toEqual([100, 90]);
    const together = (await Promise.all([send(120, 'k1'), send(110, 'k1'), send(95, 'k2')])).flat();
    expect(together.map(({ sentAt }) => sentAt)).toEqual([120, 120, 95]);
    const rows = await db.selectFrom('messages').select(['id', 'sent_at']).orderBy('conversation_id').orderBy('seq').execute();
    expect(rows.map(({ sent_at }) => sent_at)).toEqual([100, 100, 120, 120, 90, 95]);
  });

  test('is stored by the time nothing is waiting any more', async () => {
    const log = new MessageLog(db);
    const sends = Array.from({ length: 5000 }, (_, index) => log.append([message('x', [`k${index % 7}`])]));
    await log.settled();
    expect(await stored()).toHaveLength(5000);
    await Promise.all(sends);
  });

  test('that the database does not answer in time fails as an outage, and so does what waits for the next batch', async () => {
    const log = new MessageLog(db, { batchMillis: 100 });
    const results = await whileHeld(db, async () => {
      const first = log.append([message('first', ['k'])]);
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      return Promise.allSettled([first, log.append([message('second', ['k'])])]);
    });
    const reasons = results.map((result) => unavailableFor((result as PromiseRejectedResult).reason)?.code);
    expect(reasons).toEqual(['unavailable', 'unavailable']);
    await log.append([message('third', ['k'])]);
    const contents = (await stored()).map(({ content }) => content);
    expect(contents).toContain('third');
    expect(contents).not.toContain('second');
  });

  test('beyond what may wait of one app is refused at once, and nothing of it stored, while another app is taken', async () => {
    const log = new MessageLog(db);
    const other = (await createApp({ db, clock: systemClock }, { name: 'other' }))!.id;
    const many = (content: string) => log.append([message(content, keys(2000))]);
    const sends = await whileHeld(db, async () => {
      const taken = Array.from({ length: 10 }, (_, index) => many(`taken ${index}`));
      await expect(many('refused')).rejects.toMatchObject({ code: 'unavailable' });
      return [...taken, log.append([{ ...message('of another', ['k']), appId: other }])];
    });
    await Promise.all(sends);
    const contents = new Set((await stored()).map(({ content }) => content));
    expect(contents.size).toBe(11);
    expect(contents).not.toContain('refused');
  });

  // The embedded database has one connection, which nothing cuts.
  test.runIf(process.env.DATABASE_URL)('whose connection breaks is not tried again, since it may be stored', async () => {
    const log = new MessageLog(db);
    await log.append([message('first', ['k'])]);
    const results = await db.transaction().execute(async (tx) => {
      await tx.updateTable('conversations').set({ last_seq: 1 }).execute();
      const sends = Promise.allSettled(['a', 'b'].map((content) => log.append([message(content, ['k'])])));
      await endBlockedQuery();
      return sends;
    });
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await stored()).toMatchObject([{ content: 'first', last_seq: 1 }]);
    expect(await log.append([message('next', ['k'])])).toMatchObject([{ seq: 2 }]);
  });

  /** Cuts the connection that waits for a lock, as soon as there is one. */
  async function endBlockedQuery(): Promise<void> {
    const cut = sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await cut.execute(db)).rows.length === 0);
  }
});
