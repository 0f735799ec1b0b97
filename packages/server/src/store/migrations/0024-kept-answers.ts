import { type Kysely, sql } from 'kysely';

/** A key is written down together with its answer, not before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from idempotency_keys where status is null`.execute(db);
  await sql`alter table idempotency_keys alter column status set not null`.execute(db);
}
