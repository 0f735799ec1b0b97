import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createDevices(db);
  await createPushes(db);
  await sql`
    create table broadcasts (
      message_id bigint primary key,
      app_id integer not null references apps,
      position bigint,
      task_id bigint,
      online_only boolean not null,
      sent_at bigint not null,
      unique (app_id, position)
    )`.execute(db);
  await sql`create index unplaced_broadcasts on broadcasts (task_id) where position is null`.execute(db);
  await sql`create index broadcasts_by_time on broadcasts (online_only, sent_at)`.execute(db);
  await sql`alter table apps add column last_broadcast bigint not null default 0`.execute(db);
}

async function createDevices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table devices (
      app_id integer not null references apps,
      device_id text not null,
      user_id text not null,
      platform text not null,
      package_name text,
      provider text,
      token text,
      push_allowed boolean not null,
      connected_at bigint not null,
      primary key (app_id, device_id)
    )`.execute(db);
  await sql`create index devices_by_user on devices (app_id, user_id)`.execute(db);
}

async function createPushes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table push_tasks (
      id bigint generated always as identity primary key,
      app_id integer not null references apps,
      public_id text not null,
      audience text not null,
      platforms text[] not null,
      notification text,
      message_id bigint,
      state text not null,
      expanded_to text not null default '',
      sent integer not null default 0,
      failed integer not null default 0,
      skipped integer not null default 0,
      created_at bigint not null,
      finished_at bigint
    )`.execute(db);
  await sql`create index push_tasks_by_time on push_tasks (created_at)`.execute(db);
  await sql`
    create table push_targets (
      task_id bigint not null,
      user_id text not null,
      device_id text not null,
      state text not null,
      attempts smallint not null,
      primary key (task_id, user_id, device_id)
    )`.execute(db);
  await sql`
    create index open_push_targets on push_targets (task_id, user_id, device_id) where state in ('pending', 'sending')`.execute(db);
}
