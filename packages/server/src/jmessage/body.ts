import { longNumber, longNumbers, type Reviver } from '../domain/exact-json.ts';
import type { Operation } from '../http/document.ts';
import { parseFitted, readJsonText } from '../http/json.ts';

/**
 * Every body is JSON. The Content-Type is read leniently: an official SDK sends `application/json;charset:utf-8`, others none.
 * A null field counts as absent, since PHP and C# send null for what is not set, and `appKey`, which Java and PHP write, as `appkey`.
 * Inside objects that holds for the fields that the document names, and an empty list is an empty object: PHP knows no difference.
 * Long numbers keep their digits: messages and users carry ids of the app's own.
 */
export function parseBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  const text = readJsonText(body, contentType, operation);
  if (text === undefined) return undefined;
  return tidy(parseFitted(text, operation, { isNeeded: longNumber, reviver: keepLongNumbers }));
}

/** What has to be an object. A number that is kept as it is written is one to JavaScript, so these, and the body itself, keep none. */
const objects = new Set(['', 'msg_body', 'extras', 'notification']);

const keepLongNumbers: Reviver = (key, value, context) => (objects.has(key) ? value : longNumbers(key, value, context));

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
