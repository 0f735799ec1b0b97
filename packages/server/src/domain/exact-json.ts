/** What `JSON.parse` calls for each value, `this` being the object or list that holds it. */
export type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** Numbers as they are written: `JSON.stringify` puts them out digit by digit. */
export const everyNumber: Reviver = (_key, value, { source }) => (typeof value === 'number' ? asWritten(source!) : value);

/** Of the numbers those as they are written that JavaScript would change: an id of twenty digits, or 1e400. */
export const longNumbers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && isChanged(value, source!) ? asWritten(source!) : value;

/** Found in texts that may have long numbers. Few have: the others can be spared the look at every value. */
export const longNumber = /\d{16}|\d[eE]\+?\d{3}/;

/** Where numbers stand that are not written as integers. JavaScript takes 1.0 and 1e3 for some. */
export class Fractions {
  readonly #places = new WeakMap<object, Set<string>>();

  /** Whether a text may have some. */
  static mayBeIn(text: string): boolean {
    return /\d\.\d|\d[eE][+-]?\d/.test(text);
  }

  /** Does what the other does, and remembers those that it comes across. */
  finder(reviver: Reviver = (_key, value) => value): Reviver {
    const places = this.#places;
    return function (this: object, ...read: Parameters<Reviver>) {
      const [key, value, { source }] = read;
      if (typeof value === 'number' && !isInteger(source!)) places.set(this, (places.get(this) ?? new Set()).add(key));
      return reviver(...read);
    };
  }

  has(holder: object, key: string): boolean {
    return this.#places.get(holder)?.has(key) ?? false;
  }
}

/** The digits of an integer, whether it is a number or kept as it is written; undefined of anything else. */
export function digitsOf(value: unknown): string | undefined {
  const written = typeof value === 'number' || isAsWritten(value) ? JSON.stringify(value) : '';
  return isInteger(written) ? written : undefined;
}

/** The fields of a JSON object, its long numbers as they are written; undefined of anything else. */
export function fieldsOf(text: unknown, reviver = longNumbers): Record<string, unknown> | undefined {
  if (typeof text !== 'string' || !/^\s*\{/.test(text)) return undefined;
  const needed = reviver !== longNumbers || longNumber.test(text) ? reviver : undefined;
  try {
    return JSON.parse(text, needed as Parameters<typeof JSON.parse>[1]) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function isChanged(value: number, source: string): boolean {
  return !Number.isFinite(value) || (!Number.isSafeInteger(value) && isInteger(source));
}

function isInteger(source: string): boolean {
  return /^-?\d+$/.test(source);
}

/** Whether it is a number that is kept as it is written, which is an object to JavaScript. */
export function isAsWritten(value: unknown): boolean {
  return (JSON as unknown as { isRawJSON(value: unknown): boolean }).isRawJSON(value);
}

/** An object to JavaScript: where one is asked for, it is no proof of one. */
function asWritten(source: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(source);
}
