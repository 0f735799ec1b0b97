import { isAsWritten } from '../domain/exact-json.ts';

/** What a document says of the objects and lists in a JSON value. */
export interface Shape {
  /** Absent where no object may stand. */
  object?: ObjectShape;
  /** Absent where no list may stand. */
  list?: ListShape;
}

interface ListShape {
  items: Shape | undefined;
  /** It names things, each of which counts once. */
  distinct: boolean;
}

interface ObjectShape {
  fields: Fields;
  /** Of the fields that have no name in the document. */
  others: Shape | undefined;
  /** Further fields, where one has a certain value. */
  cases: { field: string; value: unknown; fields: Fields }[];
}

type Fields = Map<string, { shape: Shape | undefined; nullable: boolean }>;

/** The keywords of a schema that matter here, its references replaced by what they name. */
export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  maxItems?: number;
  maxProperties?: number;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  'x-repeats'?: boolean;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
}

/** Undefined when neither an object nor a list may stand there. Of an object that may be one of several no field is known. */
export function shapeOf(schema: JsonSchema = {}): Shape | undefined {
  const parts = partsOf(schema);
  const alternatives = parts.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]).map(shapeOf);
  const objects = alternatives.flatMap((shape) => shape?.object ?? []);
  const chosen = objects.length > 1 ? objectShape([]) : objects[0];
  const object = parts.some(isObject) ? objectShape(parts) : chosen;
  const list = parts.some((part) => hasType(part, 'array')) ? listShape(parts) : alternatives.find((shape) => shape?.list)?.list;
  return object || list ? { ...(object && { object }), ...(list && { list }) } : undefined;
}

/** The schema and those that hold with it. */
function partsOf(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(schema.allOf ?? []).flatMap(partsOf)];
}

function isObject(part: JsonSchema): boolean {
  return hasType(part, 'object') || part.properties !== undefined;
}

function hasType({ type = [] }: JsonSchema, name: string): boolean {
  return [type].flat().includes(name);
}

function objectShape(parts: JsonSchema[]): ObjectShape {
  const open = parts.map(({ additionalProperties }) => additionalProperties).find((others) => typeof others === 'object');
  return { fields: fieldsOf(parts), others: shapeOf(open), cases: parts.flatMap(casesOf) };
}

function fieldsOf(parts: JsonSchema[]): Fields {
  const named = parts.flatMap(({ properties = {} }) => Object.entries(properties));
  const nullable = (schema: JsonSchema) => partsOf(schema).some((part) => hasType(part, 'null'));
  return new Map(named.map(([name, schema]) => [name, { shape: shapeOf(schema), nullable: nullable(schema) }]));
}

/** The condition is that a field has a certain value: others are not read. */
function casesOf({ if: condition, then }: JsonSchema): ObjectShape['cases'] {
  const [field, schema] = Object.entries(condition?.properties ?? {})[0] ?? [];
  return field !== undefined && then ? [{ field, value: schema!.const, fields: fieldsOf(partsOf(then)) }] : [];
}

function listShape(parts: JsonSchema[]): ListShape {
  const items = parts.find((part) => part.items)?.items;
  const names = items !== undefined && isName(items) && !parts.some((part) => part['x-repeats']);
  return { items: shapeOf(items), distinct: names };
}

/** Ids and words. */
function isName(schema: JsonSchema): boolean {
  const types = partsOf(schema).flatMap(({ type = [] }) => type);
  return types.length > 0 && types.every((type) => type === 'string' || type === 'integer');
}

/**
 * The value with an object in place of an empty list where the document has objects and no lists, and without the fields that are null
 * where it names them and has no null: PHP writes an empty array as a list, and several languages null for what is not set.
 */
export function fitShape(value: unknown, shape: Shape | undefined): unknown {
  if (!shape || typeof value !== 'object' || value === null || isAsWritten(value)) return value;
  if (!Array.isArray(value)) return shape.object ? fitObject(value, shape.object) : value;
  if (value.length === 0 && shape.object && !shape.list) return {};
  const items = shape.list?.items;
  return items ? value.map((item) => fitShape(item, items)) : value;
}

function fitObject(value: object, { fields, others, cases }: ObjectShape): object {
  const further = cases.filter(({ field, value: wanted }) => (value as Record<string, unknown>)[field] === wanted);
  const fitted = Object.entries(value).flatMap(([name, item]) => {
    const field = further.find((each) => each.fields.has(name))?.fields.get(name) ?? fields.get(name);
    if (item === null && field && !field.nullable) return [];
    return [[name, fitShape(item, field ? field.shape : others)] as const];
  });
  return Object.fromEntries(fitted);
}
