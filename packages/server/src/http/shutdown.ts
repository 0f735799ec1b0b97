import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Watches a server from its start. The function it returns stops the server: no new connections; requests that were accepted have
 * `millis` to finish, and each connection ends with its answer instead of staying open for the next request.
 */
export function shutdownOf(server: Server): (millis: number) => Promise<void> {
  // By connection: a set that every request enters and leaves grows new tables all the time, and the old ones, linked to each other,
  // keep the requests in memory long after their end.
  const latest = new Map<Socket, ServerResponse>();
  let stopping = false;
  server.on('connection', (socket) => socket.once('close', () => latest.delete(socket)));
  // Before the application sees the request, so that a request arriving on an open connection during the stop is told too.
  server.prependListener('request', (req, res) => {
    latest.set(req.socket, res);
    if (stopping) endWithAnswer(res);
  });
  return async (millis) => {
    stopping = true;
    for (const res of latest.values()) {
      endWithAnswer(res);
      // Its headers may be on their way already: then nothing tells the caller to close, who keeps the connection for the next request.
      res.once('close', () => server.closeIdleConnections());
    }
    const closed = new Promise((resolve) => server.close(resolve));
    const timer = setTimeout(() => server.closeAllConnections(), millis);
    await closed;
    clearTimeout(timer);
  };
}

function endWithAnswer(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
}
