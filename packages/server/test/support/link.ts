import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that a test can break. */
export interface Link {
  /** The address, with the link's port in place of its own. */
  url: string;
  /** From now on what is open swallows what it is given, and so does what is opened, until `mend`. Nothing is closed. */
  swallow(): void;
  /** What is opened from now on works again. */
  mend(): void;
  close(): Promise<void>;
}

export async function linkTo(url: string): Promise<Link> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let working = true;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    if (!working) return;
    const far = connect(Number(target.port), target.hostname);
    sockets.add(far);
    far.on('error', () => {});
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    swallow: () => {
      working = false;
      for (const socket of sockets) socket.unpipe().resume();
    },
    mend: () => {
      working = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
