import type { Ctx } from '../../context.ts';
import type { Db } from '../../store/db.ts';
import * as store from '../../store/sensitive-words.ts';
import { afterCommit, inTransaction } from '../../store/transaction.ts';
import { DomainError } from '../errors.ts';
import type { Word } from './word-filter.ts';

/** What is stored of a word. */
export type StoredWord = store.WordRow;

/** Words of punctuation, blanks and signs without a shape alone would be found in almost every message. */
const meaningless = /^[\p{P}\p{Z}\p{C}]*$/u;

/**
 * Lists the words, all or none of them; one that is listed keeps its place and gets the replacement, or blocks without one. Of a word
 * that comes twice the last holds. Returns how many more the app may list. Fails with `words-full`, which says the same, or with
 * `parameter-invalid`.
 */
export async function addWords(ctx: Ctx, words: Word[]): Promise<number> {
  const { limit } = ctx.app.settings.sensitiveWords;
  for (const { word } of words) requireMeaning(word);
  const byWord = new Map(words.map((entry) => [entry.word, entry]));
  return change(ctx, async (tx) => {
    const { total, listed } = await store.countWords(tx, ctx.app.id, [...byWord.keys()]);
    const added = byWord.size - listed;
    if (added > 0 && total + added > limit) throw new DomainError('words-full', { remaining: Math.max(0, limit - total) });
    await store.upsertWords(tx, { appId: ctx.app.id, at: ctx.clock.now() }, [...byWord.values()]);
    return Math.max(0, limit - total - added);
  });
}

/** Words that are not listed are no failure. */
export async function removeWords(ctx: Ctx, words: string[]): Promise<void> {
  await change(ctx, (tx) => store.deleteWords(tx, ctx.app.id, words));
}

/** Removes all of the words, or fails with `word-unknown` about the first that is not listed. */
export async function removeListedWords(ctx: Ctx, words: string[]): Promise<void> {
  await change(ctx, async (tx) => {
    const removed = new Set(await store.deleteWords(tx, ctx.app.id, words));
    const unknown = words.find((word) => !removed.has(word));
    if (unknown !== undefined) throw new DomainError('word-unknown', { subject: unknown });
  });
}

/**
 * Writes a word in another way; place, time and replacement stay. When the other is listed too, that one stays as it is. Fails with
 * `word-unknown` or `parameter-invalid`.
 */
export async function rewriteWord(ctx: Ctx, from: string, to: string): Promise<void> {
  requireMeaning(to);
  await change(ctx, async (tx) => {
    const { listed } = await store.countWords(tx, ctx.app.id, [to]);
    const merges = listed > 0 && from !== to;
    const found = merges ? await store.deleteWords(tx, ctx.app.id, [from]) : await store.renameWord(tx, ctx.app.id, { from, to });
    if (found.length === 0) throw new DomainError('word-unknown', { subject: from });
  });
}

/** In the order of adding, all of them or one kind. */
export async function listWords(ctx: Ctx, kind: store.WordKind): Promise<StoredWord[]> {
  return store.listWords(ctx.db, ctx.app.id, kind);
}

/** Words of both kinds in the order of adding, with the number of all. */
export async function pageOfWords(ctx: Ctx, page: { offset: number; limit: number }): Promise<{ total: number; words: StoredWord[] }> {
  const { total } = await store.countWords(ctx.db, ctx.app.id, []);
  return { total, words: await store.pageOfWords(ctx.db, ctx.app.id, page) };
}

function requireMeaning(word: string): void {
  if (!meaningless.test(word)) return;
  throw new DomainError('parameter-invalid', { field: 'word', reason: `${JSON.stringify(word)} has only punctuation or blanks` });
}

/** Changes of an app's words wait for each other. This node filters by the new words at once, others within a second. */
async function change<T>(ctx: Ctx, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(ctx.db, async (tx) => {
    await afterCommit(tx, async () => ctx.apps.forget(ctx.app.key));
    await store.countChange(tx, ctx.app.id);
    return work(tx);
  });
}
