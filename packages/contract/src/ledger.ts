import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, ApiOperation, ListedError } from './api.ts';

/** What was seen: `jmessage getUser ok`, `jmessage getUser 403 899002 no such user`, `rongcloud * 404 404 no operation has this path`. */
export class Ledger {
  readonly #seen = new Set<string>();

  /** What the document does not list fails elsewhere. */
  record(api: Api, operation: ApiOperation | undefined, outcome: ListedError | 'ok' | undefined): void {
    if (outcome === 'ok') this.#seen.add(lineOf(api, operation, 'ok'));
    else if (outcome) this.#seen.add(lineOf(api, api.errors.includes(outcome) ? undefined : operation, outcome));
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
    const own = api.operations.flatMap((operation) =>
      (['ok', ...operation.errors] as const).map((outcome) => lineOf(api, operation, outcome)),
    );
    const common = api.errors.map((error) => lineOf(api, undefined, error));
    return [...own, ...common].filter((line) => !this.#seen.has(line));
  }
}

/** Two errors of an operation that share status and code are two lines. */
function lineOf({ dialect }: Api, operation: ApiOperation | undefined, outcome: ListedError | 'ok'): string {
  const what = outcome === 'ok' ? 'ok' : `${outcome.http} ${outcome.code} ${outcome.when}`;
  return `${dialect} ${operation?.id ?? '*'} ${what}`;
}
