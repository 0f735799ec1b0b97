import type { Answer, Caller, CallInput } from '../../src/index.ts';
import { contentOf, urlOf } from '../../src/request.ts';

/** A call as the document writes it, with an Idempotency-Key. */
export async function callWithKey(caller: Caller, key: string, [operationId, input]: [string, CallInput]): Promise<Answer> {
  const operation = caller.api.byId(operationId);
  const content = contentOf(operation, input.body);
  const headers = { ...(await caller.credentials()), ...content.headers, 'Idempotency-Key': key };
  return caller.fetch(urlOf(operation, input), { method: operation.method, ...content, headers });
}

export function isReplay({ headers }: Answer): boolean {
  return headers.get('idempotency-replayed') === 'true';
}
