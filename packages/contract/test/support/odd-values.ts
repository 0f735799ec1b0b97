import type { Schema } from '../../src/api.ts';
import { type Api, type ApiOperation, exampleInput } from '../../src/index.ts';
import { urlOf } from '../../src/request.ts';

/** What a server that trusts its callers stumbles over. Where the document allows one, that is fine too. */
const oddValues: unknown[] = [
  '',
  'a\0b',
  '\ud800',
  '__proto__',
  '{"__proto__":"x","a":"\\u0000"}',
  '["\\ud800"]',
  'x'.repeat(70_000),
  1e308,
  -1,
  2 ** 63,
  null,
  [],
  [[]],
  {},
  JSON.parse('{"__proto__":{"a":1},"constructor":1,"":null}'),
  Array.from({ length: 20_000 }, (_, index) => `item${index}`),
];
const oddPieces = ['%00', '%ED%A0%80', '%', '__proto__', '-1', '1e308', '9223372036854775808', 'x'.repeat(2000)];

/** A call as it goes out. */
export interface OddCall {
  title: string;
  url: string;
  body?: unknown;
}

/** The example of an operation with an odd value in the place of each field and parameter, and of the whole body. */
export function oddCalls(api: Api, operation: ApiOperation): OddCall[] {
  return [...oddBodies(api, operation), ...oddUrls(operation)];
}

function oddBodies(api: Api, operation: ApiOperation): OddCall[] {
  const { media, mediaType } = operation;
  if (!media || mediaType === 'multipart/form-data') return [];
  const { body, ...rest } = exampleInput(operation);
  const url = urlOf(operation, rest);
  const [entry] = [body].flat();
  const shaped = (changed: object) => (Array.isArray(body) ? [changed] : changed);
  const fields = fieldsOf(api, media.schema).map((field) => (value: unknown) => {
    return { title: `${field} ${show(value)}`, url, body: shaped({ ...(entry as object), [field]: value }) };
  });
  const whole = (value: unknown) => ({ title: `body ${show(value)}`, url, body: value });
  return [whole, ...fields].flatMap((call) => oddValues.map(call));
}

function oddUrls(operation: ApiOperation): OddCall[] {
  const input = exampleInput(operation);
  const odd = (place: 'path' | 'query', name: string, piece: string) => {
    const marked = urlOf(operation, { ...input, [place]: { ...input[place], [name]: 'ODD' } });
    return { title: `${place} ${name} ${piece.slice(0, 20)}`, url: marked.replace('ODD', piece), body: input.body };
  };
  const unknown = ['%00', '__proto__'].map((piece) => odd('query', 'unknown', piece));
  return [...unknown, ...operation.parameters.flatMap(({ in: place, name }) => oddPieces.map((piece) => odd(place, name, piece)))];
}

/** Names of the fields of a body, or of its entries, whatever its shape. */
function fieldsOf(api: Api, given: Schema): string[] {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [], items } = api.resolve(given);
  const parts = [...allOf, ...anyOf, ...oneOf, ...(items ? [items] : [])];
  return [...new Set([...Object.keys(properties), ...parts.flatMap((part) => fieldsOf(api, part))])];
}

function show(value: unknown): string {
  return JSON.stringify(value).slice(0, 30);
}
