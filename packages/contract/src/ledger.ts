import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, Code, DialectName } from './api.ts';

/** What was seen: `jmessage getUser ok`, `jmessage getUser 899002`, `rongcloud * 404`. */
export class Ledger {
  readonly #seen = new Set<string>();

  record(entry: { dialect: DialectName; operationId: string | undefined; code: Code }): void {
    this.#seen.add(`${entry.dialect} ${entry.operationId ?? '*'} ${entry.code}`);
  }

  /** Adds what is in the folder's files, written by other processes. */
  load(folder: string): this {
    for (const file of readdirSync(folder)) {
      for (const line of JSON.parse(readFileSync(join(folder, file), 'utf8')) as string[]) this.#seen.add(line);
    }
    return this;
  }

  save(folder: string, name: string): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), JSON.stringify([...this.#seen].sort()));
  }

  /** What the document has and nobody exercised: operations without a success, listed errors never answered. */
  missing(api: Api): string[] {
    const saw = (operationId: string, code: Code) => this.#seen.has(`${api.dialect} ${operationId} ${code}`);
    const own = api.operations.flatMap((operation) => [
      ...(saw(operation.id, 'ok') ? [] : [`${operation.id}: no success`]),
      ...operation.errors
        .filter((error) => !saw(operation.id, error.code))
        .map((error) => `${operation.id}: error ${error.code}, ${error.when}`),
    ]);
    const anywhere = (code: Code) => [...this.#seen].some((line) => line.startsWith(`${api.dialect} `) && line.endsWith(` ${code}`));
    const common = api.errors.filter((error) => !anywhere(error.code)).map((error) => `any operation: error ${error.code}, ${error.when}`);
    return [...own, ...common];
  }
}
