import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestServer } from './server.ts';

/** What came of a call: an HTTP answer, or what the client itself raised. */
export type Outcome = { status: number; body: unknown } | { error: string } | { methods: string[] };

export interface PythonClient {
  /** One call of the official client, `user.create`. A last argument in `kwargs` goes by name. */
  call(name: string, args?: unknown[], kwargs?: object): Promise<Outcome>;
  stop(): void;
}

/** That of the PATH may be another one inside of scripts than outside: runners of scripts put folders of their own before it. */
const python = process.env.PYTHON ?? 'python3';

/** Whether there is a Python with the `jmessage` package. One that `PYTHON` names has to have it. */
export function hasPythonClient(): boolean {
  return process.env.PYTHON !== undefined || spawnSync(python, ['-c', 'import jmessage']).status === 0;
}

export function startPythonClient(on: TestServer): PythonClient {
  const driver = fileURLToPath(new URL('../jmessage/python-client/driver.py', import.meta.url));
  const env = {
    ...process.env,
    DIGLOT_URL: on.url,
    DIGLOT_APP_KEY: on.app.key,
    DIGLOT_APP_SECRET: on.app.secret,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child: ChildProcess = spawn(python, [driver], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    call: async (name, args = [], kwargs = {}) => {
      const [area, method] = name.split('.') as [string, string];
      child.stdin!.write(`${JSON.stringify({ area, method, args, kwargs })}\n`);
      return JSON.parse((await lines.next()).value as string);
    },
    stop: () => child.kill(),
  };
}
