/** `pnpm verify`: everything that can be known without running the product. Prints one line per check and ends non-zero on any failure. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, tool } from '../paths.ts';
import { repeatedHandlers } from './handlers.ts';
import { forbiddenImports } from './imports.ts';
import { incompleteSections } from './sections.ts';
import { oversized } from './sizes.ts';

const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const checks: Record<string, () => Promise<string[]>> = {
  'format and lint': () => command(bin('biome'), ['ci', '--colors=off', '.']),
  'spec lint': () => command(tool('redocly'), ['lint', '--max-problems', '1000']),
  'generated files are fresh': () => command(process.execPath, ['scripts/generate/main.ts', '--check']),
  types: () => command(bin('tsc'), ['-p', '.']),
  'rooms import what they may': async () => forbiddenImports(root),
  'a handler is defined once': async () => repeatedHandlers(root),
  'a section has its three files': async () => incompleteSections(root),
  'files and functions have a readable size': async () => oversized(root),
};

const results = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    const problems = await check();
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    return problems;
  }),
);
for (const problem of results.flat()) console.error(problem);
if (results.flat().length > 0) process.exit(1);

/** Nothing when the command succeeds, else what it printed. */
async function command(file: string, args: string[]): Promise<string[]> {
  try {
    await promisify(execFile)(file, args, { cwd: root, env: environment, maxBuffer: 64 * 1024 * 1024 });
    return [];
  } catch (error) {
    const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message: string };
    return [`${stdout ?? ''}${stderr ?? ''}` || message];
  }
}
