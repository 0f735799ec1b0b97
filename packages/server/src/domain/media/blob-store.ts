import type { Readable } from 'node:stream';

/** First and last byte, from 0. */
export interface ByteSpan {
  start: number;
  end: number;
}

/** Keeps the bytes of uploaded files. Keys are ours: letters, digits and slashes. */
export interface BlobStore {
  /** Path for a new file under way, in a folder of this machine. What nobody keeps or removes goes within hours. */
  newFile(): Promise<string>;
  /** Takes the file at the path over. Resolves when neither a crash nor a power cut takes it back. */
  keep(key: string, path: string): Promise<void>;
  /** The bytes, or a span of them; fails when there are none under the key. */
  read(key: string, span?: ByteSpan): Promise<Readable>;
  /** A key that has nothing is no failure. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}
