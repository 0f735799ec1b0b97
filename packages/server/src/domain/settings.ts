/** What an app can switch; the defaults are those of the clouds. */
export interface AppSettings {
  rateLimits: RateLimitSettings;
}

export interface RateLimitSettings {
  enabled: boolean;
  /** Limits in place of the documented ones, by bucket: `rongcloud:publishGroupMessage`, `jmessage:app`. */
  overrides: Record<string, { points: number; seconds: number }>;
}

const defaults: AppSettings = {
  rateLimits: { enabled: true, overrides: {} },
};

/** Settings from the stored JSON: what is not there has its default. */
export function readSettings(json: string): AppSettings {
  return { ...defaults, ...(JSON.parse(json) as Partial<AppSettings>) };
}
