import { PGlite } from '@electric-sql/pglite';
import { makeDatabaseFolder, openDatabaseFolder } from './folder.ts';
import { endWithPostgres } from './instance.ts';

export type EmbeddedTarget =
  | { kind: 'memory'; snapshot?: Blob }
  /** `fsync: false` leaves it to the system when what is written gets to the disk. */
  | { kind: 'folder'; folder: string; fsync?: boolean };

/** How long a database that could not be opened is left alone, in milliseconds: each try keeps the process busy for a second or more. */
const pauseMillis = 5000;

/** PGlite, which is opened anew when it has ended by itself. */
export class EmbeddedDatabase {
  readonly #create: () => Promise<PGlite>;
  #running: Promise<PGlite> | undefined;

  private constructor(create: () => Promise<PGlite>) {
    this.#create = create;
  }

  /** Makes a new database where there is none yet. */
  static async at(target: EmbeddedTarget): Promise<EmbeddedDatabase> {
    if (target.kind === 'memory') return new EmbeddedDatabase(() => PGlite.create(target.snapshot && { loadDataDir: target.snapshot }));
    const { folder, fsync = true } = target;
    await makeDatabaseFolder(folder, fsync);
    return new EmbeddedDatabase(() => openDatabaseFolder(folder, fsync));
  }

  running(): Promise<PGlite> {
    this.#running ??= this.#start();
    return this.#running;
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
