import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, ByteSpan } from '../domain/media/blob-store.ts';
import { IncomingFolder } from './incoming-folder.ts';

/** Bytes in a folder of this machine. */
export class DiskBlobs extends IncomingFolder implements BlobStore {
  readonly #folder: string;

  /** Files under way lie in the same folder, from where they can be moved without being copied. */
  constructor(folder: string) {
    super(join(folder, 'incoming'));
    this.#folder = resolve(folder);
  }

  async keep(key: string, path: string): Promise<void> {
    const kept = this.#pathOf(key);
    await mkdir(dirname(kept), { recursive: true });
    await flush(path);
    await rename(path, kept);
    await this.#flushFoldersOf(kept);
  }

  async read(key: string, span?: ByteSpan): Promise<Readable> {
    const file = await open(this.#pathOf(key));
    return file.createReadStream(span);
  }

  async remove(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async close(): Promise<void> {}

  /** A new name, and each new folder on the way to it, is a change of the folder above. */
  async #flushFoldersOf(path: string): Promise<void> {
    const top = dirname(this.#folder);
    let folder = path;
    do {
      folder = dirname(folder);
      await flushFolder(folder);
    } while (folder !== top);
  }

  #pathOf(key: string): string {
    return join(this.#folder, 'files', key);
  }
}

async function flush(path: string, flags = 'r+'): Promise<void> {
  await using file = await open(path, flags);
  await file.sync();
}

/** Windows does not open folders, and writes them through by itself. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await flush(path, 'r');
}
