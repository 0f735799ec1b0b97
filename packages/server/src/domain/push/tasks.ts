import { randomInt } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import type { AudienceFilter } from '../../store/push-targets.ts';
import { insertTask } from '../../store/push-tasks.ts';
import type { Enqueue, Queue } from '../jobs.ts';
import { contentFor, type Notification, type PushPlatform, pushPlatforms } from './notification.ts';

export type Audience = AudienceFilter;

export interface PushRequest {
  audience: Audience;
  /** Of the devices; all when undefined, and when users are named. */
  platforms?: PushPlatform[] | undefined;
  /** Without it nothing is pushed. */
  notification?: Notification | undefined;
  /** The message that the users get as well. */
  messageId?: number | undefined;
}

/** The large pushes of one app, or a vendor that takes long for its devices, take half of a node's workers at most. */
export const pushQueue: Queue<{ taskId: number; appId: number }> = {
  name: 'push',
  concurrency: 4,
  perGroup: { atOnce: 2, groupOf: ({ appId }) => String(appId) },
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Accepts a push without a message, and returns its id. */
export async function pushTo(ctx: Ctx, request: PushRequest): Promise<string> {
  return ctx.jobs.transaction(ctx.db, async (tx, enqueue) => (await addPushTask({ ...ctx, db: tx }, request, enqueue)).publicId);
}

/** Adds a push to the transaction of `ctx.db`. */
export async function addPushTask(ctx: Ctx, request: PushRequest, enqueue: Enqueue): Promise<{ id: number; publicId: string }> {
  const { audience, notification, messageId } = request;
  const platforms = notification ? platformsOf(request).filter((platform) => contentFor(notification, platform)) : [];
  const publicId = Array.from({ length: 22 }, () => letters[randomInt(letters.length)]).join('');
  // A message for all users needs no targets: everybody sees it.
  const idle = platforms.length === 0 && (messageId === undefined || audience.kind === 'all');
  const id = await insertTask(ctx.db, {
    app_id: ctx.app.id,
    public_id: publicId,
    audience: JSON.stringify(audience),
    platforms,
    notification: notification ? JSON.stringify(notification) : null,
    message_id: messageId ?? null,
    state: idle ? 'done' : 'expanding',
    created_at: ctx.clock.now(),
    finished_at: idle ? ctx.clock.now() : null,
  });
  if (!idle) await enqueue(pushQueue, [{ taskId: id, appId: ctx.app.id }]);
  return { id, publicId };
}

function platformsOf({ audience, platforms }: PushRequest): PushPlatform[] {
  return audience.kind === 'users' || !platforms ? [...pushPlatforms] : platforms;
}
