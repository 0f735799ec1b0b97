import { DomainError } from '../domain/errors.ts';

/** The value of a parameter that holds JSON. Fails with `parameter-invalid`. */
export function parseJsonText(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(field, 'is not valid JSON');
  }
}

/** The object that a parameter holds as JSON, also one that PHP writes as an empty list. Fails with `parameter-invalid`. */
export function parseJsonObject(field: string, text: string): Record<string, unknown> {
  const value = parseJsonText(field, text);
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field, 'is not a JSON object');
  return value as Record<string, unknown>;
}

export function invalid(field: string, reason: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason });
}
