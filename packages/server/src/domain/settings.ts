/** What an app can switch; the defaults are those of the clouds. */
export interface AppSettings {
  rateLimits: RateLimitSettings;
  services: ServiceSettings;
  /** Exclusive chatrooms that a user can be in at once: joining one more ends the oldest stay. */
  chatroomsPerUser: number;
  /** After so many minutes without a join, leave or message a chatroom is destroyed, unless its creator named a time. */
  chatroomIdleMinutes: number;
  /** How far the time of a signature may be from the clock, in seconds, and each signature serves once; null checks neither. */
  signatureWindowSeconds: number | null;
  /** Holds the answers to the app against the API document: one that does not fit is a failure. */
  validateResponses: boolean;
  /** Media ids that no upload to this server gave, in avatars and messages: those that a cloud gave before the app moved. */
  unknownMedia: 'accept' | 'refuse';
  messageWebhook: MessageWebhookSettings;
  sensitiveWords: SensitiveWordSettings;
  /** Users may register through their clients. */
  clientRegistration: boolean;
  /** Days in which users who come online still get what was sent to them; at most 30. */
  offlineDays: number;
  /** Users also get the broadcasts of these days from before their registration. */
  broadcastsForNewUsers: boolean;
  /** Days for which messages are kept; history that is older does not exist. */
  historyDays: number;
}

export interface RateLimitSettings {
  enabled: boolean;
  /** Limits in place of the documented ones, by bucket: `rongcloud:publishGroupMessage`, `jmessage:app`. */
  overrides: Record<string, { points: number; seconds: number }>;
}

/** Services that the clouds sell apart: the operations of one that is off are refused. */
export interface ServiceSettings {
  /** Messages to all users, and pushes to audiences. */
  broadcast: boolean;
  chatroomKeepalive: boolean;
  /** Muting users in all chatrooms at once. */
  chatroomGlobalMute: boolean;
  chatroomAttributes: boolean;
  /** Types of messages that chatrooms drop first. */
  chatroomMessagePriority: boolean;
  /** Users and types of messages that chatrooms drop last. */
  chatroomWhitelist: boolean;
  /** Messages to all chatrooms at once. */
  chatroomBroadcast: boolean;
  /** Who may send to a user, as a list of the user's own. */
  userAllowlist: boolean;
  /** All messages of an hour as a file. */
  messageHistoryLog: boolean;
}

/** Whose messages are searched for sensitive words, and how many words the app may list. */
export interface SensitiveWordSettings {
  clientMessages: boolean;
  serverMessages: boolean;
  limit: number;
}

/** Which messages the app's own server is told of. */
export interface MessageWebhookSettings {
  /** Where it is told, by http or https; null: nowhere. */
  url: string | null;
  /** Also of those that it sends itself. */
  serverMessages: boolean;
}

/** What differs from the defaults. */
export type StoredSettings = { [Name in keyof AppSettings]?: Partial<AppSettings[Name]> };

/** A change of what is stored: what is left out stays, and null puts the default back, at any depth. */
export type SettingsChange = Change<AppSettings>;
type Change<Value> = Value extends object ? { [Name in keyof Value]?: Change<Value[Name]> | null } : Value;

const defaults: AppSettings = {
  rateLimits: { enabled: true, overrides: {} },
  services: {
    broadcast: true,
    chatroomKeepalive: true,
    chatroomGlobalMute: true,
    chatroomAttributes: true,
    chatroomMessagePriority: true,
    chatroomWhitelist: true,
    chatroomBroadcast: true,
    userAllowlist: true,
    messageHistoryLog: true,
  },
  chatroomsPerUser: 1,
  chatroomIdleMinutes: 60,
  signatureWindowSeconds: null,
  validateResponses: false,
  unknownMedia: 'accept',
  messageWebhook: { url: null, serverMessages: false },
  sensitiveWords: { clientMessages: true, serverMessages: false, limit: 10_000 },
  clientRegistration: true,
  offlineDays: 7,
  broadcastsForNewUsers: true,
  historyDays: 180,
};

/** Settings from the stored JSON: what is not there has its default. */
export function readSettings(json: string): AppSettings {
  const stored = JSON.parse(json) as StoredSettings;
  return {
    ...defaults,
    ...stored,
    rateLimits: { ...defaults.rateLimits, ...stored.rateLimits },
    services: { ...defaults.services, ...stored.services },
    messageWebhook: { ...defaults.messageWebhook, ...stored.messageWebhook },
    sensitiveWords: { ...defaults.sensitiveWords, ...stored.sensitiveWords },
  };
}

/** The stored JSON with the change merged in, as JSON Merge Patch (RFC 7396) does. */
export function mergeSettings(json: string, change: SettingsChange): string {
  return JSON.stringify(merge(JSON.parse(json), change));
}

function merge(stored: unknown, change: unknown): unknown {
  if (!isSection(change)) return change;
  const before = isSection(stored) ? stored : {};
  const changed = Object.entries(change).map(([name, value]) => [name, merge(before[name], value)] as const);
  const entries = Object.entries({ ...before, ...Object.fromEntries(changed) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
