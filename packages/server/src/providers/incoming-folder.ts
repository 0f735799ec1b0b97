import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is older was left by a process that died. */
const maxAgeMillis = 60 * 60 * 1000;

/** A folder of this machine for files under way. It is made when the first one comes; other processes may use it too. */
export class IncomingFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async newFile(): Promise<string> {
    await mkdir(this.#path, { recursive: true });
    return join(this.#path, randomUUID());
  }

  /** Removes what processes that died have left behind. */
  async clean(): Promise<void> {
    const names = await readdir(this.#path).catch(() => []);
    await Promise.all(names.map((name) => removeOld(join(this.#path, name))));
  }
}

async function removeOld(path: string): Promise<void> {
  const about = await stat(path).catch(() => undefined);
  if (about && Date.now() - about.mtimeMs > maxAgeMillis) await rm(path, { force: true });
}
