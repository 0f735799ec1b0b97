import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table message_randoms (
      app_id integer not null references apps,
      sender_id text not null,
      random bigint not null,
      sent_at bigint not null,
      primary key (app_id, sender_id, random)
    )`.execute(db);
  await sql`create index message_randoms_by_age on message_randoms (sent_at)`.execute(db);
}
