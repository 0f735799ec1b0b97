import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';
import type { PushTargetTable } from './push-tables.ts';

export type TargetState = PushTargetTable['state'];

/** Whom a push is for: all registered users, those named, or registered users with these tags and this application. */
export type AudienceFilter =
  | { kind: 'all' }
  | { kind: 'users'; userIds: string[] }
  | { kind: 'match'; allTags: string[]; anyTags: string[]; packageName?: string | undefined };

export interface Expansion {
  taskId: number;
  appId: number;
  audience: AudienceFilter;
  /** Of the devices. */
  platforms: string[];
  /** Devices that connected before are left out. */
  connectedAfter: number;
  /** A user without a device gets a target all the same, one that is skipped. */
  everyUser: boolean;
}

/**
 * Makes the targets of the next users of the audience, in the order of their ids, and notes in the task how far it is, in one
 * statement. Returns the last of the users; undefined when there are no more, and the task is `sending`.
 */
export async function expandNextUsers(
  db: Db,
  expansion: Expansion,
  { after, limit }: { after: string; limit: number },
): Promise<string | undefined> {
  const { taskId, appId, audience, platforms } = expansion;
  const packageName = audience.kind === 'match' ? audience.packageName : undefined;
  const { rows } = await sql<{ users: number; last: string }>`
    with page as (
      select u.user_id from ${usersOf(appId, audience)} where u.user_id > ${after} and ${matches(expansion)}
      order by u.user_id limit ${limit}
    ), made as (
      insert into push_targets (task_id, user_id, device_id, state, attempts)
      select ${taskId}::bigint, page.user_id, coalesce(d.device_id, ''), case when d.device_id is null then 'skipped' else 'pending' end, 0
      from page left join devices d on d.app_id = ${appId} and d.user_id = page.user_id and d.push_allowed
        and d.connected_at > ${expansion.connectedAfter}::bigint and d.platform = any(${platforms}::text[])
        and (${packageName ?? null}::text is null or d.package_name = ${packageName ?? null})
      where d.device_id is not null or ${expansion.everyUser}
      on conflict do nothing
    ), counted as (
      select count(*)::integer as users, max(user_id) as last from page
    )
    update push_tasks set
      expanded_to = greatest(counted.last, expanded_to),
      state = case when counted.users < ${limit} then 'sending' else state end
    from counted where id = ${taskId}
    returning counted.users, counted.last`.execute(db);
  return rows[0]?.users === limit ? rows[0].last : undefined;
}

function usersOf(appId: number, audience: AudienceFilter): RawBuilder<unknown> {
  if (audience.kind === 'users') return sql`(select distinct unnest(${audience.userIds}::text[]) as user_id) u`;
  return sql`(select user_id from users where app_id = ${appId}) u`;
}

function matches({ appId, audience }: Expansion): RawBuilder<unknown> {
  if (audience.kind !== 'match') return sql`true`;
  const { allTags, anyTags, packageName } = audience;
  const tag = (condition: RawBuilder<unknown>) =>
    sql`exists (select from user_tags t where t.app_id = ${appId} and t.user_id = u.user_id and ${condition})`;
  const conditions = [
    sql`true`,
    ...allTags.map((one) => tag(sql`t.tag = ${one}`)),
    ...(anyTags.length > 0 ? [tag(sql`t.tag = any(${anyTags}::text[])`)] : []),
    ...(packageName === undefined
      ? []
      : [
          sql`exists (select from devices p where p.app_id = ${appId} and p.user_id = u.user_id
            and p.package_name = ${packageName} and p.platform <> 'web')`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

/** A target that was claimed; without a platform when its device is gone, forbids pushes by now, or its user is blocked. */
export interface ClaimedTarget {
  userId: string;
  deviceId: string;
  platform: 'ios' | 'android' | 'harmonyos' | 'web' | null;
  packageName: string | null;
  provider: string | null;
  token: string | null;
}

/** Marks the next pending targets as being sent, at most so many, in the order of users and devices. */
export async function claimTargets(
  db: Db,
  task: { id: number; appId: number },
  { after, now, limit }: { after: { userId: string; deviceId: string }; now: number; limit: number },
): Promise<ClaimedTarget[]> {
  const { rows } = await sql<ClaimedTarget>`
    with batch as (
      select user_id, device_id from push_targets
      where task_id = ${task.id} and state = 'pending' and (user_id, device_id) > (${after.userId}, ${after.deviceId})
      order by user_id, device_id limit ${limit} for update skip locked
    ), claimed as (
      update push_targets t set state = 'sending', attempts = t.attempts + 1 from batch
      where t.task_id = ${task.id} and t.user_id = batch.user_id and t.device_id = batch.device_id
      returning t.user_id, t.device_id
    )
    select claimed.user_id as "userId", claimed.device_id as "deviceId", d.platform, d.package_name as "packageName", d.provider, d.token
    from claimed left join devices d on d.app_id = ${task.appId} and d.device_id = claimed.device_id and d.user_id = claimed.user_id
      and d.push_allowed and not exists (
        select from user_states s where s.app_id = ${task.appId} and s.user_id = d.user_id and s.blocked_until > ${now}::bigint
      )
    order by claimed.user_id, claimed.device_id`.execute(db);
  return rows;
}

export interface SettledTarget {
  userId: string;
  deviceId: string;
  state: TargetState;
}

/** Writes down what became of claimed targets. */
export async function settleTargets(db: Db, taskId: number, settled: SettledTarget[]): Promise<void> {
  const column = (name: keyof SettledTarget) => settled.map((target) => target[name]);
  await sql`
    update push_targets t set state = s.state
    from unnest(${column('userId')}::text[], ${column('deviceId')}::text[], ${column('state')}::text[]) as s(user_id, device_id, state)
    where t.task_id = ${taskId} and t.user_id = s.user_id and t.device_id = s.device_id and t.state = 'sending'`.execute(db);
}

/** What a process that died has left as being sent is pending again, or has failed after so many attempts. */
export async function releaseTargets(db: Db, taskId: number, attempts: number): Promise<void> {
  await sql`
    update push_targets set state = case when attempts < ${attempts} then 'pending' else 'failed' end
    where task_id = ${taskId} and state = 'sending'`.execute(db);
}
