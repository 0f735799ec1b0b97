import type { Ctx, Services } from '../../context.ts';
import { placeBroadcasts } from '../../store/broadcasts.ts';
import {
  type AudienceFilter,
  type ClaimedTarget,
  claimTargets,
  expandNextUsers,
  releaseTargets,
  type SettledTarget,
  settleTargets,
} from '../../store/push-targets.ts';
import { findTask, finishTask, type PushTaskRow } from '../../store/push-tasks.ts';
import { findApp } from '../apps.ts';
import { findOnline } from '../users/presence.ts';
import { contentFor, type Notification, type PushPlatform } from './notification.ts';
import type { Push } from './provider.ts';

const activeMillis = 30 * 24 * 60 * 60 * 1000;
const usersAtOnce = 1000;
const targetsAtOnce = 200;
/** A target that is still in doubt after so many attempts has failed. */
const maxAttempts = 5;

/**
 * Carries out a push: finds its targets, who then see the message if there is one, and hands them to the provider. It can end at
 * any point and begin again. Each target is marked before and after it is handed over: only those between the marks come twice.
 */
export async function deliverPush(services: Services, { taskId }: { taskId: number }, signal: AbortSignal): Promise<void> {
  const task = await findTask(services.db, taskId);
  const app = task && (await findApp(services.db, task.app_id));
  if (!app || task.state === 'done') return;
  const ctx = { ...services, app };
  if (task.state === 'expanding') await expand(ctx, task, signal);
  if (task.message_id !== null) await placeBroadcasts(ctx.db, app.id, taskId);
  await releaseTargets(ctx.db, taskId, maxAttempts);
  await send(ctx, task, signal);
  if (!(await finishTask(ctx.db, taskId, ctx.clock.now()))) throw new Error('targets of the push are still open');
}

async function expand(ctx: Ctx, task: PushTaskRow, signal: AbortSignal): Promise<void> {
  const audience = JSON.parse(task.audience) as AudienceFilter;
  const expansion = {
    taskId: task.id,
    appId: task.app_id,
    audience,
    platforms: task.platforms,
    connectedAfter: task.created_at - activeMillis,
    everyUser: task.message_id !== null && audience.kind !== 'all',
  };
  for (let after: string | undefined = task.expanded_to; after !== undefined; ) {
    signal.throwIfAborted();
    after = await expandNextUsers(ctx.db, expansion, { after, limit: usersAtOnce });
  }
}

async function send(ctx: Ctx, task: PushTaskRow, signal: AbortSignal): Promise<void> {
  const notification = task.notification === null ? {} : (JSON.parse(task.notification) as Notification);
  for (let after = { userId: '', deviceId: '' }; ; ) {
    signal.throwIfAborted();
    const claimed = await claimTargets(ctx.db, { id: task.id, appId: task.app_id }, { after, now: ctx.clock.now(), limit: targetsAtOnce });
    const last = claimed.at(-1);
    if (!last) return;
    await settleTargets(ctx.db, task.id, await handOver(ctx, { task, notification }, claimed));
    after = last;
  }
}

async function handOver(
  ctx: Ctx,
  { task, notification }: { task: PushTaskRow; notification: Notification },
  claimed: ClaimedTarget[],
): Promise<SettledTarget[]> {
  const userIds = claimed.map(({ userId }) => userId);
  // A text of its own is for everybody, that of a message for who does not see the message.
  const online = task.message_id === null ? new Set<string>() : await findOnline(ctx, userIds);
  const pushes = claimed.flatMap((target) => (online.has(target.userId) ? [] : pushesFor(ctx, { task, notification }, target)));
  const results = pushes.length > 0 ? await ctx.push.push(pushes) : [];
  const stateOf = new Map(pushes.map(({ device }, index) => [device.deviceId, results[index]!]));
  return claimed.map(({ userId, deviceId }) => ({ userId, deviceId, state: stateOf.get(deviceId) ?? 'skipped' }));
}

/** None when the device cannot be pushed to by now. */
function pushesFor(ctx: Ctx, { task, notification }: { task: PushTaskRow; notification: Notification }, target: ClaimedTarget): Push[] {
  const { userId, deviceId, platform } = target;
  if (platform === null || platform === 'web') return [];
  const content = contentFor(notification, platform satisfies PushPlatform);
  if (!content) return [];
  const optional = <Value>(value: Value | null) => value ?? undefined;
  const device = {
    userId,
    deviceId,
    platform,
    packageName: optional(target.packageName),
    provider: optional(target.provider),
    token: optional(target.token),
  };
  return [{ appKey: ctx.app.key, taskId: task.public_id, device, content }];
}
