import type { rongcloud } from '@diglot/api';
import { DomainError } from '../domain/errors.ts';
import type { AndroidSettings, IosSettings, Notification, PushPlatform, VendorSettings } from '../domain/push/notification.ts';
import type { Audience } from '../domain/push/tasks.ts';

type Schemas = rongcloud.components['schemas'];

const platformNames = { ios: 'ios', android: 'android', harmonyOS: 'harmonyos' } as const;

export function readPlatforms(platforms: (keyof typeof platformNames)[]): PushPlatform[] {
  return platforms.map((name) => platformNames[name]);
}

/** Fails with `parameter-invalid` when it names nobody. */
export function readAudience({ is_to_all, userid = [], tag = [], tag_or = [], packageName }: Schemas['Audience']): Audience {
  if (is_to_all) return { kind: 'all' };
  if (userid.length > 0) return { kind: 'users', userIds: userid };
  if (tag.length > 0 || tag_or.length > 0 || packageName !== undefined) {
    return { kind: 'match', allTags: tag, anyTags: tag_or, packageName };
  }
  throw new DomainError('parameter-invalid', {
    field: 'audience',
    reason: 'names nobody: give is_to_all, userid, tag, tag_or or packageName',
  });
}

export function readNotification(notification: Schemas['Notification']): Notification {
  const { title, alert, forceShowPushContent, ios, android, harmonyOS } = notification;
  return {
    title,
    alert,
    forceShow: forceShowPushContent === 1 || undefined,
    ios: ios && { title: ios.title, alert: ios.alert, extras: ios.extras, settings: iosSettings(ios) },
    android: android && { alert: android.alert, extras: android.extras, settings: androidSettings(android) },
    harmonyos: harmonyOS && { alert: harmonyOS.alert, extras: harmonyOS.extras, settings: harmonyOS.ohos },
  };
}

/** Has one text for all platforms. */
export function readUserNotification(notification: Schemas['UserNotification']): Notification {
  const { title, pushContent, ios, android, harmonyOS } = notification;
  return {
    title,
    alert: pushContent,
    ios: ios && { extras: ios.extras, settings: iosSettings(ios) },
    android: android && { extras: android.extras, settings: androidSettings(android) },
    harmonyos: harmonyOS && { extras: harmonyOS.extras, settings: harmonyOS.ohos },
  };
}

function iosSettings(ios: Schemas['Ios']): IosSettings {
  return {
    contentAvailable: ios.contentAvailable === 1 || undefined,
    badge: ios.badge,
    threadId: ios['thread-id'] ?? ios.threadId,
    collapseId: ios['apns-collapse-id'],
    category: ios.category,
    richMediaUri: ios.richMediaUri,
    interruptionLevel: ios['interruption-level'],
  };
}

/** The Go SDK has no vendors: what it sends is for each one that knows it. */
function androidSettings(android: Schemas['Android']): AndroidSettings {
  const { hw, honor, mi, oppo, vivo, fcm, channelId, importance, image } = android;
  return withoutEmpty({
    hw: { channelId, importance, image, ...hw },
    honor: { importance, image, ...honor },
    mi: { channelId: mi?.channelId ?? channelId, image: mi?.large_icon_uri ?? android.large_icon_uri },
    oppo: { channelId: oppo?.channelId ?? channelId, category: oppo?.category, notifyLevel: oppo?.notify_level },
    vivo: { classification: classificationOf(vivo?.classification ?? android.classification), category: vivo?.category },
    fcm: { channelId: fcm?.channelId ?? channelId, image: fcm?.imageUrl, collapseKey: fcm?.collapse_key },
  });
}

function classificationOf(value: Schemas['Classification'] | undefined): VendorSettings['classification'] {
  return value === undefined ? undefined : (Number(value) as 0 | 1);
}

function withoutEmpty(settings: AndroidSettings): AndroidSettings {
  const hasAny = (vendor: object | undefined) => Object.values(vendor ?? {}).some((value) => value !== undefined);
  return Object.fromEntries(Object.entries(settings).filter(([, vendor]) => hasAny(vendor)));
}
