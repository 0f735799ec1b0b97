import { DomainError } from '../domain/errors.ts';

/** The value of a parameter that holds JSON. Fails with `parameter-invalid`. */
export function parseJsonText(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(field, 'is not valid JSON');
  }
}

export function invalid(field: string, reason: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason });
}
