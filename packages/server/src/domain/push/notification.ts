/** Systems that take pushes. */
export const pushPlatforms = ['ios', 'android', 'harmonyos'] as const;

export type PushPlatform = (typeof pushPlatforms)[number];

/** What the notification bar shows. */
export interface Notification {
  title?: string | undefined;
  /** For every platform that has none of its own. */
  alert?: string | undefined;
  /** Shown even where the user hides details. */
  forceShow?: boolean | undefined;
  ios?: (OwnText & { settings?: IosSettings | undefined }) | undefined;
  android?: (OwnText & { settings?: AndroidSettings | undefined }) | undefined;
  harmonyos?: (OwnText & { settings?: VendorSettings | undefined }) | undefined;
  /** Of the message that is pushed: data for the client, and settings as JSON text. */
  pushData?: string | undefined;
  pushExt?: string | undefined;
}

/** What a platform has of its own. */
interface OwnText {
  title?: string | undefined;
  alert?: string | undefined;
  /** What the client gets with it. */
  extras?: Record<string, unknown> | undefined;
}

export interface IosSettings {
  contentAvailable?: boolean | undefined;
  /** 0 and below clear it. */
  badge?: number | undefined;
  threadId?: string | undefined;
  collapseId?: string | undefined;
  category?: string | undefined;
  richMediaUri?: string | undefined;
  interruptionLevel?: 'passive' | 'active' | 'time-sensitive' | 'critical' | undefined;
}

/** By vendor: Huawei, Honor, Xiaomi, OPPO, vivo, Google. */
export type AndroidSettings = { [Vendor in 'hw' | 'honor' | 'mi' | 'oppo' | 'vivo' | 'fcm']?: VendorSettings | undefined };

/** Each vendor knows some of them. */
export interface VendorSettings {
  channelId?: string | undefined;
  importance?: 'NORMAL' | 'LOW' | undefined;
  /** Address. */
  image?: string | undefined;
  category?: string | undefined;
  collapseKey?: string | undefined;
  /** 0 operation, 1 system. */
  classification?: 0 | 1 | undefined;
  /** 1 notification bar, 2 also the locked screen, 16 also banner, vibration and sound. */
  notifyLevel?: 1 | 2 | 16 | undefined;
}

/** A notification as one platform gets it. */
export interface PushContent extends OwnText {
  alert: string;
  forceShow?: boolean | undefined;
  settings?: IosSettings | AndroidSettings | VendorSettings | undefined;
  pushData?: string | undefined;
  pushExt?: string | undefined;
}

/** Undefined when there is no text for the platform: nothing is pushed to it. */
export function contentFor(notification: Notification, platform: PushPlatform): PushContent | undefined {
  const { ios, android, harmonyos, ...shared } = notification;
  const own = { ios, android, harmonyos }[platform];
  const content = { ...shared, ...withoutAbsent(own) };
  return content.alert ? (content as PushContent) : undefined;
}

function withoutAbsent<Fields extends object>(fields: Fields | undefined): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined && value !== '')) as Partial<Fields>;
}
