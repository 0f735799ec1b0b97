import { describe, expect, test } from 'vitest';
import type { App } from '../src/domain/apps.ts';
import { WordFilters, type WordList } from '../src/domain/moderation/filters.ts';

const app = (id: number, wordsVersion: number) => ({ id, wordsVersion }) as App;
const listOf = (version: number, count = 1): WordList => ({
  version,
  words: Array.from({ length: count }, (_, index) => ({ word: `word${version}x${index}`, replacement: null })),
});
const words = (count: number) => listOf(1, count);

/** Filters over lists that the test holds, and a note of each reading. */
function filtersOver(read: (appId: number) => WordList | Promise<WordList>, options: { most?: number } = {}) {
  const reads: number[] = [];
  const filters = new WordFilters(async (appId) => {
    reads.push(appId);
    return read(appId);
  }, options);
  return { filters, reads };
}

describe("an app's filter", () => {
  test('is built once for all who ask', async () => {
    const { filters, reads } = filtersOver(() => words(1));
    const built = await Promise.all([1, 2, 3].map(() => filters.of(app(1, 1))));
    expect(await filters.of(app(1, 1))).toBe(built[0]);
    expect(new Set(built).size).toBe(1);
    expect(reads).toEqual([1]);
  });

  test('is built again when the app has changed its words, not when a caller knows an older version', async () => {
    let version = 1;
    const { filters, reads } = filtersOver(() => listOf(version));
    await filters.of(app(1, 1));
    version = 2;
    expect((await filters.of(app(1, 2))).judge('word2x0')).toEqual({ blockedBy: 'word2x0' });
    expect((await filters.of(app(1, 1))).judge('word2x0')).toEqual({ blockedBy: 'word2x0' });
    expect(reads).toEqual([1, 1]);
  });

  test('that is being built from older words does not serve who knows newer ones', async () => {
    const [begun, old] = [Promise.withResolvers<void>(), Promise.withResolvers<WordList>()];
    const lists = [old.promise, Promise.resolve(listOf(2))];
    const { filters, reads } = filtersOver(() => {
      begun.resolve();
      return lists.shift()!;
    });
    const first = filters.of(app(1, 1));
    await begun.promise;
    const later = [filters.of(app(1, 2)), filters.of(app(1, 2))];
    old.resolve(listOf(1));
    expect((await first).judge('word2x0')).toEqual({ text: 'word2x0' });
    for (const filter of await Promise.all(later)) expect(filter.judge('word2x0')).toEqual({ blockedBy: 'word2x0' });
    expect(reads).toEqual([1, 1]);
  });

  test('that could not be read fails for who asked, and is tried again', async () => {
    const lists = [Promise.reject(new Error('no database')), Promise.resolve(words(1))];
    const { filters } = filtersOver(() => lists.shift()!);
    await expect(filters.of(app(1, 1))).rejects.toThrow('no database');
    expect((await filters.of(app(1, 1))).size).toBe(1);
  });

  test('is served though the database is older than the app says', async () => {
    const { filters } = filtersOver(() => words(1));
    expect((await filters.of(app(1, 9))).size).toBe(1);
  });
});

test('building takes about a tenth of the time at most, however fast the words change', async () => {
  let version = 0;
  const built: { from: number; to: number }[] = [];
  const { filters } = filtersOver(() => {
    const from = performance.now();
    while (performance.now() < from + 2);
    version += 1;
    built.push({ from, to: performance.now() });
    return listOf(version);
  });
  for (let change = 1; change <= 5; change++) await filters.of(app(1, change));
  expect(built).toHaveLength(5);
  for (const [index, { from, to }] of built.slice(0, -1).entries()) {
    expect(built[index + 1]!.from - to).toBeGreaterThan((to - from) * 8);
  }
});

describe('when there are too many words', () => {
  test('of filters of one size those that were used last are kept', async () => {
    const { filters, reads } = filtersOver(() => words(40), { most: 100 });
    for (const id of [1, 2, 1, 3]) await filters.of(app(id, 1));
    expect(reads).toEqual([1, 2, 3]);
    for (const id of [1, 3]) await filters.of(app(id, 1));
    expect(reads).toEqual([1, 2, 3]);
    await filters.of(app(2, 1));
    expect(reads).toEqual([1, 2, 3, 2]);
  });

  test('the largest makes room, whoever was used last: apps with few words keep theirs', async () => {
    const { filters, reads } = filtersOver((id) => words(id <= 2 ? 60 : 5), { most: 100 });
    for (let round = 0; round < 3; round++) for (const id of [3, 1, 4, 2, 5]) await filters.of(app(id, 1));
    expect(reads.filter((id) => id > 2)).toEqual([3, 4, 5]);
    expect(reads.filter((id) => id <= 2)).toEqual([1, 2, 1, 2, 1, 2]);
  });

  test('one that made room is not built again before its rest is over', async () => {
    const built: { from: number; to: number }[] = [];
    const { filters } = filtersOver(
      (id) => {
        const from = performance.now();
        if (id === 1) {
          while (performance.now() < from + 2);
          built.push({ from, to: performance.now() });
        }
        return words(60);
      },
      { most: 100 },
    );
    for (const id of [1, 2, 1]) await filters.of(app(id, 1));
    expect(built[1]!.from - built[0]!.to).toBeGreaterThan((built[0]!.to - built[0]!.from) * 8);
  });
});
