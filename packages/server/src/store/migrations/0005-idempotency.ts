import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_keys (
      app_id integer not null references apps,
      key text not null,
      fingerprint text not null,
      status smallint,
      body text,
      created_at bigint not null,
      primary key (app_id, key)
    )`.execute(db);
  await sql`create index idempotency_keys_by_age on idempotency_keys (created_at)`.execute(db);
}
