import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Options = Parameters<NodeFS['init']>[1];

interface Node {
  parent: Node;
}

interface Stream {
  nfd: number;
  node: Node;
}

type Operations = Record<string, (...args: unknown[]) => unknown>;

/** What the types of Emscripten leave out of its file system for Node.js. */
interface NodeFiles {
  stream_ops: Operations & { fsync?: (stream: Stream) => number };
  node_ops: Operations;
  tryFSOperation<Result>(operation: () => Result): Result;
}

/** Files of a database on the disk. PostgreSQL has those written through that it needs to be; Emscripten has no function for it. */
export class SyncedFiles extends NodeFS {
  /**
   * Files and folders that were changed while the database is being opened, after all of it was synced. PostgreSQL syncs each of its
   * thousand files after a crash; those that are on the disk anyhow are left out. Undefined: none is.
   */
  #changed: Set<Node> | undefined;

  constructor(folder: string, { synced }: { synced: boolean }) {
    super(folder);
    if (synced) this.#changed = new Set();
  }

  /** From now on all is synced that PostgreSQL wants to be. */
  opened(): void {
    this.#changed = undefined;
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): Promise<{ emscriptenOpts: Options }> {
    const { emscriptenOpts } = await super.init(pglite, options);
    emscriptenOpts.preRun?.push(({ NODEFS }) => {
      const files = NODEFS as unknown as NodeFiles;
      files.stream_ops.fsync = ({ nfd, node }) => {
        if (this.#changed?.has(node) ?? true) files.tryFSOperation(() => fsyncSync(nfd));
        return 0;
      };
      if (this.#changed) this.#watch(files);
    });
    return { emscriptenOpts };
  }

  #watch({ stream_ops, node_ops }: NodeFiles): void {
    const watch = (operations: Operations, name: string, nodesOf: (result: unknown, ...args: never[]) => Node[]) => {
      const operation = operations[name]!;
      operations[name] = (...args) => {
        const result = operation(...args);
        for (const node of nodesOf(result, ...(args as never[]))) this.#changed?.add(node);
        return result;
      };
    };
    for (const name of ['write', 'setattr', 'msync']) watch(stream_ops, name, (_, { node }: Stream) => [node]);
    watch(node_ops, 'setattr', (_, node: Node) => [node]);
    watch(node_ops, 'mknod', (made, parent: Node) => [made as Node, parent]);
    // Renamed, it has its new parent at the end.
    watch(node_ops, 'rename', (_, node: Node, parent: Node) => [node, node.parent, parent]);
    for (const name of ['unlink', 'rmdir', 'symlink']) watch(node_ops, name, (_, parent: Node) => [parent]);
  }
}
