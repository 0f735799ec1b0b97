/** What `JSON.parse` calls for each value. */
export type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** Numbers as they are written: `JSON.stringify` puts them out digit by digit. */
export const everyNumber: Reviver = (_key, value, { source }) => (typeof value === 'number' ? asWritten(source!) : value);

/** Of the numbers those as they are written that JavaScript would change: an id of twenty digits, or 1e400. */
export const longNumbers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && isChanged(value, source!) ? asWritten(source!) : value;

/** Whether a text may have long numbers. Few have: the others can be spared the look at every value. */
export function mayHaveLongNumbers(text: string): boolean {
  return /\d{16}|\d[eE]\+?\d{3}/.test(text);
}

/** The fields of a JSON object, its long numbers as they are written; undefined of anything else. */
export function fieldsOf(text: unknown, reviver = longNumbers): Record<string, unknown> | undefined {
  if (typeof text !== 'string' || !/^\s*\{/.test(text)) return undefined;
  const needed = reviver !== longNumbers || mayHaveLongNumbers(text) ? reviver : undefined;
  try {
    return JSON.parse(text, needed as Parameters<typeof JSON.parse>[1]) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function isChanged(value: number, source: string): boolean {
  return !Number.isFinite(value) || (!Number.isSafeInteger(value) && /^-?\d+$/.test(source));
}

/** Whether it is a number that is kept as it is written, which is an object to JavaScript. */
export function isAsWritten(value: unknown): boolean {
  return (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value);
}

/** An object to JavaScript: where one is asked for, it is no proof of one. */
function asWritten(source: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(source);
}
