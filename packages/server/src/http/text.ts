import { isUtf8 } from 'node:buffer';
import { DomainError } from '../domain/errors.ts';

const utf8 = 'utf-8';
/** Its characters stand for bytes that are no text. A caller who sends it means nothing by it. */
export const replacementCharacter = '\ufffd';

/** What turns bytes into text, or finds that they are none. */
export interface Charset {
  /** As the standard calls it, in small letters. */
  name: string;
  /** Undefined when the bytes are no text of this charset. A byte order mark is kept. */
  read(bytes: Buffer): string | undefined;
  /** Whatever is no text as replacement characters. */
  readBroken(bytes: Buffer): string;
}

/** The charset that a Content-Type names, UTF-8 when it names none; an official SDK puts a colon before it. Fails with `unsupported-media-type`. */
export function charsetOf(contentType = ''): Charset {
  const [, label = utf8] = /;\s*charset\s*[=:]\s*["']?([^\s;"']+)/i.exec(contentType) ?? [];
  try {
    return charset(new TextDecoder(label).encoding);
  } catch {
    throw new DomainError('unsupported-media-type', { reason: `charset ${label.slice(0, 40)} is not supported, use utf-8` });
  }
}

function charset(name: string): Charset {
  const decode = (bytes: Buffer, fatal: boolean) => new TextDecoder(name, { fatal, ignoreBOM: true }).decode(bytes);
  const read = (bytes: Buffer) => {
    if (name === utf8) return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    try {
      return decode(bytes, true);
    } catch {
      return undefined;
    }
  };
  return { name, read, readBroken: (bytes) => decode(bytes, false) };
}

/** The text without the byte order mark that some writers put before it; inside a text the character stays. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

export function notInCharset(field: string, { name }: Charset): DomainError {
  return new DomainError('parameter-invalid', { field, reason: `is not ${name.toUpperCase()}` });
}

/** Fails when a text holds what no database column takes. */
export function checkText(value: unknown, name = ''): void {
  if (typeof value === 'string' && !isStorable(value)) {
    throw new DomainError('parameter-invalid', { field: name || 'body', reason: 'holds a NUL character or half a surrogate pair' });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) throw new DomainError('parameter-invalid', { field: name || 'body', reason: 'holds a key with a NUL character' });
    checkText(child, name || (Array.isArray(value) ? `[${key}]` : key));
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
