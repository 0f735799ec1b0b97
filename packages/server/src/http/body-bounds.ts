import type { JsonSchema } from './json-shape.ts';

/** Values of a list or a map whose number of entries the document leaves open, all together. */
const openEntries = 20_000;
/** No operation can use more: lists within lists are bounded one by one in the documents, and together by the handlers. */
const mostOfAll = 120_000;
/** Values of an object whose fields the document leaves open. */
const openFields = 32;
/** Values that no field of the document stands for: a caller may send what a later version knows. */
const unknownValues = 1000;

/** How much a body may hold. */
export interface Bounds {
  /** Values in all; in a form pairs, and parts of comma-joined values. */
  values: number;
  /** Fields of one object. */
  fields: number;
}

export function boundsOf(schema: JsonSchema | undefined): Bounds {
  return { values: mostValuesOf(schema), fields: mostFieldsOf(schema) };
}

/**
 * The most values that a body may hold: those that the document has room for, objects and lists among them, and unknown ones.
 * Bounds of lists within lists multiply.
 */
function mostValuesOf(schema: JsonSchema = {}): number {
  return Math.min(valuesOf(schema) + unknownValues, mostOfAll);
}

/** Of its largest object, and unknown ones: objects of very many fields cost the server much more than lists do. */
function mostFieldsOf(schema: JsonSchema = {}): number {
  const sizes = (part: JsonSchema): number[] => [
    Object.keys(part.properties ?? {}).length,
    part.maxProperties ?? 0,
    ...innerOf(part).flatMap(sizes),
  ];
  return Math.max(...sizes(schema)) + unknownValues;
}

function innerOf({
  properties = {},
  additionalProperties: others,
  items,
  allOf = [],
  anyOf = [],
  oneOf = [],
  then,
}: JsonSchema): JsonSchema[] {
  const open = [typeof others === 'object' ? others : [], items ?? [], then ?? []].flat();
  return [...Object.values(properties), ...open, ...allOf, ...anyOf, ...oneOf];
}

/** Of alternatives the sum: that only one of them is sent makes the bound wider than need be, never too narrow. */
function valuesOf(schema: JsonSchema): number {
  const { properties = {}, additionalProperties: others, items, allOf = [], anyOf = [], oneOf = [], then } = schema;
  const parts = [...Object.values(properties), ...allOf, ...anyOf, ...oneOf, ...(then ? [then] : [])];
  const entries = typeof others === 'object' ? repeated(valuesOf(others), schema.maxProperties) : 0;
  const listed = items ? repeated(valuesOf(items), schema.maxItems) : 0;
  const isOpen = [schema.type].flat().includes('object') && parts.length === 0 && typeof others !== 'object';
  return 1 + (isOpen ? openFields : 0) + entries + listed + parts.reduce((sum, part) => sum + valuesOf(part), 0);
}

function repeated(values: number, times: number | undefined): number {
  return times === undefined ? Math.max(values, openEntries) : values * times;
}
