import type { DocumentName } from '../paths.ts';
import type { Document, OperationObject } from './bundle.ts';

const multipart = 'multipart/form-data';

/** The document with a curl line and a client call for every operation, made from its examples. */
export function withCodeSamples(name: DocumentName, document: Document): Document {
  const copy = structuredClone(document);
  for (const [path, item] of Object.entries(copy.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.operationId) continue;
      const call = { path, method, operation: { ...operation, parameters: parametersOf(copy, item, operation) } };
      operation['x-codeSamples'] = [
        { lang: 'Shell', label: 'curl', source: name === 'rongcloud' ? rongcloudCurl(call) : jsonCurl(call, credentials[name]) },
        { lang: 'TypeScript', label: '@diglot/client', source: name === 'rongcloud' ? rongcloudClient(call) : inputClient(call, name) },
      ];
    }
  }
  return copy;
}

type Parameter = NonNullable<OperationObject['parameters']>[number];

/** Those of the path and of the operation that have an example, whether they stand there or are referred to. */
function parametersOf(document: Document, item: Document['paths'][string], operation: OperationObject): Parameter[] {
  const { parameters: shared } = (document.components ?? {}) as { parameters?: Record<string, Parameter> };
  const listed = [item.parameters ?? [], operation.parameters ?? []].flat() as unknown as (Parameter & { $ref?: string })[];
  const followed = listed.map((parameter) => (parameter.$ref ? shared![parameter.$ref.split('/').at(-1)!]! : parameter));
  return followed.filter(({ example }) => example !== undefined);
}

const credentials = { jmessage: '-u "$APP_KEY:$MASTER_SECRET"', admin: '-H "Authorization: Bearer $DIGLOT_ADMIN_KEY"' };

interface Call {
  path: string;
  method: string;
  operation: OperationObject;
}

function rongcloudCurl({ path, operation }: Call): string {
  const { mediaType, body, encoding } = exampleBody(operation);
  const data = mediaType === 'application/json' ? jsonArguments(body) : formArguments(body, encoding);
  return [
    'NONCE=$RANDOM TIMESTAMP=$(date +%s)000',
    `SIGNATURE=$(printf %s "$APP_SECRET$NONCE$TIMESTAMP" | openssl sha1 | sed 's/.* //')`,
    [
      `curl -X POST http://localhost:8080${path}`,
      `-H "App-Key: $APP_KEY" -H "Nonce: $NONCE"`,
      `-H "Timestamp: $TIMESTAMP" -H "Signature: $SIGNATURE"`,
      ...data,
    ].join(' \\\n  '),
  ].join('\n');
}

function formArguments(body: unknown, encoding: Record<string, { style?: string; explode?: boolean }>): string[] {
  return Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([key, value]) => {
    if (Array.isArray(value) && encoding[key]?.explode === false) return [`--data-urlencode ${quote(`${key}=${value.join(',')}`)}`];
    if (Array.isArray(value)) return value.map((item) => `--data-urlencode ${quote(`${key}=${item}`)}`);
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([inner, text]) => `--data-urlencode ${quote(`${key}[${inner}]=${text}`)}`);
    return [`--data-urlencode ${quote(`${key}=${value}`)}`];
  });
}

function jsonCurl({ path, method, operation }: Call, credential: string): string {
  const call = `curl -X ${method.toUpperCase()} "http://localhost:8080${urlOf(path, operation)}"`;
  return [call, credential, ...curlData(operation)].join(' \\\n  ');
}

function curlData(operation: OperationObject): string[] {
  const { mediaType, body } = exampleBody(operation);
  if (body === undefined) return [];
  if (mediaType === multipart) return Object.keys(body).map((field) => `-F ${field}=@hello.txt`);
  return jsonArguments(body);
}

function jsonArguments(body: unknown): string[] {
  return [`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body, null, 2))}`];
}

function rongcloudClient({ operation }: Call): string {
  const { body } = exampleBody(operation);
  return `const result = await rongcloud.${operation.operationId}(${body === undefined ? '' : print(body)});`;
}

function inputClient({ operation }: Call, client: string): string {
  const { mediaType, body } = exampleBody(operation);
  const input = {
    ...parameters(operation, 'path'),
    ...parameters(operation, 'query'),
    ...(body !== undefined && { body }),
  };
  const argument = Object.keys(input).length === 0 ? '' : print(input);
  return `const result = await ${client}.${operation.operationId}(${mediaType === multipart ? withBlobs(argument, body) : argument});`;
}

/** The texts of the body are files. */
function withBlobs(source: string, body: object | undefined): string {
  return Object.values(body ?? {}).reduce((text, value) => text.replace(`"${value}"`, `new Blob(["${value}"])`), source);
}

interface ExampleBody {
  mediaType: string | undefined;
  body: object | undefined;
  encoding: Record<string, object>;
}

function exampleBody(operation: OperationObject): ExampleBody {
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const encoding = (media?.encoding ?? {}) as ExampleBody['encoding'];
  return { mediaType, body: media?.examples?.default?.value as object | undefined, encoding };
}

function parameters(operation: OperationObject, place: 'path' | 'query'): Record<string, Record<string, unknown>> {
  const found = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
  if (found.length === 0) return {};
  return { [place]: Object.fromEntries(found.map((parameter) => [parameter.name, parameter.example])) };
}

function urlOf(path: string, operation: OperationObject): string {
  const values = { ...parameters(operation, 'path').path };
  const query = new URLSearchParams(
    Object.entries(parameters(operation, 'query').query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  return query.size > 0 ? `${filled}?${query.toString().replaceAll('+', '%20')}` : filled;
}

/** A value as TypeScript source. */
function print(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
}

/** A word for the shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
