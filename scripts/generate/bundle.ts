import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DocumentName, documentNames, root, tool } from '../paths.ts';

export interface Document {
  paths: Record<string, Record<string, OperationObject>>;
  [key: string]: unknown;
}

export interface OperationObject {
  operationId: string;
  parameters?: { name: string; in: string; example?: unknown; schema?: { examples?: unknown[] } }[];
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }>; encoding?: Record<string, unknown> }> };
  responses: Record<string, unknown>;
  [key: string]: unknown;
}

/** Each document as one JSON value, with references only inside itself. */
export async function bundleDocuments(): Promise<Map<DocumentName, Document>> {
  const folder = await mkdtemp(join(tmpdir(), 'diglot-bundle-'));
  try {
    const bundle = async (name: DocumentName): Promise<[DocumentName, Document]> => {
      const output = join(folder, `${name}.json`);
      await promisify(execFile)(tool('redocly'), ['bundle', name, '--output', output], {
        cwd: root,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      });
      return [name, JSON.parse(await readFile(output, 'utf8')) as Document];
    };
    return new Map(await Promise.all(documentNames.map(bundle)));
  } finally {
    await rm(folder, { recursive: true });
  }
}
