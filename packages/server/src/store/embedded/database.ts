import { statfs } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { makeDatabaseFolder, openDatabaseFolder } from './folder.ts';
import { endWithPostgres } from './instance.ts';

export type EmbeddedTarget =
  | { kind: 'memory'; snapshot?: Blob }
  /** `fsync: false` leaves it to the system when what is written gets to the disk. */
  | { kind: 'folder'; folder: string; fsync?: boolean };

/** How long a database that could not be opened is left alone, in milliseconds: each try keeps the process busy for a second or more. */
const pauseMillis = 5000;

/** PostgreSQL's log grows by 16 MiB at a time; with less room than two of them it may have to give up. */
const leastRoom = 32 * 1024 * 1024;

/** PGlite, which is opened anew when it has ended by itself. */
export class EmbeddedDatabase {
  readonly #create: () => Promise<PGlite>;
  readonly #folder: string | undefined;
  #running: Promise<PGlite> | undefined;

  private constructor(create: () => Promise<PGlite>, folder?: string) {
    this.#create = create;
    this.#folder = folder;
  }

  /** Makes a new database where there is none yet. */
  static async at(target: EmbeddedTarget): Promise<EmbeddedDatabase> {
    if (target.kind === 'memory') return new EmbeddedDatabase(() => PGlite.create(target.snapshot && { loadDataDir: target.snapshot }));
    const { folder, fsync = true } = target;
    await makeDatabaseFolder(folder, fsync);
    return new EmbeddedDatabase(() => openDatabaseFolder(folder, fsync), folder);
  }

  running(): Promise<PGlite> {
    this.#running ??= this.#start();
    return this.#running;
  }

  /** Whether the disk has room for what comes next. */
  async hasRoom(): Promise<boolean> {
    if (this.#folder === undefined) return true;
    const disk = await statfs(this.#folder).catch(() => undefined);
    return disk !== undefined && disk.bavail * disk.bsize >= leastRoom;
  }

  async close(): Promise<void> {
    const pglite = await this.#running?.catch(() => undefined);
    await pglite?.close();
  }

  async #start(): Promise<PGlite> {
    try {
      const pglite = await this.#create();
      endWithPostgres(pglite, () => {
        this.#running = undefined;
      });
      return pglite;
    } catch (error) {
      setTimeout(() => {
        this.#running = undefined;
      }, pauseMillis).unref();
      throw error;
    }
  }
}
