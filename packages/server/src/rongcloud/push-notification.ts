import type { rongcloud } from '@diglot/api';
import { DomainError } from '../domain/errors.ts';
import { getGroupRemark, removeGroupRemark, setGroupRemark } from '../domain/push/group-remarks.ts';
import { getNotification, type NotificationLevel, type NotificationSetting, setNotification, silentLevel } from '../domain/push/levels.ts';
import { getQuietPeriod, removeQuietPeriod, setQuietPeriod } from '../domain/push/quiet-period.ts';
import { listUserRemarks, removeUserRemark, setUserRemarks } from '../domain/push/user-remarks.ts';
import type { Handlers } from '../http/dialect.ts';
import { pageOf, success } from './present.ts';
import { readRemarks } from './remarks.ts';

/** 2 was a discussion, which became a group. */
const kinds = { 1: 'private', 2: 'group', 3: 'group', 6: 'system', 10: 'ultraGroup' } as const;
const maxPage = 50;

export const pushNotification = {
  setConversationNotification: async (ctx, { body }) => {
    await setNotification(ctx, conversationOf(body), settingOf(body));
    return success();
  },

  getConversationNotification: async (ctx, { body }) => success({ isMuted: wireLevel(await getNotification(ctx, conversationOf(body))) }),

  setConversationTypeNotification: async (ctx, { body }) => {
    await setNotification(ctx, { userId: body.requestId, kind: kinds[body.conversationType] }, settingOf(body));
    return success();
  },

  getConversationTypeNotification: async (ctx, { body }) => {
    return success({ isMuted: wireLevel(await getNotification(ctx, { userId: body.requestId, kind: kinds[body.conversationType] })) });
  },

  setQuietPeriod: async (ctx, { body: { userId, startTime, period, level = 1 } }) => {
    if (period === 0) await removeQuietPeriod(ctx, userId);
    else await setQuietPeriod(ctx, userId, { startTime, minutes: period, level });
    return success();
  },

  deleteQuietPeriod: async (ctx, { body }) => {
    await removeQuietPeriod(ctx, body.userId);
    return success();
  },

  getQuietPeriod: async (ctx, { body }) => {
    const { startTime = '', minutes = 0, level = 0 } = (await getQuietPeriod(ctx, body.userId)) ?? {};
    return success({ data: { startTime, period: minutes, unPushLevel: level, level } });
  },

  setUserRemarks: async (ctx, { body }) => {
    await setUserRemarks(ctx, body.userId, readRemarks(body.remarks));
    return success();
  },

  deleteUserRemark: async (ctx, { body }) => {
    await removeUserRemark(ctx, body.userId, body.targetId);
    return success();
  },

  listUserRemarks: async (ctx, { body }) => {
    const page = pageOf(body.page, Math.min(body.size ?? 0, maxPage), maxPage);
    const { total, remarks } = await listUserRemarks(ctx, body.userId, page);
    return success({ total, users: remarks.map(({ targetId, remark }) => ({ id: targetId, remark })) });
  },

  setGroupRemark: async (ctx, { body }) => {
    await setGroupRemark(ctx, { userId: body.userId, groupId: body.groupId }, body.remark);
    return success();
  },

  deleteGroupRemark: async (ctx, { body }) => {
    await removeGroupRemark(ctx, { userId: body.userId, groupId: body.groupId });
    return success();
  },

  getGroupRemark: async (ctx, { body }) => {
    return success({ remark: (await getGroupRemark(ctx, { userId: body.userId, groupId: body.groupId })) ?? '' });
  },
} satisfies Partial<Handlers<rongcloud.operations>>;

interface ConversationBody {
  conversationType: keyof typeof kinds;
  requestId: string;
  targetId: string;
  busChannel?: string;
}

function conversationOf({ conversationType, requestId, targetId, busChannel }: ConversationBody) {
  const kind = kinds[conversationType];
  return { userId: requestId, kind, targetId, channel: kind === 'ultraGroup' ? busChannel : undefined };
}

/** Undefined is no setting. A level other than 0 wins over the switch: the Java SDK sends level 0 beside it. */
function settingOf({ isMuted, unpushLevel }: { isMuted?: 0 | 1; unpushLevel?: NotificationLevel | 0 }): NotificationSetting | undefined {
  if (unpushLevel) return { level: unpushLevel, bySwitch: false };
  if (isMuted) return { level: silentLevel, bySwitch: true };
  if (isMuted === undefined && unpushLevel === undefined) throw new DomainError('parameter-missing', { field: 'unpushLevel' });
  return undefined;
}

/** What the switch set is answered as it was sent. */
function wireLevel(setting: NotificationSetting | undefined): NotificationLevel | 0 {
  if (!setting) return 0;
  return setting.bySwitch ? 1 : setting.level;
}
