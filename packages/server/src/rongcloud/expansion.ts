import { DomainError } from '../domain/errors.ts';

const maxPairs = 100;
const keyPattern = /^[A-Za-z0-9+=_-]{1,32}$/;
const maxValue = 4096;

/** The first pairs of an extensible message, from JSON text. Fails with `parameter-invalid`. */
export function readExpansion(text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  const pairs = parseObject(text);
  const entries = Object.entries(pairs);
  if (entries.length > maxPairs) throw invalid(`has more than ${maxPairs} pairs`);
  for (const [key, value] of entries) {
    if (!keyPattern.test(key)) throw invalid(`has a key that is not 1 to 32 of A-Z a-z 0-9 + = - _`);
    if (typeof value !== 'string' || [...value].length > maxValue)
      throw invalid(`has a value that is not a text of up to ${maxValue} characters`);
  }
  return pairs as Record<string, string>;
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('is not a JSON object');
  return value as Record<string, unknown>;
}

function invalid(reason: string): DomainError {
  return new DomainError('parameter-invalid', { field: 'extraContent', reason });
}
