import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table media (
      app_id integer not null references apps,
      media_id text not null,
      kind text not null,
      bytes integer not null,
      hash text not null,
      content_type text not null,
      name text,
      created_at bigint not null,
      stored boolean not null,
      primary key (app_id, media_id)
    )`.execute(db);
  await sql`create index media_abandoned on media (created_at) where not stored`.execute(db);
}
