/** `pnpm generate`: writes packages/api/src from spec/. `--check` writes nothing and fails when a file is stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { api, root } from '../paths.ts';
import { bundleDocuments } from './bundle.ts';
import { withCodeSamples } from './code-samples.ts';
import { operationTable } from './operation-table.ts';
import { withSharedHeaders } from './shared-headers.ts';
import { documentTypes } from './types.ts';

const files = await generate();
if (process.argv.includes('--check')) await check(files);
else await write(files);

/** Every generated file by its path in the repository. */
async function generate(): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  const documents = await bundleDocuments();
  for (const [name, bundled] of documents) {
    const document = withSharedHeaders(bundled);
    result.set(`${api}/${name}.json`, `${JSON.stringify(withCodeSamples(name, document))}\n`);
    result.set(`${api}/${name}.ts`, await documentTypes(document));
  }
  result.set(`${api}/operations.ts`, operationTable(documents));
  return result;
}

async function write(generated: Map<string, string>): Promise<void> {
  await mkdir(join(root, api), { recursive: true });
  for (const [path, text] of generated) await writeFile(join(root, path), text);
  console.log(`wrote ${[...generated.keys()].join(', ')}`);
}

async function check(generated: Map<string, string>): Promise<void> {
  const stale: string[] = [];
  for (const [path, text] of generated) {
    const present = await readFile(join(root, path), 'utf8').catch(() => '');
    if (present !== text) stale.push(path);
  }
  if (stale.length === 0) return;
  console.error(`Stale generated files: ${stale.join(', ')}. Run \`pnpm generate\` and commit the result.`);
  process.exit(1);
}
