import { DomainError } from '../domain/errors.ts';
import { invalid, parseJsonObject, parseJsonText } from './json-text.ts';

const maxEntries = 20;
const maxKey = 128;
const maxValue = 4096;

/**
 * Chatroom attributes from JSON text. Numbers and booleans become their text: the Go SDK marshals values of any type.
 * Fails with `parameter-invalid` or `parameter-too-long`.
 */
export function readEntryInfo(text: string): Record<string, string> {
  const pairs = Object.entries(parseJsonObject('entryInfo', text)).map(
    ([key, item]) => [checkKey('entryInfo', key), readValue(item)] as const,
  );
  if (pairs.length > maxEntries) throw invalid('entryInfo', `has more than ${maxEntries} pairs`);
  return Object.fromEntries(pairs);
}

/** Keys of chatroom attributes from JSON text. Fails with `parameter-invalid` or `parameter-too-long`. */
export function readEntryKeys(text: string): string[] {
  const value = parseJsonText('entryKeys', text);
  if (!Array.isArray(value) || !value.every((key) => typeof key === 'string')) throw invalid('entryKeys', 'is not a JSON array of texts');
  if (value.length > maxEntries) throw invalid('entryKeys', `has more than ${maxEntries} keys`);
  return [...new Set(value)].map((key) => checkKey('entryKeys', key));
}

function checkKey(field: string, key: string): string {
  if (key.length > maxKey) throw tooLong(field, `has a key of more than ${maxKey} characters`);
  if (!/^[A-Za-z0-9+=_-]+$/.test(key)) throw invalid(field, 'has a key with other characters than A-Z a-z 0-9 + = - _');
  return key;
}

function readValue(value: unknown): string {
  if (typeof value === 'object') throw invalid('entryInfo', 'has a value that is not a text');
  const text = String(value);
  if ([...text].length > maxValue) throw tooLong('entryInfo', `has a value of more than ${maxValue} characters`);
  if (text.includes('\0') || !text.isWellFormed()) {
    throw invalid('entryInfo', 'has a value with a NUL character or half a surrogate pair');
  }
  return text;
}

const tooLong = (field: string, reason: string) => new DomainError('parameter-too-long', { field, reason });
