import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sensitive_words (
      app_id integer not null references apps,
      word text not null,
      replacement text,
      position bigint generated always as identity,
      created_at bigint not null,
      primary key (app_id, word)
    )`.execute(db);
  await sql`create index sensitive_words_by_position on sensitive_words (app_id, position)`.execute(db);
  await sql`alter table apps add column words_version integer not null default 0`.execute(db);
}
