import type { DomainError, ErrorCode, ErrorDetail } from '../domain/errors.ts';

interface WireError {
  code: number;
  status: number;
  message: (detail: ErrorDetail) => string;
}

const wire = (code: number, status: number, message: string | WireError['message']): WireError => ({
  code,
  status,
  message: typeof message === 'string' ? () => message : message,
});
const invalid = (message: WireError['message']) => wire(899003, 400, message);
/** A fixed text and, where there is one, the id it is about. */
const naming =
  (text: string) =>
  ({ subject }: ErrorDetail) =>
    subject === undefined ? text : `${text}: ${subject}`;

/** What each failure is on the wire. */
const wireErrors: Record<ErrorCode, WireError> = {
  'unknown-path': wire(899003, 404, 'No such path'),
  'wrong-method': wire(899003, 405, ({ reason }) => `Method not allowed: ${reason}`),
  'malformed-request': invalid(({ reason }) => `parameter invalid: malformed request, ${reason}`),
  'headers-too-large': wire(899003, 431, 'parameter invalid: request headers too large, at most 16384 bytes'),
  'request-timeout': wire(899003, 408, 'parameter invalid: the request did not come in in time'),
  'unsupported-media-type': invalid(({ reason }) => `parameter invalid: ${reason}`),
  'malformed-body': invalid(({ reason }) => `parameter invalid: body ${reason}`),
  'body-too-large': invalid(({ reason }) => `parameter invalid: body too large, ${reason}`),
  'credentials-missing': wire(899007, 401, 'Missing authen info'),
  'credentials-invalid': wire(899008, 401, 'Basic authentication failed'),
  'app-unknown': wire(899009, 400, 'Appkey not exit'),
  'rate-limited': wire(2002, 429, ({ reason }) => `Rate limit exceeded: ${reason}`),
  'parameter-missing': invalid(({ field }) => `parameter invalid: ${field} is required`),
  'parameter-invalid': invalid(({ field, reason }) => `parameter invalid: ${field} ${reason}`),
  'parameter-too-long': invalid(({ field, reason }) => `parameter invalid: ${field} ${reason}`),
  internal: wire(899000, 500, 'Server internal error'),
  unavailable: wire(899030, 503, 'Server response time out, please try again later'),
  'app-exists': invalid(({ field, subject }) => `parameter invalid: ${field} ${subject} is taken`),
  'user-unknown': wire(899002, 403, naming('No such user')),
  'user-exists': wire(899001, 403, naming('User exist')),
  'user-deactivated': wire(899002, 403, naming('No such user')),
  'too-many-users': wire(899013, 403, 'User list is bigger than 500'),
  'blocklist-entry-exists': wire(899017, 403, naming('There are usernames exist in blacklist')),
  'blocklist-entry-unknown': wire(899019, 403, naming('Here are usernames not exist in blacklist')),
  'blocklist-admin': wire(899018, 403, naming('Admin can not be added into blacklist')),
  'quiet-user-exists': wire(899043, 403, naming('duplicate add user')),
  'quiet-user-unknown': wire(899044, 403, naming('user is not exist in setting')),
  'quiet-group-exists': wire(899047, 403, naming('duplicate add group')),
  'quiet-group-unknown': wire(899049, 403, naming('group is not exist in setting')),
  'quiet-group-missing': wire(899045, 403, naming('group is not exist')),
  'friend-exists': wire(899070, 403, naming('already is friend')),
  'friend-unknown': wire(899071, 403, naming('user is not friend')),
  'group-unknown': wire(899006, 403, naming('Group id invalid')),
  'group-full': wire(899012, 403, 'No enough space for members'),
  'member-exists': wire(899011, 400, naming('Repeat to add the members')),
  'member-unknown': wire(899014, 403, naming('There are user not exist in this group')),
  'not-in-group': wire(899046, 403, naming('user is not in group')),
  'too-many-groups': wire(899015, 403, naming('The groups of this user are full')),
  'shield-group-unknown': wire(899051, 403, naming('group is not exist')),
  'shield-exists': wire(899052, 403, naming('group is already blocked')),
  'shield-unknown': wire(899053, 403, naming('group is not blocked')),
  'service-off': invalid(({ subject }) => `parameter invalid: service ${subject} is not enabled`),
  'room-full': wire(899012, 403, 'No enough space for members'),
  'room-blocked': invalid(({ subject }) => `parameter invalid: ${subject} is blocked in the room`),
  'not-in-room': wire(899082, 403, naming('user not in room')),
  'owner-stays': invalid(({ subject }) => `parameter invalid: ${subject} is the owner of the room and cannot leave it`),
  'keepalive-full': invalid(({ field, reason }) => `parameter invalid: ${field} ${reason}`),
  'keepalive-unknown': invalid(({ subject }) => `parameter invalid: room ${subject} is not kept alive`),
  'attributes-full': invalid(({ reason }) => `parameter invalid: ${reason}`),
  'sender-muted': wire(803006, 403, 'user not permitted'),
  'sender-blocked': wire(803008, 403, naming('user in blacklist')),
  'sender-not-allowed': wire(803006, 403, naming('user not permitted')),
  'sender-muted-in-group': wire(803012, 403, naming('can not chat while silent')),
  'sender-not-in-group': wire(803005, 403, naming('user not in group')),
  'sender-muted-in-room': wire(847002, 403, naming('user baned to post')),
  'sender-blocked-in-room': wire(847002, 403, naming('user baned to post')),
  'sender-not-in-room': wire(847001, 403, naming('user not in chatroom')),
  'receive-only': wire(803006, 403, 'user not permitted'),
  'message-repeated': invalid(({ subject }) => `parameter invalid: ${subject} was used within the last minute`),
  'words-full': invalid(({ remaining }) => `parameter invalid: no room for so many words, only for ${remaining}`),
  'word-unknown': invalid(({ subject }) => `parameter invalid: word ${subject} is not listed`),
  'message-blocked': wire(803009, 403, naming('the message contains sensitive word')),
  'sender-not-admin': wire(899016, 403, naming('No authority to send message')),
  'app-not-trusted': wire(899020, 403, naming('no auth to operating other appkey')),
  'room-unknown': wire(899081, 403, naming('room id no exist')),
  'message-unknown': wire(855003, 403, naming('request message not exist')),
  'message-not-yours': wire(855002, 403, naming('request user is not message sender')),
  'message-too-old': wire(855001, 403, naming('out of time')),
  'message-retracted': wire(855004, 403, naming('message already retract')),
  'message-not-extensible': invalid(({ subject }) => `parameter invalid: message ${subject} cannot be extended`),
  'expansion-full': invalid(({ reason }) => `parameter invalid: ${reason}`),
  'media-unknown': wire(899003, 404, naming('No such media')),
};

/** Code and message, as they also stand inside an answer that reports failures one by one. */
export function errorBody(error: DomainError): { code: number; message: string } {
  const { code, message } = wireErrors[error.code];
  return { code, message: message(error.detail) };
}

export function renderFailure(error: DomainError): { status: number; body: unknown } {
  return { status: wireErrors[error.code].status, body: { error: errorBody(error) } };
}
