import { invalid, parseJsonObject, parseJsonText } from './json-text.ts';

const maxPairs = 100;
const keyPattern = /^[A-Za-z0-9+=_-]{1,32}$/;
const maxValue = 4096;

/** Pairs that extend a message, from JSON text. Fails with `parameter-invalid`. */
export function readExpansion(text: string | undefined, field = 'extraContent'): Record<string, string> {
  if (text === undefined) return {};
  const pairs = parseJsonObject(field, text);
  const entries = Object.entries(pairs);
  if (entries.length > maxPairs) throw invalid(field, `has more than ${maxPairs} pairs`);
  for (const [key, value] of entries) {
    checkKey(field, key);
    if (typeof value !== 'string' || [...value].length > maxValue)
      throw invalid(field, `has a value that is not a text of up to ${maxValue} characters`);
    if (value.includes('\0') || !value.isWellFormed()) throw invalid(field, 'has a value with a NUL character or half a surrogate pair');
  }
  return pairs as Record<string, string>;
}

/** Keys of such pairs, from JSON text. Fails with `parameter-invalid`. */
export function readExpansionKeys(text: string, field: string): string[] {
  const keys = parseJsonText(field, text);
  if (!Array.isArray(keys)) throw invalid(field, 'is not a JSON array');
  if (keys.length > maxPairs) throw invalid(field, `has more than ${maxPairs} keys`);
  for (const key of keys) checkKey(field, key);
  return [...new Set(keys as string[])];
}

function checkKey(field: string, key: unknown): void {
  if (typeof key !== 'string' || !keyPattern.test(key)) throw invalid(field, `has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _`);
}
