/** What an app can switch; the defaults are those of the clouds. */
export interface AppSettings {
  rateLimits: RateLimitSettings;
  services: ServiceSettings;
  /** Chatrooms that a user can be in at once: joining one more ends the oldest stay. */
  chatroomsPerUser: number;
  /** After so many minutes without a join, leave or message a chatroom is destroyed, unless its creator named a time. */
  chatroomIdleMinutes: number;
}

export interface RateLimitSettings {
  enabled: boolean;
  /** Limits in place of the documented ones, by bucket: `rongcloud:publishGroupMessage`, `jmessage:app`. */
  overrides: Record<string, { points: number; seconds: number }>;
}

/** Services that the clouds sell apart: the operations of one that is off are refused. */
export interface ServiceSettings {
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
}

/** What differs from the defaults. */
export type StoredSettings = { [Name in keyof AppSettings]?: Partial<AppSettings[Name]> };

/** A change of what is stored: what is left out stays, and null puts the default back. */
export type SettingsChange = { [Name in keyof AppSettings]?: SectionChange<AppSettings[Name]> | null };
type SectionChange<Section> = Section extends object ? { [Name in keyof Section]?: Section[Name] | null } : Section;

const defaults: AppSettings = {
  rateLimits: { enabled: true, overrides: {} },
  services: {
    chatroomKeepalive: true,
    chatroomGlobalMute: true,
    chatroomAttributes: true,
    chatroomMessagePriority: true,
    chatroomWhitelist: true,
    chatroomBroadcast: true,
    userAllowlist: true,
  },
  chatroomsPerUser: 1,
  chatroomIdleMinutes: 60,
};

/** Settings from the stored JSON: what is not there has its default. */
export function readSettings(json: string): AppSettings {
  const stored = JSON.parse(json) as StoredSettings;
  return {
    ...defaults,
    ...stored,
    rateLimits: { ...defaults.rateLimits, ...stored.rateLimits },
    services: { ...defaults.services, ...stored.services },
  };
}

/** The stored JSON with the change merged in: of a section only the entries that are named. */
export function mergeSettings(json: string, change: SettingsChange): string {
  const merged = JSON.parse(json) as Record<string, unknown>;
  for (const [name, section] of Object.entries(change)) {
    merged[name] = isSection(section) ? withoutNulls({ ...(merged[name] as object), ...section }) : section;
  }
  return JSON.stringify(withoutNulls(merged));
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function withoutNulls(entries: object): object {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null));
}
