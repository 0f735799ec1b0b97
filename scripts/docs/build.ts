/** `pnpm run docs`: builds the pages that the server serves under /docs. `--if-missing` builds only what is missing or out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../paths.ts';
import { hashOfSources } from './sources.ts';

const { values } = parseArgs({
  options: { 'if-missing': { type: 'boolean' }, out: { type: 'string', default: join(root, 'docs/.site') } },
});
const site = resolve(values.out);
const stamp = join(site, '.sources');
const sources = hashOfSources();
if (!values['if-missing'] || readStamp() !== sources) await build();

async function build(): Promise<void> {
  // Loaded only now: a start with nothing to build shall not wait for the tools.
  const { buildSite } = await import('./site.ts');
  try {
    await buildSite(site);
    writeFileSync(stamp, sources);
    console.log(`The pages are in ${site}.`);
  } catch (error) {
    console.error(`The pages were not built. ${(error as Error).message}`);
    // A server without its newest pages is better than none.
    process.exitCode = values['if-missing'] ? 0 : 1;
  }
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
