import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Answer {
  value?: unknown;
  error?: string;
}

/** A process of the bench. It takes one question at a time. */
export class Child {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Runs a file of this folder; `setup` reaches it as JSON. Resolves when it has begun to answer. */
  static async start(file: string, setup: unknown = {}): Promise<Child> {
    const child = fork(new URL(file, import.meta.url), [JSON.stringify(setup)], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, NODE_ENV: 'production' },
      // A server's log is written, and goes nowhere.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const started = new Child(child);
    await started.#next();
    return started;
  }

  async ask<T>(question: string, argument?: unknown): Promise<T> {
    this.#process.send({ question, argument });
    const { value, error } = await this.#next();
    if (error) throw new Error(error);
    return value as T;
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.disconnect();
    await exited;
  }

  #next(): Promise<Answer> {
    const child = this.#process;
    return new Promise((resolve, reject) => {
      const exited = (code: number | null) => reject(new Error(`a process of the bench ended with exit code ${code}`));
      child.once('exit', exited);
      child.once('message', (message) => {
        child.off('exit', exited);
        resolve(message as Answer);
      });
    });
  }
}

type Questions = Record<string, (argument: never) => unknown>;

/** The other side, in the child: answers questions until the parent hangs up, then runs `stop` and ends the process. */
export function answer(questions: Questions, stop: () => Promise<void> = async () => {}): void {
  process.on('message', async ({ question, argument }: { question: string; argument: never }) => {
    try {
      process.send?.({ value: await questions[question]?.(argument) });
    } catch (error) {
      process.send?.({ error: (error as Error).stack });
    }
  });
  process.on('disconnect', async () => {
    await stop();
    process.exit(0);
  });
  process.send?.({});
}

/** What the parent passed to `Child.start`. */
export function setup<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}
