import { closeSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';

/** What PGlite throws and catches itself where PostgreSQL goes back to its main loop after an error. */
const backToMainLoop = 100;

type Functions = Record<string, (...args: unknown[]) => unknown>;

/**
 * Has PGlite end with PostgreSQL: when that gives up, as with a log that it cannot write, PGlite would go on with what is left of it.
 * From then on nothing can be called any more, and `onEnd` is told why.
 */
export function endWithPostgres(pglite: PGlite, onEnd: (reason: unknown) => void): void {
  const functions = pglite.Module as unknown as Functions;
  for (const name of ['_PostgresMainLoopOnce', '_PostgresMainLongJmp']) {
    const run = functions[name]!;
    functions[name] = () => {
      try {
        return run();
      } catch (error) {
        if ((error as { status?: number }).status !== backToMainLoop) {
          const reason = seal(functions, error);
          closeFiles(pglite);
          onEnd(reason);
        }
        throw error;
      }
    };
  }
}

/** The code is PostgreSQL's own for a crash: callers may try again. */
function seal(functions: Functions, cause: unknown): Error {
  const reason = Object.assign(new Error('the embedded database has ended', { cause }), { code: '57P02' });
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function') continue;
    functions[name] = () => {
      throw reason;
    };
  }
  return reason;
}

/** Those that an instance has open which nobody can close any more. */
export function closeFiles({ Module }: PGlite): void {
  // Undefined when it failed before it was loaded.
  const streams = (Module?.FS.streams ?? []) as ({ nfd?: number } | null)[];
  for (const file of new Set(streams.map((stream) => stream?.nfd))) if (file !== undefined) closeSync(file);
}
