import { DomainError } from '../domain/errors.ts';
import type { Operation } from './document.ts';
import { formPairs, tooManyPairs } from './form-pairs.ts';
import { charsetOf } from './text.ts';

/** Parameters of a query string: no operation has a tenth of them. */
const mostParameters = 1000;

interface Place {
  name: string;
  /** In brackets behind the name, where the document has a map or a list of that name. */
  inner: string | undefined;
}

interface Value {
  text: string;
  /** Of those with an index in brackets. */
  index: number;
}

/**
 * A form as an object: a repeated key becomes an array, and so do `name[]=value` and `name[0]=value` where the document has a list;
 * `name[key]=value` becomes a map where the encoding says `deepObject`, a comma-joined value an array where it says `explode: false`.
 * A key without a value counts as absent. Fails with `malformed-body` for more pairs than the operation can use, `parameter-invalid`
 * for bytes that are no text, `unsupported-media-type` for an unknown charset.
 */
export function parseForm(body: Buffer, contentType: string | undefined, operation: Operation): Record<string, unknown> {
  const { encoding, bounds } = operation;
  const maps = new Map<string, Record<string, string>>();
  const lists = new Map<string, Value[]>();
  let values = 0;
  for (const [key, text] of formPairs(body, charsetOf(contentType), bounds.values)) {
    const { name, inner } = placeOf(key, operation);
    if (inner !== undefined && isMap(name, operation)) {
      const entries = maps.get(name) ?? Object.create(null);
      entries[inner] = text;
      maps.set(name, entries);
    } else if (text !== '') {
      const parts = encoding[name]?.explode === false ? text.split(',', bounds.values + 1) : [text];
      values += parts.length;
      if (values > bounds.values) throw tooManyPairs(bounds.values);
      const list = lists.get(name) ?? [];
      for (const part of parts) if (part !== '') list.push({ text: part, index: indexOf(inner) });
      lists.set(name, list);
    }
  }
  return Object.fromEntries([...maps, ...[...lists].map(([name, list]) => [name, joined(list)] as const)]);
}

/** PHP writes `name[0]`, jQuery and Rails `name[]`. Without a list of that name in the document, brackets are a part of the name. */
function placeOf(key: string, operation: Operation): Place {
  const [, name = '', inner = ''] = key.includes('[') ? (/^([^[]+)\[(.*)\]$/s.exec(key) ?? []) : [];
  if (isMap(name, operation) && inner !== '') return { name, inner };
  if (operation.shape?.object?.fields.get(name)?.shape?.list === undefined) return { name: key, inner: undefined };
  if (/[[\]]/.test(inner))
    throw new DomainError('parameter-invalid', { field: name, reason: 'must be a list of texts, not of lists or maps' });
  return { name, inner };
}

function isMap(name: string, { encoding }: Operation): boolean {
  return encoding[name]?.style === 'deepObject';
}

function indexOf(inner = ''): number {
  return /^\d{1,9}$/.test(inner) ? Number(inner) : Infinity;
}

/** In the order of their indices, then in the order of the form; a single one alone. */
function joined(list: Value[]): string | string[] {
  const compare = (one: Value, other: Value) => (one.index === other.index ? 0 : one.index - other.index);
  const texts = list.sort(compare).map(({ text }) => text);
  return texts.length === 1 ? texts[0]! : texts;
}

/** A query string as an object: a repeated name has a list. Fails as `parseForm` does, for any query string of more than 1000 parameters. */
export function parseQuery(query: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const [name, text] of formPairs(Buffer.from(query, 'latin1'), charsetOf(), mostParameters)) {
    const before = values[name];
    values[name] = before === undefined ? text : [before, text].flat();
  }
  return values;
}
