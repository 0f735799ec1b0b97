import type { Services } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { isSameText } from '../domain/same-text.ts';
import type { Caller } from '../http/dialect.ts';

/** Wrong keys from one address, and the milliseconds in which they count. */
const wrongKeys = { limit: 20, millis: 60_000 };

/**
 * Verifies `Authorization: Bearer <key>`. An address that has sent too many wrong keys is refused whatever it sends, so that it learns
 * nothing from going on.
 */
export function keyHolder(key: string): (caller: Caller, services: Services) => Promise<undefined> {
  return async ({ headers, address }, { counters, clock }) => {
    const { authorization } = headers;
    if (!authorization) throw new DomainError('credentials-missing');
    const count = (points: number, limit: number) =>
      counters.take(`admin-key:${address}`, { points, limit, millis: wrongKeys.millis, now: clock.now() });
    // Room for one more is asked for before the key is looked at, and taken only when it is wrong.
    const spent = await count(0, wrongKeys.limit - 1);
    if (spent?.retryAfter !== undefined) throw tooMany(spent.retryAfter);
    const [, given = ''] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (isSameText(given, key)) return undefined;
    const wrong = await count(1, wrongKeys.limit);
    throw wrong?.retryAfter === undefined ? new DomainError('credentials-invalid') : tooMany(wrong.retryAfter);
  };
}

function tooMany(retryAfter: number): DomainError {
  const reason = `${wrongKeys.limit} wrong keys in ${wrongKeys.millis / 1000} seconds`;
  return new DomainError('rate-limited', { reason, retryAfterSeconds: Math.ceil(retryAfter / 1000) });
}
