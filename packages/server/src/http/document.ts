import { type Bounds, boundsOf } from './body-bounds.ts';
import { type JsonSchema, type Shape, shapeOf } from './json-shape.ts';

/** The part of an OpenAPI 3.1 document that the server reads. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, PathItem>;
  components?: Record<string, unknown>;
  'x-max-body'?: number;
  [extension: string]: unknown;
}

export type PathItem = { [method: string]: OperationObject } & { 'x-aliases'?: string[]; 'x-deprecated-aliases'?: string[] };

export interface OperationObject {
  operationId: string;
  requestBody?: { required?: boolean; content: Record<string, { schema?: unknown; encoding?: Record<string, Encoding> }> };
  responses: Record<string, unknown>;
  'x-max-body'?: number;
  'x-rate-limit'?: RateLimit | RateLimit[];
  [extension: string]: unknown;
}

/**
 * So many points in so many seconds. A point is a call, or a value of `field`; operations with the same `bucket` share it. With `only`,
 * calls whose body has other values there take none.
 */
export interface RateLimit {
  points: number;
  seconds: number;
  unit: string;
  field?: string;
  bucket?: string;
  /** Counts from midnight in the server's zone, not back from now; `seconds` are those of a day. */
  calendarDay?: boolean;
  only?: Record<string, string | number>;
}

export interface Encoding {
  style?: string;
  explode?: boolean;
}

/** The field of a multipart body that holds a file. */
export interface FileField {
  name: string;
  maxBytes: number;
}

/** One operation of one document, as the server mounts it. */
export interface Operation {
  id: string;
  method: string;
  /** Path template of the document. */
  path: string;
  /** Other forms of it, deprecated ones too. */
  aliases: string[];
  /** Media type of the request body; undefined when it has none. */
  mediaType: string | undefined;
  bodyRequired: boolean;
  encoding: Record<string, Encoding>;
  /** The file in the body, if that is where a file comes. */
  file: FileField | undefined;
  /** What the document knows of the body's fields. */
  fields: BodyFields;
  /** What the document asks of a request: an object of `body`, `params` and `query`. */
  request: JsonSchema;
  /** Where the body has objects and lists. */
  shape: Shape | undefined;
  /** How much it may hold, in whatever form it comes. */
  bounds: Bounds;
  /** Bytes. */
  maxBody: number;
  rateLimits: RateLimit[];
  /** Status of success. */
  status: number;
}

/** Fields that some dialects read in ways of their own. */
export interface BodyFields {
  /** Names of those that are true or false. */
  booleans: string[];
  /** Those that are objects with fields that the document names. */
  objects: Map<string, BodyFields>;
}

export const formType = 'application/x-www-form-urlencoded';
const multipartType = 'multipart/form-data';

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const defaultMaxBody = 100 * 1024;

export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => readOperation(document, { path, method, item })),
  );
}

function readOperation(document: OpenApiDocument, at: { path: string; method: string; item: PathItem }): Operation {
  const operation = at.item[at.method]!;
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const schema = dereference(document, media?.schema) as ObjectSchema | undefined;
  return {
    id: operation.operationId,
    method: at.method.toUpperCase(),
    path: at.path,
    aliases: [...(at.item['x-aliases'] ?? []), ...(at.item['x-deprecated-aliases'] ?? [])],
    mediaType,
    bodyRequired: operation.requestBody?.required ?? false,
    encoding: media?.encoding ?? {},
    file: mediaType === multipartType ? fileField(schema!) : undefined,
    fields: bodyFields(schema),
    request: requestSchema(schema as JsonSchema | undefined, parametersOf(document, at)),
    shape: shapeOf(schema as JsonSchema | undefined),
    bounds: boundsOf(schema as JsonSchema | undefined),
    maxBody: operation['x-max-body'] ?? document['x-max-body'] ?? defaultMaxBody,
    rateLimits: [operation['x-rate-limit'] ?? []].flat(),
    status: Number(Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? 200),
  };
}

interface Parameter {
  in: 'path' | 'query';
  name: string;
  schema: JsonSchema;
}

function parametersOf(document: OpenApiDocument, { item, method }: { item: PathItem; method: string }): Parameter[] {
  const listed = [item.parameters ?? [], item[method]!.parameters ?? []].flat();
  return dereference(document, listed) as Parameter[];
}

function requestSchema(body: JsonSchema | undefined, parameters: Parameter[]): JsonSchema {
  const at = (place: Parameter['in']) => {
    const there = parameters.filter((parameter) => parameter.in === place);
    return { properties: Object.fromEntries(there.map(({ name, schema }) => [name, schema])) };
  };
  return { properties: { ...(body && { body }), params: at('path'), query: at('query') } };
}

interface ObjectSchema {
  type?: unknown;
  properties?: Record<string, ObjectSchema>;
  allOf?: ObjectSchema[];
  contentMediaType?: string;
  maxLength?: number;
}

function bodyFields(schema: ObjectSchema = {}): BodyFields {
  const properties = propertiesOf(schema);
  const isBoolean = ({ type, allOf = [] }: ObjectSchema) => type === 'boolean' || allOf.some((part) => part.type === 'boolean');
  const objects = properties.filter(([, property]) => propertiesOf(property).length > 0);
  return {
    booleans: properties.filter(([, property]) => isBoolean(property)).map(([name]) => name),
    objects: new Map(objects.map(([name, property]) => [name, bodyFields(property)])),
  };
}

function propertiesOf({ properties = {}, allOf = [] }: ObjectSchema): [string, ObjectSchema][] {
  return [...Object.entries(properties), ...allOf.flatMap(propertiesOf)];
}

/** The one that has a content type; its length is in bytes. */
function fileField({ properties = {} }: ObjectSchema): FileField {
  const [name, { maxLength }] = Object.entries(properties).find(([, property]) => property.contentMediaType)!;
  return { name, maxBytes: maxLength! };
}

/** A copy of one path of the document with every reference replaced by what it names, and nothing else. */
export function documentOfPath(document: OpenApiDocument, path: string): OpenApiDocument {
  return {
    openapi: document.openapi,
    info: document.info,
    paths: { [path]: dereference(document, document.paths[path]) as PathItem },
  };
}

function dereference(document: OpenApiDocument, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => dereference(document, item));
  if (typeof node !== 'object' || node === null) return node;
  if ('$ref' in node && typeof node.$ref === 'string') return dereference(document, resolvePointer(document, node.$ref));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, dereference(document, value)]));
}

function resolvePointer(document: OpenApiDocument, pointer: string): unknown {
  return pointer
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document);
}
