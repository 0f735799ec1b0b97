import type { Api, ApiOperation, Code, Header, ListedError } from './api.ts';
import type { CallInput } from './request.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined when there is no body. */
  body: unknown;
}

/** An answer, or a request that was accepted, does not fit the document. */
export class ContractViolation extends Error {
  override name = 'ContractViolation';
}

/** The error code in a failure's envelope; undefined when it has none. */
export function errorCode(api: Api, body: unknown): Code | undefined {
  return failureIn(api, body).code;
}

interface Failure {
  code?: Code;
  message?: string;
}

function failureIn({ dialect }: Api, body: unknown): Failure {
  if (dialect === 'rongcloud') {
    const { code, errorMessage: message } = (body ?? {}) as { code: Code; errorMessage: string };
    return { code, message };
  }
  const envelopes = [body].flat() as ({ error?: Failure } | undefined)[];
  return envelopes.find((envelope) => envelope?.error)?.error ?? {};
}

/** Which of the errors that the document lists a refusal is: one of the operation's own, or one of every operation. */
export function listedError(
  api: Api,
  operation: ApiOperation | undefined,
  { status, body }: Pick<Answer, 'status' | 'body'>,
): ListedError | undefined {
  const { code, message = '' } = failureIn(api, body);
  const alike = [...(operation?.errors ?? []), ...api.errors].filter((error) => error.code === code && error.http === status);
  return alike.find(({ says }) => says && new RegExp(says).test(message)) ?? alike.find(({ says }) => !says);
}

/** Whether the call was refused: RongCloud answers some refusals with HTTP 200 and another code. */
export function isFailure(api: Api, { status, body }: Pick<Answer, 'status' | 'body'>): boolean {
  return status >= 400 || (api.dialect === 'rongcloud' && errorCode(api, body) !== 200);
}

/** Holds an answer against the document: status, headers, shape, request id, and the list of errors. Fails with `ContractViolation`. */
export function checkAnswer(api: Api, operation: ApiOperation | undefined, answer: Answer): void {
  const where = `${operation?.id ?? 'unknown path'} answered ${answer.status}`;
  if (!answer.headers.get('x-request-id')) throw new ContractViolation(`${where} without X-Request-ID`);
  if (isFailure(api, answer)) checkFailure(api, { operation, answer, where });
  if (operation) checkShape(api, { operation, answer, where });
}

function checkShape(api: Api, { operation, answer, where }: { operation: ApiOperation; answer: Answer; where: string }): void {
  // Faults of the server come in the envelope of refusals.
  const range = answer.status < 400 ? `${String(answer.status)[0]}XX` : '4XX';
  const described = operation.responses[answer.status] ?? operation.responses[range];
  if (!described) throw new ContractViolation(`${where}, a status that the document does not have`);
  checkHeaders(api, described.headers ?? {}, { answer, where });
  const media = described.content?.['application/json'];
  if (!media && answer.body !== undefined) throw new ContractViolation(`${where} with a body where the document has none`);
  const mismatch = media && api.mismatch(media.schema, answer.body);
  if (mismatch) throw new ContractViolation(`${where}: ${mismatch}: ${JSON.stringify(answer.body)?.slice(0, 300)}`);
}

/** Those that are there fit their schemas; the required ones are there. */
function checkHeaders(api: Api, headers: Record<string, Header>, { answer, where }: { answer: Answer; where: string }): void {
  for (const [name, { required, schema }] of Object.entries(headers)) {
    const text = answer.headers.get(name);
    if (text === null && required) throw new ContractViolation(`${where} without ${name}`);
    if (text === null) continue;
    const mismatch = api.mismatch(schema, schema.type === 'integer' && /^\d+$/.test(text) ? Number(text) : text);
    if (mismatch) throw new ContractViolation(`${where}: ${name} of ${text}: ${mismatch}`);
  }
}

function checkFailure(
  api: Api,
  { operation, answer, where }: { operation: ApiOperation | undefined; answer: Answer; where: string },
): void {
  if (!listedError(api, operation, answer))
    throw new ContractViolation(
      `${where} with code ${errorCode(api, answer.body)}, which the document does not list: ${JSON.stringify(answer.body)?.slice(0, 300)}`,
    );
}

/** A request that was accepted has to fit the document. Fails with `ContractViolation`. */
export function checkAccepted(api: Api, operation: ApiOperation, input: CallInput): void {
  const mismatch = requestMismatch(api, operation, input);
  if (mismatch) throw new ContractViolation(`${operation.id} accepted a request that the document forbids: ${mismatch}`);
}

function requestMismatch(api: Api, operation: ApiOperation, input: CallInput): string | undefined {
  for (const parameter of operation.parameters) {
    const value = input[parameter.in]?.[parameter.name];
    if (value === undefined && !parameter.required) continue;
    const mismatch = api.mismatch(parameter.schema, value);
    if (mismatch) return `${parameter.in} parameter ${parameter.name}: ${mismatch}`;
  }
  if (input.body === undefined) return operation.bodyRequired ? 'body is missing' : undefined;
  return operation.media && api.mismatch(operation.media.schema, asText(input.body));
}

/** A body with files as its schema sees it: a file is a text of as many characters as it has bytes. */
function asText(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const text = (value: unknown) => (value instanceof Blob ? ' '.repeat(value.size) : value);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, text(value)]));
}
