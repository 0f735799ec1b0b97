import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** All that a page is made from; the lock file stands for the tools. */
const sources = ['docs/**/*.md', 'packages/api/src/*.json', 'scripts/docs/*', 'pnpm-lock.yaml'];

/** Changes when any source of the site does. */
export function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
