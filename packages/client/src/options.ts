/** Options of a client. */
export interface ClientOptions {
  /** Where the server is, `http://localhost:8080`; a path before the operations' own is kept. */
  baseUrl: string;
  /** Limit of each attempt, in milliseconds; 10,000 when absent, Infinity for none. */
  timeoutMillis?: number | undefined;
  /** Attempts after the first one; 2 when absent, 0 for none. */
  retries?: number | undefined;
  /** Used in place of the global fetch: a proxy, a mutual TLS agent, instrumentation. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Waits between two attempts; for tests, which need not wait. Rejects when the signal aborts. */
  wait?: ((millis: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call, attempts to come included; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Limit of each attempt, in milliseconds; the client's when absent. */
  timeoutMillis?: number | undefined;
  /** Sent as X-Request-ID with every attempt, up to 36 visible ASCII characters; 32 random hexadecimal digits when absent. */
  requestId?: string | undefined;
  /**
   * 1 to 255 visible ASCII characters, sent as Idempotency-Key: the server makes the call once and answers a repeat within 24 hours
   * as it did the first time. The call is then tried again like one that may be repeated.
   */
  idempotencyKey?: string | undefined;
  /** Attempts after the first one; the client's when absent. */
  retries?: number | undefined;
}
