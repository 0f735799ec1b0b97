import type { JsonSchema } from './json-shape.ts';

/** What the validator says of a value that a keyword of the schema does not allow. */
export interface Violation {
  keyword: string;
  /** In the validator's words, which know schemas and regular expressions. */
  message: string;
}

const types: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** How many there may be, by keyword. */
const counts: Record<string, [bound: string, what: string]> = {
  minLength: ['at least', 'character'],
  maxLength: ['at most', 'character'],
  minItems: ['at least', 'item'],
  maxItems: ['at most', 'item'],
  minProperties: ['at least', 'entry'],
  maxProperties: ['at most', 'entry'],
};

/** The same for people, to stand behind the name of the field. `schemas` are those that may hold for the value. */
export function reasonOf({ keyword, message }: Violation, schemas: JsonSchema[]): string {
  const number = /-?[\d.]+(e[+-]?\d+)?$/.exec(message.replace(/ (items|characters|properties)$/, ''))?.[0] ?? '';
  const count = counts[keyword];
  if (count) return `must have ${count[0]} ${number} ${plural(count[1], Number(number))}`;
  if (keyword === 'type')
    return `must be ${anyOf(
      message
        .replace('must be ', '')
        .split(',')
        .map((type) => types[type] ?? type),
    )}`;
  if (keyword === 'minimum') return `must be at least ${number}`;
  if (keyword === 'maximum') return `must be at most ${number}`;
  if (keyword === 'multipleOf') return `must be a multiple of ${number}`;
  if (keyword === 'enum' || keyword === 'const') return `must be ${anyOf(valuesOf(schemas))}`;
  if (keyword === 'pattern') return wordsOf(message, schemas);
  if (keyword === 'uniqueItems') return 'must not have the same item twice';
  return 'has none of the documented forms';
}

/** `a`, `a or b`, `a, b or c`. */
function anyOf(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function plural(what: string, number: number): string {
  if (number === 1) return what;
  return what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`;
}

function valuesOf(schemas: JsonSchema[]): string[] {
  const values = schemas.flatMap((schema) => schema.enum ?? ('const' in schema ? [schema.const] : []));
  return [...new Set(values.map(String))];
}

/** Each pattern of the documents has its words beside it. */
function wordsOf(message: string, schemas: JsonSchema[]): string {
  const meant = schemas.find(({ pattern }) => pattern !== undefined && message.includes(`"${pattern}"`));
  return meant?.['x-pattern-words'] ?? 'has none of the documented forms';
}

/** The schemas that may hold for what stands at the path, of all alternatives; those of its names too. */
export function schemasAt(schema: JsonSchema | undefined, path: string[]): JsonSchema[] {
  return path.reduce((holders, part) => holders.flatMap((holder) => inside(holder, part)), alternativesOf(schema));
}

function inside({ properties, items, additionalProperties }: JsonSchema, part: string): JsonSchema[] {
  const named = properties?.[part];
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return [named ?? other, /^\d+$/.test(part) ? items : undefined].flatMap(alternativesOf);
}

function alternativesOf(schema: JsonSchema | undefined): JsonSchema[] {
  if (!schema) return [];
  const { allOf = [], anyOf = [], oneOf = [], then, propertyNames } = schema;
  return [schema, ...[...allOf, ...anyOf, ...oneOf, then, propertyNames].flatMap(alternativesOf)];
}
