import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one request is answered: `drop` closes the connection, `cut` does so in the middle of the body, `hang` never answers. */
export type Behaviour = 'drop' | 'cut' | 'hang' | { status?: number; headers?: Record<string, string>; body?: string };

export interface SeenRequest {
  method: string;
  path: string;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

export interface ScriptedServer extends AsyncDisposable {
  url: string;
  seen: SeenRequest[];
}

/** A server on 127.0.0.1 that answers its requests as the script says, one row each; the last row answers all that follow. */
export async function startScriptedServer(
  script: Behaviour[],
  { port = 0, onRequest = () => {} }: { port?: number; onRequest?: () => void } = {},
): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (req, res) => {
    const body = Buffer.concat(await req.toArray()).toString('utf8');
    const behaviour = script[Math.min(seen.length, script.length - 1)]!;
    seen.push({ method: req.method!, path: req.url!, headers: req.headers, body });
    behave(res, behaviour);
    onRequest();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, [Symbol.asyncDispose]: stop };
}

function behave(res: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'hang') return;
  if (behaviour === 'drop') res.socket!.destroy();
  else if (behaviour === 'cut') res.writeHead(200, { 'Content-Length': 100 }).write('{"code":', () => res.socket!.destroy());
  else res.writeHead(behaviour.status ?? 200, behaviour.headers).end(behaviour.body);
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = await startScriptedServer(['hang']);
  await server[Symbol.asyncDispose]();
  return Number(new URL(server.url).port);
}
