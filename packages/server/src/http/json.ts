import { DomainError } from '../domain/errors.ts';
import { Fractions, type Reviver } from '../domain/exact-json.ts';
import type { Bounds } from './body-bounds.ts';
import { formType, type Operation } from './document.ts';
import { fitShape } from './fit-shape.ts';
import { type Charset, charsetOf, notInCharset, replacementCharacter, withoutByteOrderMark } from './text.ts';

const maxDepth = 64;
const [quote, backslash, comma, colon, openList, closeList, openObject, closeObject] = [...'"\\,:[]{}'].map((sign) => sign.charCodeAt(0));

/** Fails with `malformed-body`, also for more values than the operation can use: that is found out before any is made. */
export function parseJson(text: string, { bounds }: Pick<Operation, 'bounds'>, reviver?: Reviver): unknown {
  boundJson(text, bounds);
  try {
    return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]);
  } catch (error) {
    throw malformed(`not valid JSON: ${(error as Error).message.slice(0, 100)}`);
  }
}

/**
 * The value of a JSON body as the document has it: see `fitShape`. `reviver` is applied to texts that hold what `isNeeded` looks for:
 * few bodies have any, and the others are spared the look at every value. Fails as `parseJson` and `fitShape` do.
 */
export function parseFitted(text: string, operation: Operation, { isNeeded, reviver }: { isNeeded: RegExp; reviver: Reviver }): unknown {
  const fractions = new Fractions();
  const wanted = isNeeded.test(text) ? reviver : undefined;
  const value = parseJson(text, operation, Fractions.mayBeIn(text) ? fractions.finder(wanted) : wanted);
  return fitShape(value, operation.shape, { fractions, refuse: operation.mediaType === formType });
}

/** A JSON body; fails as `readJsonText` and `parseJson` do. */
export function readJsonBody(body: Buffer, contentType: string | undefined, operation: Operation): unknown {
  const text = readJsonText(body, contentType, operation);
  return text === undefined ? undefined : parseJson(text, operation);
}

/**
 * The text of a JSON body, whatever parameters its Content-Type has, also without one; undefined when there is none and none is needed.
 * Fails with `unsupported-media-type` or `parameter-missing`, and as `decodeJson` does.
 */
export function readJsonText(body: Buffer, contentType: string | undefined, operation: Operation): string | undefined {
  const sent = contentType?.split(';')[0]?.trim().toLowerCase();
  if (sent && sent !== 'application/json') {
    throw new DomainError('unsupported-media-type', { reason: `Content-Type ${sent} is not supported here, use application/json` });
  }
  const text = decodeJson(body, contentType, operation);
  if (text.trim() !== '') return text;
  // The validator lets a missing body pass.
  if (operation.bodyRequired) throw new DomainError('parameter-missing', { field: 'body' });
  return undefined;
}

/** The text, by the charset of the Content-Type; where it is none, fails with `parameter-invalid`, naming the field that is not. */
export function decodeJson(body: Buffer, contentType: string | undefined, operation: Pick<Operation, 'bounds'>): string {
  const charset = charsetOf(contentType);
  const text = charset.read(body);
  if (text === undefined) throw brokenText(body, charset, operation);
  return withoutByteOrderMark(text);
}

function brokenText(body: Buffer, charset: Charset, operation: Pick<Operation, 'bounds'>): DomainError {
  // Those that were sent as such are no fault.
  const others = Buffer.from(body.toString('latin1').replaceAll('\xef\xbf\xbd', '???'), 'latin1');
  const value = parseJson(withoutByteOrderMark(charset.readBroken(others)), operation);
  return notInCharset(brokenField(value) ?? 'body', charset);
}

/** Name of the first field of the body that holds a replacement character anywhere; of a list the place. */
function brokenField(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [name] = Object.entries(value).find(([key, inner]) => isBroken(key) || isBroken(inner)) ?? [];
  if (name === undefined || name.includes(replacementCharacter)) return undefined;
  return Array.isArray(value) ? `[${name}]` : name;
}

function isBroken(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(replacementCharacter);
  return typeof value === 'object' && value !== null && Object.entries(value).flat().some(isBroken);
}

/** One pass over the text, which ends at the first value, field or level too many. What is inside of texts does not count. */
export function boundJson(text: string, most: Bounds): void {
  let depth = 0;
  let values = 1;
  /** Of the object at each level. */
  const fields: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = endOfText(text, at);
    else if (sign === comma) values++;
    else if (sign === colon) fields[depth] = (fields[depth] ?? 0) + 1;
    else if (sign === openList || sign === openObject) fields[++depth] = 0;
    else if (sign === closeList || sign === closeObject) depth--;
    if (values > most.values) throw malformed(`holds more than ${most.values} values`);
    if (fields[depth]! > most.fields) throw malformed(`holds an object of more than ${most.fields} fields`);
    if (depth > maxDepth) throw malformed(`nested deeper than ${maxDepth} levels`);
  }
}

/** Where the quote stands that no backslash makes a part of the text. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

function malformed(reason: string): DomainError {
  return new DomainError('malformed-body', { reason });
}
