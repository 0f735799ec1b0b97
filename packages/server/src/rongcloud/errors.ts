import type { DomainError, ErrorCode, ErrorDetail } from '../domain/errors.ts';
import type { Failure } from '../http/dialect.ts';

interface WireError {
  code: number;
  status: number;
  /** For a status that has no registered one. */
  reasonPhrase?: string;
  message: (detail: ErrorDetail) => string;
  /** What the body has besides. */
  fields?: (detail: ErrorDetail) => object;
}

const about = ({ field, reason }: ErrorDetail) => [field, reason].filter(Boolean).join(' ');
const parameter = (message: WireError['message']): WireError => ({ code: 1002, status: 400, message });
/** Codes that client SDKs know: no operation of the document refuses a send. */
const sending = (code: number, message: WireError['message']): WireError => ({ code, status: 403, message });

/** What each failure is on the wire. Codes that only the other dialect's operations raise are refusals of a parameter here. */
const wireErrors: Record<ErrorCode, WireError> = {
  'unknown-path': { code: 404, status: 404, message: () => 'Not a valid API.' },
  'wrong-method': { code: 405, status: 405, message: ({ reason }) => `Method not allowed: ${reason}.` },
  'malformed-request': parameter(({ reason }) => `Malformed request: ${reason}.`),
  'headers-too-large': { code: 1002, status: 431, message: () => 'Request headers too large: at most 16384 bytes.' },
  'request-timeout': { code: 1002, status: 408, message: () => 'The request did not come in in time.' },
  'unsupported-media-type': parameter(({ reason }) => `${reason}.`),
  'malformed-body': parameter(({ reason }) => `Malformed body: ${reason}.`),
  'body-too-large': { code: 1508, status: 400, message: ({ reason }) => `Request body too large: ${reason}.` },
  'credentials-missing': { code: 1004, status: 401, message: () => 'Signature missing: send App-Key, Nonce, Timestamp and Signature.' },
  'credentials-invalid': {
    code: 1004,
    status: 401,
    message: ({ reason = 'Signature does not match, please check the App Secret' }) => `${reason}.`,
  },
  'app-unknown': parameter(() => 'invalid App-Key.'),
  'rate-limited': { code: 1008, status: 429, message: ({ reason }) => `Rate limit exceeded: ${reason}.` },
  'parameter-missing': parameter(({ field }) => `${field} is required.`),
  'parameter-invalid': parameter((detail) => `${about(detail)}.`),
  'parameter-too-long': { code: 1005, status: 400, message: (detail) => `${about(detail)}.` },
  internal: { code: 1000, status: 500, message: () => 'Internal logic error.' },
  unavailable: { code: 1050, status: 504, message: () => 'Internal service timeout.' },
  'app-exists': parameter(about),
  'user-unknown': parameter(({ field, subject }) => `${field}${subject} is not exist.`),
  'user-exists': parameter(({ subject }) => `userId ${subject} exists.`),
  'user-deactivated': parameter(({ field, subject }) => `${field} ${subject} is deactivated.`),
  'too-many-users': parameter(about),
  'blocklist-entry-exists': parameter(about),
  'blocklist-entry-unknown': parameter(about),
  'blocklist-admin': parameter(about),
  'quiet-user-exists': parameter(about),
  'quiet-user-unknown': parameter(about),
  'quiet-group-exists': parameter(about),
  'quiet-group-unknown': parameter(about),
  'quiet-group-missing': parameter(about),
  'friend-exists': parameter(about),
  'friend-unknown': parameter(about),
  'group-unknown': parameter(({ subject }) => `groupId ${subject} is not exist.`),
  'group-full': parameter(({ reason }) => `groupId ${reason}.`),
  'member-exists': parameter(about),
  'member-unknown': parameter(about),
  'not-in-group': parameter(about),
  'too-many-groups': parameter(about),
  'shield-group-unknown': parameter(about),
  'shield-exists': parameter(about),
  'shield-unknown': parameter(about),
  'service-off': {
    code: 1009,
    status: 430,
    reasonPhrase: 'Service Not Enabled',
    message: ({ subject }) => `Service ${subject} is not enabled.`,
  },
  'room-full': parameter(about),
  'room-blocked': parameter(about),
  'not-in-room': parameter(about),
  'owner-stays': parameter(about),
  'keepalive-full': { code: 1016, status: 403, message: (detail) => `${about(detail)}.` },
  'keepalive-unknown': { code: 1015, status: 200, message: ({ subject }) => `chatroomId ${subject} is not kept alive.` },
  'attributes-full': { code: 23423, status: 400, message: (detail) => `${about(detail)}.` },
  'sender-muted': sending(20605, () => 'The sender is muted in one-to-one chats.'),
  'sender-blocked': sending(405, ({ subject }) => `userId ${subject} has blocked the sender.`),
  'sender-not-allowed': sending(407, ({ subject }) => `The sender is not on the allowlist of userId ${subject}.`),
  'sender-muted-in-group': sending(22408, ({ subject }) => `The sender is muted in groupId ${subject}.`),
  'sender-not-in-group': sending(22406, ({ subject }) => `The sender is not in groupId ${subject}.`),
  'sender-muted-in-room': sending(23408, ({ subject }) => `The sender is muted in chatroomId ${subject}.`),
  'sender-blocked-in-room': sending(23409, ({ subject }) => `The sender is blocked in chatroomId ${subject}.`),
  'sender-not-in-room': sending(23406, ({ subject }) => `The sender is not in chatroomId ${subject}.`),
  'receive-only': sending(20109, () => 'Clients cannot send to this conversation.'),
  'message-repeated': parameter(({ subject }) => `msgRandom ${subject} was used by this sender within the last minute.`),
  'words-full': {
    code: 1019,
    status: 400,
    message: () => 'sensitive word quota exceeded.',
    fields: ({ remaining }) => ({ remainQuota: remaining }),
  },
  'word-unknown': parameter(about),
  'message-blocked': parameter(about),
  'sender-not-admin': parameter(about),
  'app-not-trusted': parameter(about),
  'room-unknown': { code: 23410, status: 200, message: ({ subject }) => `chatroomId ${subject} is not exist.` },
  'message-unknown': parameter(({ subject }) => `msgUID ${subject} is not a message of this conversation.`),
  'message-not-yours': parameter(about),
  'message-too-old': parameter(about),
  'message-retracted': parameter(({ subject }) => `msgUID ${subject} is recalled.`),
  'message-not-extensible': parameter(({ subject }) => `msgUID ${subject} was not sent with expansion true.`),
  'expansion-full': parameter(({ reason }) => `${reason}.`),
  'media-unknown': parameter(about),
};

export function renderFailure(error: DomainError, request: { path: string }): Failure {
  const { code, message, fields, ...line } = wireErrors[error.code];
  // What only the other dialect's operations raise may come without a detail.
  const errorMessage = message(error.detail) || `${error.code.replaceAll('-', ' ')}.`;
  return { ...line, body: { url: request.path, code, errorMessage, ...fields?.(error.detail) } };
}
