import { DomainError } from '../domain/errors.ts';
import { type Charset, charsetOf, notInCharset, withoutByteOrderMark } from './text.ts';

const [percent, plus, blank] = [...'%+ '].map((sign) => sign.charCodeAt(0));
const byteOrderMark = Buffer.from('\ufeff');

type Pair = [key: string, value: string];

/**
 * Key and value of each pair of a form, decoded by the charset. Lenient: what is not percent-encoded is kept as it is. Fails with
 * `malformed-body` at the first pair above `most`, and with `parameter-invalid` for bytes that are no text.
 */
export function* formPairs(body: Buffer, charset: Charset, most: number): Generator<Pair> {
  if (charset.name.startsWith('utf-16')) {
    yield* formPairs(narrow(body, charset), charsetOf(), most);
    return;
  }
  // Each byte is a character here.
  const text = body.subarray(body.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0).toString('latin1');
  let pairs = 0;
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('&', start);
    if (end === -1) end = text.length;
    if (end === start) continue;
    if (++pairs > most) throw tooManyPairs(most);
    yield decodePair(text.slice(start, end), charset);
  }
}

export function tooManyPairs(most: number): DomainError {
  return new DomainError('malformed-body', { reason: `holds more than ${most} parameters` });
}

/** The whole body in UTF-8: who writes two bytes for each character does so for percent signs too, and percent-encodes UTF-8. */
function narrow(body: Buffer, charset: Charset): Buffer {
  const text = charset.read(body);
  if (text === undefined) throw notInCharset('body', charset);
  return Buffer.from(withoutByteOrderMark(text));
}

function decodePair(pair: string, charset: Charset): Pair {
  const mark = pair.indexOf('=');
  const key = decode(mark === -1 ? pair : pair.slice(0, mark), charset);
  if (key === undefined) throw notInCharset('body', charset);
  const value = mark === -1 ? '' : decode(pair.slice(mark + 1), charset);
  if (value === undefined) throw notInCharset(key, charset);
  return [key, value];
}

/** Undefined when the bytes are no text of the charset. */
function decode(text: string, charset: Charset): string | undefined {
  if (!/[%+\x80-\xff]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] === percent ? byteOf(text, at) : undefined;
    bytes[length++] = byte ?? (bytes[at] === plus ? blank! : bytes[at]!);
    if (byte !== undefined) at += 2;
  }
  return charset.read(bytes.subarray(0, length));
}

/** What two hexadecimal digits behind a percent sign stand for. */
function byteOf(text: string, at: number): number | undefined {
  const digits = text.slice(at + 1, at + 3);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
