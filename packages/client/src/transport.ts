import type { Dialect, Operation } from './dialect.ts';
import { type CallInput, createExchange } from './exchange.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { retryDelay } from './retry.ts';
import { randomHex } from './signature.ts';
import { wait as waitForReal } from './time.ts';

/** Makes one call of an operation, retries included. */
export type Call = (operation: string, input: CallInput, options?: CallOptions) => Promise<unknown>;

export function createTransport(dialect: Dialect, options: ClientOptions): Call {
  const { timeoutMillis = 10_000, retries = 2, wait = waitForReal } = options;
  const exchange = createExchange(dialect, options);
  return async (operation, input, { signal, idempotencyKey, ...own } = {}) => {
    const idempotent = dialect.operations[operation]!.idempotent || idempotencyKey !== undefined;
    const requestId = own.requestId ?? randomHex(16);
    const request = { operation, input, requestId, signal, idempotencyKey, timeoutMillis: own.timeoutMillis ?? timeoutMillis };
    const attempts = 1 + (own.retries ?? retries);
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      try {
        return await exchange(request);
      } catch (error) {
        const delay = retryDelay(error, { attempt, idempotent });
        if (attempt >= attempts || delay === undefined) throw error;
        await wait(delay, signal);
      }
    }
  };
}

/** A method for each operation; it takes path, query and body. */
export function inputMethods(operations: Record<string, Operation>, call: Call): Record<string, unknown> {
  const methodOf =
    (id: string) =>
    (input: object = {}, own?: CallOptions) =>
      call(id, input, own);
  return Object.fromEntries(Object.keys(operations).map((id) => [id, methodOf(id)]));
}
