/** What a document says of the objects, lists and texts in a JSON value. */
export interface Shape {
  /** Absent where no object may stand. */
  object?: ObjectShape;
  /** Absent where no list may stand. */
  list?: ListShape;
  /** A text may stand there, and no number and nothing that is true or false. */
  text?: true;
}

interface ListShape {
  items: Shape | undefined;
  /** It names things, each of which counts once. */
  distinct: boolean;
}

export interface ObjectShape {
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
  enum?: unknown[];
  pattern?: string;
  'x-pattern-words'?: string;
  'x-usual-format'?: string;
  maxItems?: number;
  maxProperties?: number;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  'x-repeats'?: boolean;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
}

/** Undefined when no object, list or text may stand there. Of an object that may be one of several with names no field is known. */
export function shapeOf(schema: JsonSchema = {}): Shape | undefined {
  const parts = partsOf(schema);
  const alternatives = parts.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]).map(shapeOf);
  const objects = alternatives.flatMap((shape) => shape?.object ?? []);
  const [named, ...others] = objects.filter(({ fields }) => fields.size > 0);
  const chosen = others.length > 0 ? objectShape([]) : (named ?? objects[0]);
  const object = parts.some(isObject) ? objectShape(parts) : chosen;
  const list = parts.some((part) => hasType(part, 'array')) ? listShape(parts) : alternatives.find((shape) => shape?.list)?.list;
  const text = isText(schema);
  return object || list || text ? { ...(object && { object }), ...(list && { list }), ...(text && { text }) } : undefined;
}

function isText(schema: JsonSchema): boolean {
  const every = (part: JsonSchema): JsonSchema[] => [part, ...[part.allOf ?? [], part.anyOf ?? [], part.oneOf ?? []].flat().flatMap(every)];
  const has = (...names: string[]) => every(schema).some((part) => names.some((name) => hasType(part, name)));
  return has('string') && !has('integer', 'number', 'boolean');
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
