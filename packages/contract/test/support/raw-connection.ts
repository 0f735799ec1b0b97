import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what it likes. */
export interface RawConnection {
  socket: Socket;
  /** Resolves when all of it is on its way; rejects when the connection is cut. */
  write(bytes: string | Uint8Array): Promise<void>;
  /** The next answer. */
  answer(): Promise<RawAnswer>;
}

export interface RawAnswer {
  status: number;
  /** Status line and headers, as they came. */
  head: string;
  body: string;
}

export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => {
    received += text;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  const write = (bytes: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  const answer = async () => {
    for (;;) {
      const [head = '', rest] = received.split(/\r\n\r\n(.*)/s);
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
      if (rest !== undefined && rest.length >= length) {
        received = rest.slice(length);
        return { status: Number(head.split(' ')[1]), head, body: rest.slice(0, length) };
      }
      if (socket.closed) throw new Error(`the connection ended after: ${received}`);
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    }
  };
  return { socket, write, answer };
}
