import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/** AuthenticationOk, and ReadyForQuery outside of a transaction: PGlite has begun its session already. */
const welcome = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1');
const startup = 0;
const terminate = 'X'.charCodeAt(0);

/**
 * What the PostgreSQL client takes for its socket. PGlite's own client drops a U+FEFF that a text begins with, so both databases are
 * spoken to by one client, and what it gives back is the same.
 */
export class EmbeddedConnection extends Duplex {
  readonly #open: () => Promise<PGlite>;
  #pglite: PGlite | undefined;

  /** `open` gives the database when a connection is made. It has one session, so there may be one connection at a time. */
  constructor(open: () => Promise<PGlite>) {
    super();
    this.#open = open;
  }

  connect(): this {
    this.#begin().then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    );
    return this;
  }

  /** Ends what an earlier connection may have left in the session: a transaction, prepared statements, settings. */
  async #begin(): Promise<void> {
    this.#pglite = await this.#open();
    for (const statement of ['rollback', 'discard all']) await exchange(this.#pglite, simpleQuery(statement));
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#send(chunk).then(() => done(), done);
  }

  /** All messages of a statement in one go. */
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  async #send(message: Buffer): Promise<void> {
    if (message[0] === terminate) return;
    this.push(message[0] === startup ? welcome : await exchange(this.#pglite!, message));
  }

  override _read(): void {}

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  setNoDelay(): void {}

  setKeepAlive(): void {}

  ref(): void {}

  unref(): void {}
}

/** As a stream, since PGlite keeps for itself what it answers otherwise. */
async function exchange(pglite: PGlite, message: Buffer): Promise<Buffer> {
  const answer: Buffer[] = [];
  // What it gives is a view of its memory, and good for the moment.
  await pglite.execProtocolRawStream(message, { onRawData: (bytes) => answer.push(Buffer.from(bytes)) });
  return Buffer.concat(answer);
}

function simpleQuery(statement: string): Buffer {
  const text = Buffer.from(`Q\0\0\0\0${statement}\0`);
  text.writeUInt32BE(text.length - 1, 1);
  return text;
}
