import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import type { MediaTable } from './schema.ts';

export type MediaRow = Selectable<MediaTable>;

type MediaKey = Pick<MediaRow, 'app_id' | 'media_id'>;

export async function insertMedia(db: Db, row: MediaRow): Promise<void> {
  await db.insertInto('media').values(row).execute();
}

/** False when the row is gone, or somebody has taken it over. */
export async function markStored(db: Db, { app_id, media_id, created_at }: MediaRow): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('media')
    .set({ stored: true })
    .where('app_id', '=', app_id)
    .where('media_id', '=', media_id)
    .where('created_at', '=', created_at)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** The apps whose files an app can name: its own and those that trust it. */
const reachable = (appId: number) => sql`
  (select ${appId}::integer union all select trusted_id from app_trusts where app_trusts.app_id = ${appId}::integer)`;

/** Of the app itself, or of one that trusts it. */
export async function findMedia(db: Db, { app_id, media_id }: MediaKey): Promise<MediaRow | undefined> {
  const { rows } = await sql<MediaRow>`
    select * from media where app_id in ${reachable(app_id)} and media_id = ${media_id} and stored`.execute(db);
  return rows[0];
}

/** Those of the ids that are stored for the app itself or for one that trusts it. */
export async function findStoredIds(db: Db, appId: number, mediaIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ media_id: string }>`
    select media_id from media where app_id in ${reachable(appId)} and media_id = any(${mediaIds}::text[]) and stored`.execute(db);
  return new Set(rows.map((row) => row.media_id));
}

/**
 * Takes over rows from before `before` whose upload never ended. They are dated `now`, which keeps everybody else from taking them, and
 * the upload from ending after all.
 */
export async function takeAbandoned(db: Db, { before, now, limit }: { before: number; now: number; limit: number }): Promise<MediaRow[]> {
  const { rows } = await sql<MediaRow>`
    update media set created_at = ${now}
    where (app_id, media_id) in (
      select app_id, media_id from media where not stored and created_at < ${before} order by created_at limit ${limit} for update skip locked
    )
    returning *`.execute(db);
  return rows;
}

export async function deleteMedia(db: Db, rows: MediaKey[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from media where (app_id, media_id) in (
      select app_id, media_id from unnest(${rows.map((row) => row.app_id)}::integer[], ${rows.map((row) => row.media_id)}::text[])
        as gone(app_id, media_id)
    )`.execute(db);
}
