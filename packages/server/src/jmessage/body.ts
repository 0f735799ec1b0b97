import { readJsonBody } from '../http/body.ts';
import type { Operation } from '../http/document.ts';

/**
 * Every body is JSON. The Content-Type is read leniently: an official SDK sends `application/json;charset:utf-8`, others none.
 * A null field counts as absent, since PHP and C# send null for what is not set, and `appKey`, which Java and PHP write, as `appkey`.
 */
export function parseBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  return tidy(readJsonBody(body, contentType, operation));
}

/** `disable=True` (C#, Python) is `disable=true`. */
export function normalizeQuery(query: string): string {
  return query.replaceAll(/=(true|false)(?=&|$)/gi, (match) => match.toLowerCase());
}

/** Entries stand in a list, or in a list inside one: an official SDK writes its entries so. */
function tidy(value: unknown, depth = 2): unknown {
  if (Array.isArray(value)) return depth > 0 ? value.map((item) => tidy(item, depth - 1)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name === 'appKey' ? 'appkey' : name, field]));
}

/** The Java SDK ends a file with one line break too many. Nobody else writes its boundary. */
export function addsLineBreak(boundary: string): boolean {
  return boundary === '========7d4a6d158c9';
}
