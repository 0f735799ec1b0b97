import { readJsonBody } from '../http/body.ts';
import type { Operation } from '../http/document.ts';

/**
 * Every body is JSON. The Content-Type is read leniently: an official SDK sends `application/json;charset:utf-8`, others none.
 * A null field counts as absent, since PHP and C# send null for what is not set.
 */
export function parseBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  return withoutNulls(readJsonBody(body, contentType, operation));
}

/** `disable=True` (C#, Python) is `disable=true`. */
export function normalizeQuery(query: string): string {
  return query.replaceAll(/=(true|false)(?=&|$)/gi, (match) => match.toLowerCase());
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (Array.isArray(item) ? item : withoutNulls(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

/** The Java SDK ends a file with one line break too many. Nobody else writes its boundary. */
export function addsLineBreak(boundary: string): boolean {
  return boundary === '========7d4a6d158c9';
}
