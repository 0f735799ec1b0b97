/** `pnpm build`: JavaScript and declarations of every package into its dist/, as they are published. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

const packages = ['api', 'client', 'contract', 'server'];
const compiler = join(root, 'node_modules/.bin/tsc');

for (const name of packages) build(join(root, 'packages', name));

function build(folder: string): void {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const config = join(folder, 'tsconfig.build.json');
  writeFileSync(config, JSON.stringify(buildConfig()));
  try {
    execFileSync(compiler, ['-p', config], { cwd: folder, stdio: 'inherit' });
  } finally {
    rmSync(config);
  }
  for (const file of globSync('src/*.json', { cwd: folder })) cpSync(join(folder, file), join(folder, file.replace('src/', 'dist/')));
  for (const file of commandsOf(folder)) chmodSync(join(folder, file), 0o755);
}

function buildConfig(): object {
  return {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: false, declaration: true, rootDir: 'src', outDir: 'dist' },
    include: ['src'],
  };
}

/** What the published package puts on the PATH. */
function commandsOf(folder: string): string[] {
  const { publishConfig } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    publishConfig: { bin?: Record<string, string> };
  };
  return Object.values(publishConfig.bin ?? {}).filter((file) => existsSync(join(folder, file)));
}
