import type { admin } from '@diglot/api';
import type { DomainError, ErrorCode, ErrorDetail } from '../domain/errors.ts';
import type { Failure } from '../http/dialect.ts';

interface WireError {
  code: admin.components['schemas']['Code'];
  status: number;
  message: (detail: ErrorDetail) => string;
  headers?: Record<string, string>;
}

const about = ({ field, reason }: ErrorDetail) => [field, reason].filter(Boolean).join(' ');
const invalid: WireError = { code: 'field_invalid', status: 400, message: about };
const keyError = (code: 'key_missing' | 'key_wrong', text: string): WireError => ({
  code,
  status: 401,
  message: () => text,
  headers: { 'WWW-Authenticate': 'Bearer' },
});

/** What each failure is on the wire. Words that only the dialects' operations use are not here: they would be refusals of a field. */
const wireErrors: Partial<Record<ErrorCode, WireError>> = {
  'unknown-path': { code: 'path_unknown', status: 404, message: () => 'No such path' },
  'wrong-method': { code: 'method_not_allowed', status: 405, message: ({ reason }) => `Method not allowed: ${reason}` },
  'malformed-request': { code: 'request_invalid', status: 400, message: ({ reason }) => `Malformed request: ${reason}` },
  'headers-too-large': { code: 'request_invalid', status: 431, message: () => 'Request headers too large: at most 16384 bytes' },
  'request-timeout': { code: 'request_invalid', status: 408, message: () => 'The request did not come in in time' },
  'unsupported-media-type': { code: 'body_invalid', status: 400, message: ({ reason }) => `${reason}` },
  'malformed-body': { code: 'body_invalid', status: 400, message: ({ reason }) => `Malformed body: ${reason}` },
  'body-too-large': { code: 'body_too_large', status: 413, message: ({ reason }) => `Body too large: ${reason}` },
  'credentials-missing': keyError('key_missing', 'Send the admin key as Authorization: Bearer <key>'),
  'credentials-invalid': keyError('key_wrong', "This is not the server's admin key"),
  'rate-limited': { code: 'too_many_wrong_keys', status: 429, message: ({ reason }) => `Too many wrong keys: ${reason}` },
  'parameter-missing': { code: 'field_missing', status: 400, message: ({ field }) => `${field} is required` },
  'parameter-invalid': invalid,
  'parameter-too-long': invalid,
  'app-unknown': { code: 'app_unknown', status: 404, message: ({ subject }) => `No app has the key ${subject}` },
  'app-exists': { code: 'app_key_taken', status: 409, message: ({ subject }) => `An app with the key ${subject} exists` },
  internal: { code: 'internal', status: 500, message: () => 'Internal server error' },
  unavailable: { code: 'unavailable', status: 503, message: () => 'The database cannot be used now, please try again later' },
};

export function renderFailure({ code: word, detail }: DomainError): Failure {
  const { code, message, ...line } = wireErrors[word] ?? invalid;
  const { field } = detail;
  return { ...line, body: { error: { code, message: message(detail), ...(field !== undefined && { field }) } } };
}
