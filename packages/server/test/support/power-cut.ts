import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';

type Bytes = Uint8Array<ArrayBuffer>;

/** What was done to the disk, in order. A file is known by an object of its own, whatever its names. */
type Event =
  | { kind: 'names'; apply: (names: Map<string, File>) => void }
  | { kind: 'data'; file: File; apply: (content: Bytes) => Bytes }
  | { kind: 'sync'; file: File | undefined };

interface File {
  /** Where its bytes are that were there at the beginning. */
  original?: string;
}

type Fs = Record<string, (...args: never[]) => unknown>;

/**
 * A disk with a volatile cache, for the files below a folder: it stands between Node.js and the system and writes down what is done. As on
 * a file system with a journal, names change in order, and are on the disk up to the last sync of anything; bytes are there when their own
 * file was synced afterwards. Whether any others are is chance.
 */
export class VolatileDisk {
  readonly #folder: string;
  readonly #copy: string;
  readonly #initial: Map<string, File>;
  readonly #events: Event[] = [];
  readonly #names = new Map<string, File>();
  readonly #open = new Map<number, File | undefined>();
  readonly #genuine: Fs = {};

  /** What is in the folder now is on the disk. */
  constructor(folder: string, copy: string) {
    this.#folder = folder;
    fs.cpSync(folder, copy, { recursive: true });
    for (const name of fs.readdirSync(folder, { recursive: true }) as string[]) {
      if (fs.statSync(join(folder, name)).isFile()) this.#names.set(name, { original: join(copy, name) });
    }
    this.#initial = new Map(this.#names);
    this.#copy = copy;
  }

  /** Where the disk stands: a cut may come here. */
  get now(): number {
    return this.#events.length;
  }

  insert(): void {
    const change = (name: string, note: (result: unknown, ...args: never[]) => void) => {
      const genuine = (fs as unknown as Fs)[name]!;
      this.#genuine[name] = genuine;
      (fs as unknown as Fs)[name] = (...args: never[]) => {
        const result = genuine.apply(fs, args);
        note(result, ...args);
        return result;
      };
    };
    change('openSync', (fd, path: string) => this.#open.set(fd as number, this.#fileAt(path)));
    change('closeSync', (_, fd: number) => this.#open.delete(fd));
    change('writeFileSync', (_, path: string) => this.#create(path));
    change('renameSync', (_, from: string, to: string) => this.#rename(from, to));
    change('unlinkSync', (_, path: string) => this.#nameChange(path, (names, name) => names.delete(name)));
    change('truncateSync', (_, path: string, length: number) => this.#data(this.#fileAt(path), (content) => resized(content, length)));
    change('ftruncateSync', (_, fd: number, length: number) => this.#data(this.#open.get(fd), (content) => resized(content, length)));
    change('fsyncSync', (_, fd: number) => this.#events.push({ kind: 'sync', file: this.#open.get(fd) }));
    change('writeSync', (written, fd: number, bytes: Uint8Array, offset: number, _length: number, position: number) => {
      const copy = new Uint8Array(bytes.subarray(offset, offset + (written as number)));
      this.#data(this.#open.get(fd), (content) => overwritten(content, copy, position));
    });
    syncBuiltinESMExports();
  }

  remove(): void {
    Object.assign(fs, this.#genuine);
    syncBuiltinESMExports();
  }

  /** What a power cut after the first `cut` events leaves; `chance` says of each write that nothing holds on the disk whether it is there. */
  leave(folder: string, cut: number, chance: () => boolean): void {
    const events = this.#events.slice(0, cut);
    const lastSync = events.findLastIndex(({ kind }) => kind === 'sync');
    const synced = new Map<File, number>();
    events.forEach((event, index) => {
      if (event.kind === 'sync' && event.file) synced.set(event.file, index);
    });
    const names = new Map(this.#initial);
    const writes = new Map<File, ((content: Bytes) => Bytes)[]>();
    let inOrder = true;
    for (const [index, event] of events.entries()) {
      if (event.kind === 'names') {
        inOrder &&= index < lastSync || chance();
        if (inOrder) event.apply(names);
      } else if (event.kind === 'data' && (index < (synced.get(event.file) ?? -1) || chance())) {
        writes.set(event.file, [...(writes.get(event.file) ?? []), event.apply]);
      }
    }
    this.#writeOut(folder, names, writes);
  }

  #writeOut(folder: string, names: Map<string, File>, writes: Map<File, ((content: Bytes) => Bytes)[]>): void {
    fs.cpSync(this.#copy, folder, { recursive: true });
    for (const name of this.#initial.keys()) if (!names.has(name)) fs.rmSync(join(folder, name));
    for (const [name, file] of names) {
      const changes = writes.get(file);
      if (!changes && file === this.#initial.get(name)) continue;
      let content: Bytes = new Uint8Array(file.original ? fs.readFileSync(file.original) : []);
      for (const change of changes ?? []) content = change(content);
      fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
      fs.writeFileSync(join(folder, name), content);
    }
  }

  #fileAt(path: string): File | undefined {
    return this.#names.get(relative(this.#folder, path));
  }

  #data(file: File | undefined, apply: (content: Bytes) => Bytes): void {
    if (file) this.#events.push({ kind: 'data', file, apply });
  }

  #create(path: string): void {
    const file: File = {};
    this.#nameChange(path, (names, name) => names.set(name, file));
  }

  #rename(from: string, to: string): void {
    const file = this.#fileAt(from);
    if (!file) return;
    this.#nameChange(from, (names, name) => names.delete(name));
    this.#nameChange(to, (names, name) => names.set(name, file));
  }

  #nameChange(path: string, change: (names: Map<string, File>, name: string) => void): void {
    const name = relative(this.#folder, path);
    if (name.startsWith('..')) return;
    const apply = (names: Map<string, File>) => change(names, name);
    apply(this.#names);
    this.#events.push({ kind: 'names', apply });
  }
}

function resized(content: Bytes, length: number): Bytes {
  const whole = new Uint8Array(length);
  whole.set(content.subarray(0, length));
  return whole;
}

function overwritten(content: Bytes, bytes: Bytes, position: number): Bytes {
  const whole = resized(content, Math.max(content.length, position + bytes.length));
  whole.set(bytes, position);
  return whole;
}
