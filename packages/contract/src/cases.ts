import type { Api, ApiOperation, Parameter, Schema } from './api.ts';
import type { CallInput } from './request.ts';

/** A request that the document forbids, and where. */
export interface Case {
  operation: ApiOperation;
  /** `userId missing`, `minute above 43200`. */
  title: string;
  input: CallInput;
}

interface Mutation {
  what: string;
  /** Undefined leaves the field out. */
  value: unknown;
}

/** The example of the document as a call. */
export function exampleInput(operation: ApiOperation): CallInput {
  const place = (where: 'path' | 'query') =>
    Object.fromEntries(
      operation.parameters.filter((parameter) => parameter.in === where).map((parameter) => [parameter.name, parameter.example]),
    );
  const body = operation.media?.examples?.default?.value;
  return { path: place('path'), query: place('query'), ...(body !== undefined && { body: structuredClone(body) }) };
}

/** Every way the document lets us derive to get one thing wrong: missing, wrong type, too long, out of range, unknown value, too many. */
export function derivedCases(api: Api, operation: ApiOperation): Case[] {
  return [...bodyCases(api, operation), ...operation.parameters.flatMap((parameter) => parameterCases(api, operation, parameter))];
}

/** Codes that refuse a parameter. */
export function parameterErrors(api: Api): number[] {
  return api.dialect === 'rongcloud' ? [1002, 1005] : [899003];
}

function bodyCases(api: Api, operation: ApiOperation): Case[] {
  if (!operation.media) return [];
  const schema = api.resolve(operation.media.schema);
  const base = exampleInput(operation);
  if (schema.type === 'array') return listBodyCases(api, operation, schema);
  return fieldMutations(api, operation, schema).map(({ field, what, value }) => ({
    operation,
    title: `${field} ${what}`,
    input: { ...base, body: withField(base.body, field, value) },
  }));
}

function listBodyCases(api: Api, operation: ApiOperation, schema: Schema): Case[] {
  const base = exampleInput(operation);
  return mutations(api, schema, 'json').map(({ what, value }) => ({ operation, title: `body ${what}`, input: { ...base, body: value } }));
}

function fieldMutations(api: Api, operation: ApiOperation, schema: Schema): (Mutation & { field: string })[] {
  const form = operation.mediaType === 'application/x-www-form-urlencoded';
  const missing = (schema.required ?? []).map((field) => ({ field, what: 'missing', value: undefined }));
  const wrong = Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
    mutations(api, property, form ? 'form' : 'json').map((mutation) => ({ field, ...mutation })),
  );
  return [...missing, ...wrong];
}

function parameterCases(api: Api, operation: ApiOperation, parameter: Parameter): Case[] {
  const base = exampleInput(operation);
  const missing = parameter.in === 'query' && parameter.required ? [{ what: 'missing', value: undefined }] : [];
  return [...missing, ...mutations(api, parameter.schema, 'form')].map(({ what, value }) => ({
    operation,
    title: `${parameter.in} ${parameter.name} ${what}`,
    input: { ...base, [parameter.in]: withField(base[parameter.in], parameter.name, value) },
  }));
}

/** `form`: everything is text on the wire, so a wrong type shows only where text cannot be read as the right one. */
function mutations(api: Api, given: Schema, wire: 'form' | 'json'): Mutation[] {
  const schema = flatten(api, given);
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type;
  if (Array.isArray(schema.type) && schema.type.filter((name) => name !== 'null').length > 1) return [];
  if (type === 'string') return stringMutations(schema, wire);
  if (type === 'integer' || type === 'number') return numberMutations(schema, wire);
  if (type === 'boolean') return [{ what: 'not a boolean', value: 'perhaps' }];
  if (type === 'array') return arrayMutations(api, schema, wire);
  if (type === 'object' && wire === 'json') return [{ what: 'not an object', value: 'text' }];
  return [];
}

function stringMutations(schema: Schema, wire: 'form' | 'json'): Mutation[] {
  const [, , maxBytes] = /^bytes-(\d+)-(\d+)$/.exec(schema.format ?? '') ?? [];
  return [
    ...(wire === 'json' ? [{ what: 'not a string', value: 1 }] : []),
    ...(schema.maxLength === undefined ? [] : [{ what: `above ${schema.maxLength} characters`, value: 'x'.repeat(schema.maxLength + 1) }]),
    ...(maxBytes === undefined ? [] : [{ what: `above ${maxBytes} bytes`, value: multibyte(Number(maxBytes)) }]),
    ...(schema.enum ? [{ what: 'unknown value', value: 'no-such-value' }] : []),
  ];
}

/** As many bytes as allowed and at most three more, in fewer characters. */
function multibyte(maxBytes: number): string {
  return '字'.repeat(Math.floor(maxBytes / 3) + 1);
}

function numberMutations(schema: Schema, wire: 'form' | 'json'): Mutation[] {
  return [
    { what: 'not a number', value: 'many' },
    ...(wire === 'json' ? [{ what: 'a number as text', value: '1' }] : []),
    ...(schema.minimum === undefined ? [] : [{ what: `below ${schema.minimum}`, value: schema.minimum - 1 }]),
    ...(schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER
      ? []
      : [{ what: `above ${schema.maximum}`, value: schema.maximum + 1 }]),
    ...(schema.enum ? [{ what: 'unknown value', value: 987654 }] : []),
  ];
}

function arrayMutations(api: Api, schema: Schema, wire: 'form' | 'json'): Mutation[] {
  const items = mutations(api, schema.items ?? {}, wire).map(({ what, value }) => ({ what: `item ${what}`, value: [value] }));
  return [
    ...(wire === 'json' ? [{ what: 'not a list', value: 'text' }] : []),
    ...(wire === 'json' && schema.minItems ? [{ what: 'empty', value: [] }] : []),
    ...(schema.maxItems === undefined ? [] : [{ what: `above ${schema.maxItems} items`, value: manyItems(api, schema) }]),
    ...items,
  ];
}

function manyItems(api: Api, schema: Schema): unknown[] {
  const item = flatten(api, schema.items ?? {});
  return Array.from({ length: schema.maxItems! + 1 }, (_, index) =>
    item.type === 'integer' ? 10_000_000 + index : item.type === 'object' ? {} : `item${index}`,
  );
}

/** The schema with its reference and its `allOf` put together. */
function flatten(api: Api, schema: Schema): Schema {
  const { allOf = [], ...own } = api.resolve(schema);
  return Object.assign({}, ...allOf.map((part) => flatten(api, part)), own) as Schema;
}

function withField(base: unknown, field: string, value: unknown): Record<string, unknown> {
  const { [field]: _, ...others } = (base ?? {}) as Record<string, unknown>;
  return value === undefined ? others : { ...others, [field]: value };
}
