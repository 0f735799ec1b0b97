import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence message_ids minvalue 1 maxvalue 9007199254740991`.execute(db);
  await sql`
    create table conversations (
      id bigint generated always as identity primary key,
      app_id integer not null references apps,
      kind smallint not null,
      key text not null,
      last_seq bigint not null,
      unique (app_id, kind, key)
    )`.execute(db);
  // A message's conversation is not checked: the one statement that writes both takes the id from the conversation's row,
  // and the check would add half to its cost.
  await sql`
    create table messages (
      conversation_id bigint not null,
      seq bigint not null,
      id bigint not null unique,
      sender_id text not null,
      object_name text not null,
      content text not null,
      options text not null,
      sent_at bigint not null,
      persisted boolean not null,
      retracted_at bigint,
      primary key (conversation_id, seq)
    )`.execute(db);
}
