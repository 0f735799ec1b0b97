import { type Kysely, sql } from 'kysely';

/** Both dialects' do-not-disturb of a user or group becomes one row: a level at which nothing notifies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notification_levels add column target_app_id integer`.execute(db);
  await sql`
    alter table notification_levels
      alter column target_app_id type integer using app_id,
      alter column target_app_id set not null,
      drop constraint notification_levels_pkey,
      add primary key (app_id, user_id, kind, target_app_id, target_id, channel),
      add foreign key (target_app_id) references apps`.execute(db);
  await sql`
    insert into notification_levels (app_id, user_id, kind, target_app_id, target_id, channel, level, by_switch)
    select app_id, user_id, case kind when 'user' then 1 else 3 end, target_app_id, target_id, '', 5, true from quiet_targets
    on conflict (app_id, user_id, kind, target_app_id, target_id, channel) do update set level = 5, by_switch = true`.execute(db);
  await sql`drop table quiet_targets`.execute(db);
  await sql`create index notification_levels_by_target on notification_levels (target_app_id, kind, target_id)`.execute(db);
}
