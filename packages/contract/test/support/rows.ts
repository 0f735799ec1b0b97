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
  // Empty ones are left alone: PostgreSQL makes new files for each table that it truncates.
  const filled = await sql
    .raw<{ name: string }>(names.map((name) => `select '${name}' as name where exists (select from ${name})`).join(' union all '))
    .execute(db);
  if (filled.rows.length > 0) await sql.raw(`truncate ${filled.rows.map(({ name }) => name).join()} cascade`).execute(db);
  await sql`
    select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
    where schemaname = 'public' and not sequencename like any (${save.map((name) => `${name}\\_%`)}::text[])`.execute(db);
}
