import { DomainError } from '../domain/errors.ts';
import type { Reviver } from '../domain/exact-json.ts';
import { type BodyFields, formType, type Operation } from '../http/document.ts';
import { parseForm } from '../http/form.ts';
import { decodeJson, parseFitted } from '../http/json.ts';

/** Booleans as the SDKs write them; an official one sends 1 for true. */
const booleans = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/**
 * Parses by the Content-Type that was sent: JSON is accepted by every operation (old SDKs send it to form operations),
 * forms only where the document has one. Without a Content-Type the operation's own is assumed. Empty text counts as absent,
 * in JSON null too, also in objects whose fields the document names: the Go SDK sends both for what is not set. PHP writes an empty
 * object as an empty list, and ids of digits as numbers: see `fitShape`.
 */
export function parseBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  const sent = contentType?.split(';')[0]?.trim().toLowerCase() || operation.mediaType;
  if (sent === 'application/json') {
    const text = decodeJson(body, contentType, operation);
    return presentFields(objectOf(text.trim() === '' ? {} : parseFitted(text, operation, longIntegers)), operation.fields);
  }
  if (sent === formType && sent === operation.mediaType) {
    return withBooleans(parseForm(body, contentType, operation), operation.fields.booleans);
  }
  throw new DomainError('unsupported-media-type', { reason: `Content-Type ${sent} is not supported here, use ${operation.mediaType}` });
}

/** Integers that a number cannot hold exactly, as texts, also where the document says nothing. */
const longIntegers: { isNeeded: RegExp; reviver: Reviver } = {
  isNeeded: /\d{16}/,
  reviver: (_key, value, { source }) => (!Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '') ? source : value),
};

function objectOf(value: unknown): object {
  if (isObject(value)) return value;
  throw new DomainError('malformed-body', { reason: 'the body is not a JSON object' });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function presentFields(object: object, { booleans, objects }: BodyFields): Record<string, unknown> {
  const present = Object.entries(object).flatMap(([name, value]) => {
    if (value === null || value === '') return [];
    const inner = objects.get(name);
    return [[name, inner && isObject(value) ? presentFields(value, inner) : value] as const];
  });
  return withBooleans(Object.fromEntries(present), booleans);
}

function withBooleans(fields: Record<string, unknown>, names: string[]): Record<string, unknown> {
  const read = names.flatMap((name) => {
    const value = fields[name];
    const boolean = typeof value === 'object' ? undefined : booleans.get(String(value).toLowerCase());
    return boolean === undefined ? [] : [[name, boolean] as const];
  });
  return { ...fields, ...Object.fromEntries(read) };
}
