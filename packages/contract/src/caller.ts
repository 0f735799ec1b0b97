import { type Api, type ApiOperation, loadApi } from './api.ts';
import { type Answer, checkAccepted, checkAnswer, isFailure, listedError } from './check.ts';
import { type Identity, identityHeaders } from './credentials.ts';
import type { Ledger } from './ledger.ts';
import { type CallInput, contentOf, urlOf } from './request.ts';

export type Target = Identity & {
  baseUrl: string;
  ledger?: Ledger;
};

export interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  /** A stream is sent in chunks, without a length. */
  body?: string | Uint8Array | ReadableStream | FormData;
}

/** Calls operations and holds every answer, and every request that is accepted, against the document. */
export interface Caller {
  api: Api;
  /** A call as the document writes it. */
  call(operationId: string, input?: CallInput): Promise<Answer>;
  /** The fetch below `call`: any bytes to any path. The answer is held against the document, the request is not. */
  fetch(path: string, request: RawRequest): Promise<Answer>;
  /** Holds an answer against the document that came by other means; without an operation, as one to an unknown path. */
  hold(answer: Answer, operation?: ApiOperation): void;
  /** Headers that prove who calls. */
  credentials(): Promise<Record<string, string>>;
}

export function createCaller(target: Target): Caller {
  const api = loadApi(target.dialect);
  const credentials = () => identityHeaders(target);

  const hold: Caller['hold'] = (answer, operation) => {
    target.ledger?.record(api, operation, isFailure(api, answer) ? listedError(api, operation, answer) : 'ok');
    checkAnswer(api, operation, answer);
  };

  const fetchChecked: Caller['fetch'] = async (path, request) => {
    const answer = await fetchAnswer(target.baseUrl + path, request);
    hold(answer, api.find(request.method ?? 'POST', path.replaceAll(/\/{2,}/g, '/').replace(/\?.*$/, '')));
    return answer;
  };

  const call: Caller['call'] = async (operationId, input = {}) => {
    const operation = api.byId(operationId);
    const content = contentOf(operation, input.body);
    const headers = { ...(await credentials()), ...content.headers };
    const answer = await fetchChecked(urlOf(operation, input), { method: operation.method, ...content, headers });
    if (!isFailure(api, answer)) checkAccepted(api, operation, input);
    return answer;
  };

  return { api, call, fetch: fetchChecked, hold, credentials };
}

async function fetchAnswer(url: string, request: RawRequest): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', duplex: 'half', ...request } as RequestInit);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
