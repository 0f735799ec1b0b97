import { describe, expect, test } from 'vitest';
import { messageIdOf, messageUid, randomUid } from '../src/domain/uid.ts';

const shape = /^[0-9A-V]{4}(-[0-9A-V]{4}){3}$/;
const most = Number.MAX_SAFE_INTEGER;

describe('the UID of a message', () => {
  test('leads back to its id, at the edges and between', () => {
    const ids = [1, 2, 31, 32, 2 ** 31, 2 ** 32 - 1, 2 ** 32, most - 1, most];
    for (let id = 7; id < most; id *= 3) ids.push(id);
    for (const id of ids) {
      expect(messageUid(id)).toMatch(shape);
      expect(messageIdOf(messageUid(id))).toBe(id);
    }
  });

  test('is another one for each id, and neighbours do not look alike', () => {
    const uids = Array.from({ length: 10_000 }, (_, index) => messageUid(index + 1));
    expect(new Set(uids).size).toBe(10_000);
    expect(new Set(uids.map((uid) => uid.slice(0, 4))).size).toBeGreaterThan(9000);
  });
});

describe('what is no UID of a message', () => {
  const uid = messageUid(1);
  const wrong = [
    '',
    'x',
    uid.toLowerCase(),
    uid.replaceAll('-', ''),
    `${uid}0`,
    `${uid}\n`,
    ` ${uid}`,
    uid.replace(/.$/, 'W'),
    messageUid(0),
  ];

  test.each(wrong)('%j', (text) => {
    expect(messageIdOf(text)).toBeUndefined();
  });

  test('one digit changed', () => {
    for (const digit of '0123456789ABCDEFGHIJKLMNOPQRSTUV') {
      const changed = digit + uid.slice(1);
      if (changed !== uid) expect(messageIdOf(changed)).toBeUndefined();
    }
  });

  test('a random one', () => {
    for (let round = 0; round < 100; round++) {
      const random = randomUid();
      expect(random).toMatch(shape);
      expect(messageIdOf(random)).toBeUndefined();
    }
  });
});
