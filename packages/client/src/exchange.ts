import createFetchClient, { type Client } from 'openapi-fetch';
import { type Answer, parseText, readAnswer } from './answer.ts';
import type { Dialect, Operation } from './dialect.ts';
import { ConnectionError, type Occasion, TimeoutError } from './errors.ts';
import { encodeForm, encodeMultipart } from './form.ts';
import type { ClientOptions } from './options.ts';
import { fillPath } from './path.ts';
import { startTimeLimit } from './time.ts';

/** The parts of a call, unchecked. */
export interface CallInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export interface Attempt extends Occasion {
  input: CallInput;
  timeoutMillis: number;
  idempotencyKey: string | undefined;
  signal: AbortSignal | undefined;
}

type Method = Lowercase<Operation['method']>;

/** Any operation, as openapi-fetch reads it. */
interface AnyOperation {
  requestBody?: { content: { 'application/json': unknown } };
  responses: object;
}

interface Connection {
  dialect: Dialect;
  client: Client<Record<string, Record<Method, AnyOperation>>>;
  fetch: NonNullable<ClientOptions['fetch']>;
}

/**
 * Makes single attempts. One resolves to the body of a success; it fails with a DiglotError, with the signal's reason, or with
 * what stood in the way of sending, a TypeError for the path parameter `..` for example.
 */
export function createExchange(
  dialect: Dialect,
  { baseUrl, fetch = globalThis.fetch }: ClientOptions,
): (attempt: Attempt) => Promise<unknown> {
  // A redirect would carry the credentials to wherever it points.
  const client = createFetchClient({ baseUrl, redirect: 'manual', pathSerializer: fillPath }) as Connection['client'];
  return async (attempt) => readAnswer(dialect, attempt, await ask({ dialect, client, fetch }, attempt));
}

async function ask({ dialect, client, fetch }: Connection, attempt: Attempt): Promise<Answer> {
  const operation = dialect.operations[attempt.operation]!;
  const limit = startTimeLimit(attempt.timeoutMillis, attempt.signal);
  let sent = false;
  const send: Connection['fetch'] = (request) => {
    sent = true;
    return fetch(request);
  };
  try {
    const init = {
      ...contentOf(operation, attempt.input),
      headers: { ...(await dialect.credentials()), ...headersOf(operation, attempt) },
      parseAs: 'text',
      signal: limit.signal,
      fetch: send,
    } as const;
    const { data, error, response } = await client.request(operation.method.toLowerCase() as Method, operation.path, init);
    return { response, body: response.ok ? parseText(data) : error || undefined };
  } catch (thrown) {
    throw sent ? failureOf(thrown, attempt, limit.expired()) : thrown;
  } finally {
    limit.end();
  }
}

function contentOf({ body: kind, encoding }: Operation, { path = {}, query = {}, body }: CallInput) {
  const content = { params: { path, query }, body };
  if (kind === 'form') return { ...content, bodySerializer: () => encodeForm(body as object, encoding) };
  // Its content type holds the boundary, so that fetch has to make it.
  return kind === 'multipart' ? { ...content, bodySerializer: () => encodeMultipart(body as object) } : content;
}

/** A header that is undefined is not sent. */
function headersOf(operation: Operation, { requestId, idempotencyKey, input }: Attempt) {
  const form = operation.body === 'form' && input.body !== undefined;
  return {
    'X-Request-ID': requestId,
    'Idempotency-Key': idempotencyKey,
    'Content-Type': form ? 'application/x-www-form-urlencoded' : undefined,
  };
}

function failureOf(thrown: unknown, attempt: Attempt, expired: boolean): unknown {
  if (attempt.signal?.aborted) return attempt.signal.reason;
  if (expired) return new TimeoutError(`no answer within ${attempt.timeoutMillis} ms`, attempt);
  const { message, cause } = thrown as Error & { cause?: { message?: string; code?: string } };
  // Node.js says `fetch failed`, and why in the cause.
  return new ConnectionError(cause?.message || cause?.code || message, attempt, { cause: thrown });
}
