import { isOutage } from '../store/outage.ts';

/** Every way a request can fail. Each dialect maps every code to its own wire error, checked by the compiler. */
export const errorCodes = [
  // the request itself
  'unknown-path',
  'wrong-method',
  'malformed-request',
  'headers-too-large',
  'request-timeout',
  'unsupported-media-type',
  'malformed-body',
  'body-too-large',
  'credentials-missing',
  'credentials-invalid',
  'app-unknown',
  'rate-limited',
  'parameter-missing',
  'parameter-invalid',
  'parameter-too-long',
  'internal',
  'unavailable',
  // apps
  'app-exists',
  // users
  'user-unknown',
  'user-exists',
  'user-deactivated',
  'too-many-users',
  'blocklist-entry-exists',
  'blocklist-entry-unknown',
  'blocklist-admin',
  'quiet-user-exists',
  'quiet-user-unknown',
  'quiet-group-exists',
  'quiet-group-unknown',
  'quiet-group-missing',
  'friend-exists',
  'friend-unknown',
  // groups
  'group-unknown',
  'group-full',
  'member-exists',
  'member-unknown',
  'not-in-group',
  'too-many-groups',
  'shield-group-unknown',
  'shield-exists',
  'shield-unknown',
  // services and chatrooms
  'service-off',
  'room-full',
  'room-blocked',
  'not-in-room',
  'owner-stays',
  'keepalive-full',
  'keepalive-unknown',
  'attributes-full',
  // who may send
  'sender-muted',
  'sender-blocked',
  'sender-not-allowed',
  'sender-muted-in-group',
  'sender-not-in-group',
  'sender-muted-in-room',
  'sender-blocked-in-room',
  'sender-not-in-room',
  'receive-only',
  // messages
  'message-repeated',
  // sensitive words
  'words-full',
  'word-unknown',
  // messages
  'message-blocked',
  'sender-not-admin',
  'app-not-trusted',
  'room-unknown',
  'message-unknown',
  'message-not-yours',
  'message-too-old',
  'message-retracted',
  'message-not-extensible',
  'expansion-full',
  // files
  'media-unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorDetail {
  /** Name of the parameter at fault, as the caller wrote it. */
  field?: string;
  /** Why, in English, to stand behind the field's name or alone. */
  reason?: string;
  /** The id that the failure is about. */
  subject?: string;
  /** How many more there may be. */
  remaining?: number;
  /** When the call may be tried again. */
  retryAfterSeconds?: number;
}

/** A refusal that the caller can understand. Anything else that is thrown is a fault of ours. */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  /** The options may name a cause, which is for the log. */
  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super([code, detail.field, detail.subject, detail.reason].filter(Boolean).join(': '), options);
    this.code = code;
    this.detail = detail;
  }
}

/** What a caller is asked to wait: about as long as a database takes to start again. */
const outageSeconds = 2;

/** What an error means to the caller when it says that the database cannot be used now. Undefined for any other. */
export function unavailableFor(error: unknown): DomainError | undefined {
  return isOutage(error) ? new DomainError('unavailable', { retryAfterSeconds: outageSeconds }, { cause: error }) : undefined;
}

/** What a log may say of an unexpected error. Its message may quote a request; the stack frames are enough to find the place. */
export function faultOf(error: unknown): { name: string; code: string | undefined; at: string[] | undefined } {
  // Anything can be thrown, nothing included.
  const { name, stack, code } = Object(error) as Error & { code?: string };
  return { name, code, at: stack?.split('\n').filter((line) => /^\s+at /.test(line)) };
}

/** Fails with the code, about the first of the ids, of one app or of several, that is not among the others. */
export function requireEach<Id extends string | number | { id: string | number }>(
  ids: Id[],
  among: { has(id: NoInfer<Id>): boolean },
  otherwise: ErrorCode,
): void {
  const missed = ids.find((id) => !among.has(id));
  if (missed === undefined) return;
  throw new DomainError(otherwise, { subject: String(typeof missed === 'object' ? missed.id : missed) });
}
