import { expect } from 'vitest';
import type { Caller } from '../../../contract/src/index.ts';
import { messageIdOf } from '../../src/domain/uid.ts';
import { type DatabaseTarget, openDb } from '../../src/store/db.ts';

/** What a caller was told: this message is stored under this id. */
interface Answered {
  id: number;
  sender: number;
  content: string;
}

/** Callers who send one message after the other, each with a content of its own, until they are told to end. */
export interface Senders {
  /** Resolves when so many more messages have been answered with success; rejects when a call gets an answer that it should not get. */
  answered(more: number): Promise<void>;
  /** Resolves when so many more calls have been answered with unavailable. */
  refused(more: number): Promise<void>;
  end(): Promise<void>;
  /** Everything that was answered is stored once, each sender's messages in their order, without a gap. */
  expectWhole(database: DatabaseTarget): Promise<void>;
}

/** Every second one sends with a number against repeats, that is in a transaction. */
export function sendOn(caller: Caller, count: number): Senders {
  const seen = { answered: [] as Answered[], refused: 0, ended: false };
  const news = new EventTarget();
  const tell = () => news.dispatchEvent(new Event('answer'));
  const running = Promise.all(Array.from({ length: count }, (_, sender) => sendAll(caller, { seen, sender, tell })));
  const until = async (reached: () => boolean) => {
    while (!reached()) await Promise.race([new Promise((resolve) => news.addEventListener('answer', resolve, { once: true })), running]);
  };
  return {
    answered: (more) => {
      const goal = seen.answered.length + more;
      return until(() => seen.answered.length >= goal);
    },
    refused: (more) => {
      const goal = seen.refused + more;
      return until(() => seen.refused >= goal);
    },
    end: async () => {
      seen.ended = true;
      await running;
    },
    expectWhole: (database) => expectWhole(database, seen.answered),
  };
}

interface Sending {
  seen: { answered: Answered[]; refused: number; ended: boolean };
  sender: number;
  tell: () => void;
}

async function sendAll(caller: Caller, { seen, sender, tell }: Sending): Promise<void> {
  for (let number = 0; !seen.ended; number++) {
    const content = `${sender} ${number} ${'x'.repeat(1500)}`;
    const random = sender % 2 === 0 && { msgRandom: String(sender * 1_000_000 + number) };
    const body = { fromUserId: `user${sender}`, toUserId: ['bob'], objectName: 'App:T', content, ...random };
    const answer = await caller.call('publishPrivateMessage', { body });
    if (answer.status === 200) {
      const { messageUIDs } = answer.body as { messageUIDs: { messageUID: string }[] };
      seen.answered.push({ id: messageIdOf(messageUIDs[0]!.messageUID)!, sender, content });
    } else {
      expect(answer).toMatchObject({ status: 504, body: { code: 1050 } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      seen.refused++;
    }
    tell();
  }
}

async function expectWhole(database: DatabaseTarget, answered: Answered[]): Promise<void> {
  const db = await openDb(database);
  const rows = await db
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversation_id')
    .select(['messages.id', 'key', 'seq', 'content', 'last_seq'])
    .orderBy('key')
    .orderBy('seq')
    .execute();
  await db.destroy();
  const stored = new Map(rows.map(({ id, content }) => [id, content]));
  expect(answered.filter(({ id, content }) => stored.get(id) !== content)).toEqual([]);
  expect(new Set(rows.map(({ content }) => content)).size).toBe(rows.length);
  for (const [key, copies] of Map.groupBy(rows, (row) => row.key)) {
    expect(copies.map(({ seq }) => seq)).toEqual(copies.map((_, index) => index + 1));
    expect(copies.at(-1)!.last_seq).toBe(copies.length);
    const numbers = copies.map(({ content }) => Number(content.split(' ')[1]));
    expect({ key, numbers }).toEqual({ key, numbers: numbers.toSorted((one, other) => one - other) });
  }
}
