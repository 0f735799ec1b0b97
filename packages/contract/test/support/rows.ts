import { type Insertable, sql } from 'kysely';
import type { Db } from '../../../server/src/store/db.ts';
import type { Schema } from '../../../server/src/store/schema.ts';

/** Rows by table. */
export type Rows = { [Table in keyof Schema]?: Insertable<Schema[Table]>[] };

/** In the order of the tables. */
export async function insertRows(db: Db, rows: Rows): Promise<void> {
  for (const [table, values] of Object.entries(rows)) {
    await db
      .insertInto(table as never)
      .values(values as never)
      .execute();
  }
}

/** Every table of ours, save those named. */
export async function emptyTables(db: Db, save: string[] = []): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  const names = rows.map(({ name }) => name).filter((name) => !save.includes(name));
  await sql.raw(`truncate ${names.join()} restart identity`).execute(db);
}
