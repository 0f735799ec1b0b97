import type { Server, ServerResponse } from 'node:http';

/**
 * Watches a server from its start. The function it returns stops the server: no new connections; requests that were accepted have
 * `millis` to finish, and each connection ends with its answer instead of staying open for the next request.
 */
export function shutdownOf(server: Server): (millis: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  let stopping = false;
  // Before the application sees the request, so that a request arriving on an open connection during the stop is told too.
  server.prependListener('request', (_req, res) => {
    open.add(res);
    res.once('close', () => open.delete(res));
    if (stopping) endWithAnswer(res);
  });
  return async (millis) => {
    stopping = true;
    for (const res of open) endWithAnswer(res);
    const closed = new Promise((resolve) => server.close(resolve));
    const timer = setTimeout(() => server.closeAllConnections(), millis);
    await closed;
    clearTimeout(timer);
  };
}

function endWithAnswer(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
}
