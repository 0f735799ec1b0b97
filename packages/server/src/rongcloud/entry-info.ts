import { DomainError } from '../domain/errors.ts';

const maxPairs = 20;
const maxKey = 128;
const maxValue = 4096;

/**
 * Chatroom attributes from JSON text. Numbers and booleans become their text: the Go SDK marshals values of any type.
 * Fails with `parameter-invalid` or `parameter-too-long`.
 */
export function readEntryInfo(text: string): Record<string, string> {
  const pairs = Object.entries(parseObject(text)).map(([key, value]) => [checkKey(key), readValue(value)] as const);
  if (pairs.length > maxPairs) throw invalid(`has more than ${maxPairs} pairs`);
  return Object.fromEntries(pairs);
}

function checkKey(key: string): string {
  if (key.length > maxKey) throw tooLong(`has a key of more than ${maxKey} characters`);
  if (!/^[A-Za-z0-9+=_-]+$/.test(key)) throw invalid('has a key with other characters than A-Z a-z 0-9 + = - _');
  return key;
}

function readValue(value: unknown): string {
  if (typeof value === 'object') throw invalid('has a value that is not a text');
  const text = String(value);
  if ([...text].length > maxValue) throw tooLong(`has a value of more than ${maxValue} characters`);
  if (text.includes('\0') || !text.isWellFormed()) throw invalid('has a value with a NUL character or half a surrogate pair');
  return text;
}

function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('is not a JSON object');
  return value;
}

const invalid = (reason: string) => new DomainError('parameter-invalid', { field: 'entryInfo', reason });
const tooLong = (reason: string) => new DomainError('parameter-too-long', { field: 'entryInfo', reason });
