import type { Ctx } from '../../context.ts';
import { deleteLevel, findLevel, type LevelKey, upsertLevel } from '../../store/notification-levels.ts';
import { conversationKinds } from '../messages/conversation.ts';

const kinds = { ...conversationKinds, ultraGroup: 10 } as const;

/** Which messages notify: -1 every one, 1 those with a mention, 2 of the user, 4 of everyone, 5 none. */
export type NotificationLevel = -1 | 1 | 2 | 4 | 5;

export const silentLevel = 5 satisfies NotificationLevel;

export interface NotificationSetting {
  level: NotificationLevel;
  /** Set by the older switch, which knows on and off only. */
  bySwitch: boolean;
}

/** What a level is for. Neither the user nor the target needs to exist. */
export interface NotificationScope {
  userId: string;
  kind: keyof typeof kinds;
  /** Undefined: all conversations of the kind that have no level of their own. */
  targetId?: string;
  /** Of an ultra group; undefined: all its channels. */
  channel?: string | undefined;
}

/** Undefined takes the setting away. */
export async function setNotification(ctx: Ctx, scope: NotificationScope, setting: NotificationSetting | undefined): Promise<void> {
  const key = keyOf(ctx, scope);
  if (setting) await upsertLevel(ctx.db, key, { level: setting.level, by_switch: setting.bySwitch });
  else await deleteLevel(ctx.db, key);
}

/** The setting of exactly this scope; undefined when there is none. */
export async function getNotification(ctx: Ctx, scope: NotificationScope): Promise<NotificationSetting | undefined> {
  const stored = await findLevel(ctx.db, keyOf(ctx, scope));
  return stored && { level: stored.level as NotificationLevel, bySwitch: stored.by_switch };
}

function keyOf(ctx: Ctx, { userId, kind, targetId = '', channel = '' }: NotificationScope): LevelKey {
  return { app_id: ctx.app.id, user_id: userId, kind: kinds[kind], target_app_id: ctx.app.id, target_id: targetId, channel };
}
