import type { Api, ApiOperation, Code, DialectName, Parameter, Schema } from './api.ts';
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

/** The example of the document as a call: a parameter without an example is left out. */
export function exampleInput(operation: ApiOperation): CallInput {
  const place = (where: 'path' | 'query') =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === where && parameter.example !== undefined)
        .map((parameter) => [parameter.name, parameter.example]),
    );
  const body = operation.media?.examples?.default?.value;
  return { path: place('path'), query: place('query'), ...(body !== undefined && { body: structuredClone(body) }) };
}

/** Every way the document lets us derive to get one thing wrong: missing, wrong type, too long, out of range, unknown value, too many. */
export function derivedCases(api: Api, operation: ApiOperation): Case[] {
  return [...bodyCases(api, operation), ...operation.parameters.flatMap((parameter) => parameterCases(api, operation, parameter))];
}

const refusals: Record<DialectName, Code[]> = {
  rongcloud: [1002, 1005],
  jmessage: [899003],
  admin: ['field_missing', 'field_invalid'],
};

/** Codes that refuse a parameter. */
export function parameterErrors(api: Api): Code[] {
  return refusals[api.dialect];
}

function bodyCases(api: Api, operation: ApiOperation): Case[] {
  if (!operation.media) return [];
  const base = exampleInput(operation);
  const schema = shapeOf(api, operation.media.schema, base.body);
  if (schema.type === 'array') return listBodyCases(api, operation, schema);
  const wire = operation.mediaType === 'application/json' ? 'json' : 'form';
  return fieldMutations(api, schema, wire).map(({ field, what, value }) => ({
    operation,
    title: `${field} ${what}`,
    input: { ...base, body: withField(base.body, field, value) },
  }));
}

/** Of the shapes that the document allows, the one that the example has. */
function shapeOf(api: Api, given: Schema, example: unknown): Schema {
  const schema = api.resolve(given);
  const shape = schema.oneOf?.find((one) => api.mismatch(one, example) === undefined);
  return shape ? api.resolve(shape) : schema;
}

function listBodyCases(api: Api, operation: ApiOperation, schema: Schema): Case[] {
  const base = exampleInput(operation);
  return mutations(api, schema, 'json').map(({ what, value }) => ({ operation, title: `body ${what}`, input: { ...base, body: value } }));
}

interface FieldMutation extends Mutation {
  field: string;
}

function fieldMutations(api: Api, schema: Schema, wire: Wire): FieldMutation[] {
  const missing = (schema.required ?? []).map((field) => ({ field, what: 'missing', value: undefined }));
  const wrong = Object.entries(schema.properties ?? {}).flatMap(([field, property]) =>
    mutations(api, property, wire).map((mutation) => ({ field, ...mutation })),
  );
  const unknown = schema.additionalProperties === false ? [{ field: 'noSuchField', what: 'unknown', value: 1 }] : [];
  return [...missing, ...wrong, ...unknown];
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
type Wire = 'form' | 'json';

function mutations(api: Api, given: Schema, wire: Wire): Mutation[] {
  const schema = flatten(api, given);
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type;
  if (Array.isArray(schema.type) && schema.type.filter((name) => name !== 'null').length > 1) return [];
  if (type === 'string') return stringMutations(schema, wire);
  if (type === 'integer' || type === 'number') return numberMutations(schema, wire);
  if (type === 'boolean') return [{ what: 'not a boolean', value: 'perhaps' }];
  if (type === 'array') return arrayMutations(api, schema, wire);
  if (type === 'object' && wire === 'json') return objectMutations(api, schema);
  return [];
}

/** The object itself, each of its fields beside examples of the required ones, and an entry where any name may stand. */
function objectMutations(api: Api, schema: Schema): Mutation[] {
  const required = (schema.required ?? []).map((name) => [name, flatten(api, schema.properties?.[name] ?? {}).examples?.[0]] as const);
  const sample = Object.fromEntries(required);
  const fields = fieldMutations(api, schema, 'json');
  const entry = typeof schema.additionalProperties === 'object' ? mutations(api, schema.additionalProperties, 'json') : [];
  return [
    { what: 'not an object', value: 'text' },
    ...fields.map(({ field, what, value }) => ({ what: `with ${field} ${what}`, value: withField(sample, field, value) })),
    ...entry.map(({ what, value }) => ({ what: `with an entry ${what}`, value: { name: value } })),
  ];
}

function stringMutations(schema: Schema, wire: Wire): Mutation[] {
  const [, , maxBytes] = /^bytes-(\d+)-(\d+)$/.exec(schema.format ?? '') ?? [];
  return [
    ...(wire === 'json' ? notText : []),
    ...(schema.maxLength === undefined ? [] : [{ what: `above ${schema.maxLength} characters`, value: 'x'.repeat(schema.maxLength + 1) }]),
    ...(maxBytes === undefined ? [] : [{ what: `above ${maxBytes} bytes`, value: multibyte(Number(maxBytes)) }]),
    ...(schema.enum ? [{ what: 'unknown value', value: 'no-such-value' }] : []),
  ];
}

/** An integer is no fault: PHP writes ids of digits as numbers, and servers take them as text. */
const notText: Mutation[] = [
  { what: 'not a string but a fraction', value: 1.5 },
  { what: 'not a string but true', value: true },
  { what: 'not a string but an object', value: {} },
];

/** As many bytes as allowed and at most three more, in fewer characters. */
function multibyte(maxBytes: number): string {
  return '字'.repeat(Math.floor(maxBytes / 3) + 1);
}

function numberMutations(schema: Schema, wire: Wire): Mutation[] {
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

function arrayMutations(api: Api, schema: Schema, wire: Wire): Mutation[] {
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

/** The schema with its reference and its `allOf` put together, and what `anyOf` has beside null. */
function flatten(api: Api, schema: Schema): Schema {
  const { allOf = [], anyOf = [], ...own } = api.resolve(schema);
  const choices = anyOf.map((choice) => flatten(api, choice)).filter(({ type }) => type !== 'null');
  return Object.assign({}, ...allOf.map((part) => flatten(api, part)), choices.length === 1 && choices[0], own) as Schema;
}

function withField(base: unknown, field: string, value: unknown): Record<string, unknown> {
  const { [field]: _, ...others } = (base ?? {}) as Record<string, unknown>;
  return value === undefined ? others : { ...others, [field]: value };
}
