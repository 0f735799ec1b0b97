import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { SensitiveWordTable } from './schema.ts';

export type WordRow = Pick<Selectable<SensitiveWordTable>, 'word' | 'replacement' | 'created_at'>;

/** Words that block, words that are replaced, or both. */
export type WordKind = 'blocking' | 'replacing' | 'all';

/** Raises the version of the app's words; other changes of them wait for the end of the transaction. */
export async function countChange(db: Db, appId: number): Promise<void> {
  await db
    .updateTable('apps')
    .set((eb) => ({ words_version: eb('words_version', '+', 1) }))
    .where('id', '=', appId)
    .execute();
}

/** How many words the app has, and how many of those given are among them. */
export async function countWords(db: Db, appId: number, words: string[]): Promise<{ total: number; listed: number }> {
  const { rows } = await sql<{ total: number; listed: number }>`
    select count(*)::int as total, (count(*) filter (where word = any(${words}::text[])))::int as listed
    from sensitive_words where app_id = ${appId}::int`.execute(db);
  return rows[0]!;
}

/** Adds in the order given; those that are there get the replacement. No word comes twice. */
export async function upsertWords(
  db: Db,
  { appId, at }: { appId: number; at: number },
  words: Pick<WordRow, 'word' | 'replacement'>[],
): Promise<void> {
  await sql`
    insert into sensitive_words (app_id, word, replacement, created_at)
    select ${appId}::int, word, replacement, ${at}::bigint
    from unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ replacement }) => replacement)}::text[])
      with ordinality as t(word, replacement, ord) order by ord
    on conflict (app_id, word) do update set replacement = excluded.replacement`.execute(db);
}

/** Returns those that were there. */
export async function deleteWords(db: Db, appId: number, words: string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    delete from sensitive_words where app_id = ${appId}::int and word = any(${words}::text[]) returning word`.execute(db);
  return rows.map(({ word }) => word);
}

/** Returns it, or nothing when it was not there. */
export async function renameWord(db: Db, appId: number, { from, to }: { from: string; to: string }): Promise<string[]> {
  const rows = await db
    .updateTable('sensitive_words')
    .set({ word: to })
    .where('app_id', '=', appId)
    .where('word', '=', from)
    .returning('word')
    .execute();
  return rows.map(({ word }) => word);
}

/** In the order of adding. */
export async function listWords(db: Db, appId: number, kind: WordKind): Promise<WordRow[]> {
  return select(db, appId)
    .$if(kind !== 'all', (query) => query.where('replacement', kind === 'blocking' ? 'is' : 'is not', null))
    .execute();
}

/** In the order of adding. */
export async function pageOfWords(db: Db, appId: number, page: { offset: number; limit: number }): Promise<WordRow[]> {
  return select(db, appId).offset(page.offset).limit(page.limit).execute();
}

function select(db: Db, appId: number) {
  return db.selectFrom('sensitive_words').select(['word', 'replacement', 'created_at']).where('app_id', '=', appId).orderBy('position');
}

/** All words with the version that they are of. */
export async function readWordList(db: Db, appId: number): Promise<{ version: number; words: Pick<WordRow, 'word' | 'replacement'>[] }> {
  const rows = await db
    .selectFrom('apps')
    .leftJoin('sensitive_words', 'sensitive_words.app_id', 'apps.id')
    .select(['words_version', 'word', 'replacement'])
    .where('apps.id', '=', appId)
    .orderBy('position')
    .execute();
  const words = rows.flatMap(({ word, replacement }) => (word === null ? [] : [{ word, replacement }]));
  return { version: rows[0]?.words_version ?? 0, words };
}
