import { documents } from '@diglot/api/documents';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The two dialects and Diglot's own admin API. */
export const dialectNames = ['rongcloud', 'jmessage', 'admin'] as const;
export type DialectName = (typeof dialectNames)[number];

/** A number in the dialects, a word in the admin API. */
export type Code = number | string;

export interface ListedError {
  code: Code;
  http: number;
  when: string;
  /** Regular expression of the message, where other errors of the operation have the same code and status. */
  says?: string;
}

export interface Schema {
  type?: string | string[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  minItems?: number;
  enum?: unknown[];
  examples?: unknown[];
  /** A file of a multipart body. */
  contentMediaType?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  $ref?: string;
}

export interface Media {
  schema: Schema;
  examples?: Record<string, { value: unknown }>;
  encoding?: Record<string, { style?: string; explode?: boolean }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface Header {
  required?: boolean;
  schema: Schema;
}

interface Answer {
  headers?: Record<string, Header>;
  content?: Record<string, Media>;
}

/** One operation of a document. */
export interface ApiOperation {
  id: string;
  method: string;
  path: string;
  pattern: RegExp;
  parameters: Parameter[];
  /** Undefined when it takes no body. */
  mediaType: string | undefined;
  media: Media | undefined;
  bodyRequired: boolean;
  responses: Record<string, Answer>;
  /** Its own; those of every operation are `Api.errors`. */
  errors: ListedError[];
  maxBody: number;
}

/** A dialect's document, ready to hold requests and answers against. */
export interface Api {
  dialect: DialectName;
  operations: ApiOperation[];
  errors: ListedError[];
  find(method: string, path: string): ApiOperation | undefined;
  byId(operationId: string): ApiOperation;
  resolve(schema: Schema): Schema;
  /** Why the value does not fit, or undefined when it does. */
  mismatch(schema: Schema, value: unknown): string | undefined;
}

type Node = Record<string, unknown>;

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const loaded = new Map<DialectName, Api>();

export function loadApi(dialect: DialectName): Api {
  const api = loaded.get(dialect) ?? readApi(dialect);
  loaded.set(dialect, api);
  return api;
}

function readApi(dialect: DialectName): Api {
  const document = documents[dialect] as Node;
  const follow = <T>(node: T): T => {
    const pointer = (node as { $ref?: string } | undefined)?.$ref;
    return pointer ? follow(resolvePointer(document, pointer) as T) : node;
  };
  const operations = Object.entries(document.paths as Record<string, Node>).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => readOperation({ document, path, item, method, follow })),
  );
  const mismatch = schemaChecker(document);
  return {
    dialect,
    operations,
    errors: document['x-errors'] as ListedError[],
    find: (method, path) => operations.find((operation) => operation.method === method && operation.pattern.test(path)),
    byId: (operationId) => operations.find((operation) => operation.id === operationId)!,
    resolve: follow,
    mismatch,
  };
}

interface Place {
  document: Node;
  path: string;
  item: Node;
  method: string;
  follow: <T>(node: T) => T;
}

function readOperation({ document, path, item, method, follow }: Place): ApiOperation {
  const operation = item[method] as Node;
  const requestBody = follow(operation.requestBody as { required?: boolean; content: Record<string, Media> } | undefined);
  const [mediaType, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const aliases = ['x-aliases', 'x-deprecated-aliases'].flatMap((name) => (item[name] as string[] | undefined) ?? []);
  const source = [path, ...aliases].map((form) => form.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')).join('|');
  return {
    id: operation.operationId as string,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^(${source})/?$`),
    parameters: [...((item.parameters as Parameter[]) ?? []), ...((operation.parameters as Parameter[]) ?? [])].map(follow),
    mediaType,
    media,
    bodyRequired: requestBody?.required ?? false,
    responses: mapValues(operation.responses as Record<string, Answer>, (answer) => {
      const { headers = {}, ...rest } = follow(answer);
      return { ...rest, headers: mapValues(headers, follow) };
    }),
    errors: operation['x-errors'] as ListedError[],
    maxBody: (operation['x-max-body'] ?? document['x-max-body']) as number,
  };
}

function mapValues<From, To>(values: Record<string, From>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]));
}

function schemaChecker(document: Node): Api['mismatch'] {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv, ['date-time']);
  for (const name of new Set(JSON.stringify(document).match(/bytes-\d+-\d+/g))) {
    const [, min = '', max = ''] = name.split('-');
    ajv.addFormat(name, (text: string) => Number(min) <= Buffer.byteLength(text) && Buffer.byteLength(text) <= Number(max));
  }
  const { components } = document;
  const compiled = new WeakMap<Schema, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components } as object);
    compiled.set(schema, validate);
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };
}

function resolvePointer(document: Node, pointer: string): unknown {
  const parts = pointer.replace(/^#\//, '').split('/');
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Node)[part], document);
}
