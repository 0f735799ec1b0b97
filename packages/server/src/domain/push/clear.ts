import type { Ctx } from '../../context.ts';
import { deleteDevicesOf } from '../../store/devices.ts';
import { deleteGroupRemarksOf } from '../../store/group-remarks.ts';
import { deleteLevelsAbout, deleteLevelsOf } from '../../store/notification-levels.ts';
import { deletePeriods } from '../../store/quiet-periods.ts';
import { deleteRemarksAbout, deleteRemarksBy } from '../../store/user-remarks.ts';
import { conversationKinds } from '../messages/conversation.ts';

/** Deletes the users' devices, their own settings of notifications and what they are called in groups. */
export async function clearPushSettings(ctx: Ctx, userIds: string[]): Promise<void> {
  const appId = ctx.app.id;
  await deleteLevelsOf(ctx.db, appId, userIds);
  await deletePeriods(ctx.db, appId, userIds);
  await deleteDevicesOf(ctx.db, appId, userIds);
  await deleteRemarksBy(ctx.db, appId, userIds);
  await deleteGroupRemarksOf(ctx.db, appId, userIds);
}

/** Deletes also what others call the users, and their settings for chats with them. */
export async function deletePushSettings(ctx: Ctx, userIds: string[]): Promise<void> {
  await clearPushSettings(ctx, userIds);
  await deleteRemarksAbout(ctx.db, ctx.app.id, userIds);
  await deleteLevelsAbout(ctx.db, { appId: ctx.app.id, kind: conversationKinds.private }, userIds);
}
