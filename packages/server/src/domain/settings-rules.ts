import { DomainError } from './errors.ts';
import type { AppSettings } from './settings.ts';

/**
 * Fails with `parameter-invalid` or `parameter-missing`, naming the field, unless the value may be there. `of` is never there:
 * it lets the compiler tell a rule for numbers from one for sections.
 */
type Rule<Value> = ((value: unknown, field: string) => void) & { of?: Value };
type Rules<Values> = { [Name in keyof Values]-?: Rule<Values[Name]> };

const flag: Rule<boolean> = (value, field) => {
  if (typeof value !== 'boolean') refuse(field, 'must be true or false');
};

const oneOf =
  <Value extends string>(...values: Value[]): Rule<Value> =>
  (value, field) => {
    if (!values.includes(value as Value)) refuse(field, `must be one of ${values.join(', ')}`);
  };

const whole =
  (min: number, max: number): Rule<number> =>
  (value, field) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
      refuse(field, `must be a whole number from ${min} to ${max}`);
    }
  };

/** Whether it leads to an internal address shows when it is called. */
const webAddress: Rule<string> = (value, field) => {
  const isUrl = typeof value === 'string' && /^https?:\/\/[\x21-\x7e]+$/.test(value) && URL.canParse(value);
  if (!isUrl || value.length > 1024) return refuse(field, 'must be a URL of at most 1024 characters that begins with http:// or https://');
  const { username, password, hash } = new URL(value);
  if (username || password || hash) refuse(field, 'must have no user name, password or fragment');
};

/** Settings under one name; each may be left out, or null for its default. */
const section =
  <Values>(rules: Rules<Values>): Rule<Values> =>
  (value, field) => {
    for (const [name, entry] of entriesOf(value, field)) {
      const path = field ? `${field}.${name}` : name;
      if (!Object.hasOwn(rules, name)) refuse(path, 'is not known');
      if (entry !== null) rules[name as keyof Values](entry, path);
    }
  };

/** Entries under names of their own; null takes one away. */
const map =
  <Value>(rule: Rule<Value>): Rule<Record<string, Value>> =>
  (value, field) => {
    for (const [name, entry] of entriesOf(value, field)) if (entry !== null) rule(entry, `${field}.${name}`);
  };

/** A value of several fields, all of which are needed. */
const record =
  <Values>(rules: Rules<Values>): Rule<Values> =>
  (value, field) => {
    section(rules)(value, field);
    const missing = Object.keys(rules).find((name) => (value as Record<string, unknown>)[name] == null);
    if (missing !== undefined) throw new DomainError('parameter-missing', { field: `${field}.${missing}` });
  };

/** A rule for each setting: one that is missing does not compile. null is left to the sections. */
const settings = section<AppSettings>({
  rateLimits: section({ enabled: flag, overrides: map(record({ points: whole(1, 1_000_000_000), seconds: whole(1, 86_400) })) }),
  services: section({
    broadcast: flag,
    chatroomKeepalive: flag,
    chatroomBroadcast: flag,
    chatroomGlobalMute: flag,
    chatroomAttributes: flag,
    chatroomMessagePriority: flag,
    chatroomWhitelist: flag,
    messageHistoryLog: flag,
    userAllowlist: flag,
  }),
  chatroomsPerUser: whole(1, 1000),
  chatroomIdleMinutes: whole(1, 10_080),
  historyDays: whole(1, 3650),
  offlineDays: whole(1, 30),
  broadcastsForNewUsers: flag,
  signatureWindowSeconds: whole(1, 3600),
  unknownMedia: oneOf('accept', 'refuse'),
  validateResponses: flag,
  messageWebhook: section({ url: webAddress, serverMessages: flag }),
  sensitiveWords: section({ clientMessages: flag, serverMessages: flag, limit: whole(0, 100_000) }),
  clientRegistration: flag,
});

/** Fails with `parameter-invalid` or `parameter-missing` unless each name is a setting and each value may be its own or is null. */
export function requireAcceptable(change: unknown, field = ''): void {
  settings(change, field);
}

function entriesOf(value: unknown, field: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(field || 'settings', 'must be an object');
  return Object.entries(value);
}

function refuse(field: string, reason: string): never {
  throw new DomainError('parameter-invalid', { field, reason });
}
