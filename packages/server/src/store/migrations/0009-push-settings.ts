import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notification_levels (
      app_id integer not null references apps,
      user_id text not null,
      kind smallint not null,
      target_id text not null,
      channel text not null,
      level smallint not null,
      by_switch boolean not null,
      primary key (app_id, user_id, kind, target_id, channel)
    )`.execute(db);
  await sql`
    create table quiet_periods (
      app_id integer not null references apps,
      user_id text not null,
      start_time text not null,
      minutes smallint not null,
      level smallint not null,
      primary key (app_id, user_id)
    )`.execute(db);
  await sql`
    create table user_remarks (
      app_id integer not null references apps,
      user_id text not null,
      target_id text not null,
      remark text not null,
      position bigint generated always as identity,
      primary key (app_id, user_id, target_id)
    )`.execute(db);
  await sql`create index user_remarks_by_position on user_remarks (app_id, user_id, position)`.execute(db);
  await sql`create index user_remarks_by_target on user_remarks (app_id, target_id)`.execute(db);
  await sql`
    create table group_remarks (
      app_id integer not null references apps,
      user_id text not null,
      group_id text not null,
      remark text not null,
      primary key (app_id, user_id, group_id)
    )`.execute(db);
}
