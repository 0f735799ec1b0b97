import type { DocumentName } from '../paths.ts';
import type { Document } from './bundle.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const bodyKinds: Record<string, string> = { 'application/x-www-form-urlencoded': 'form', 'multipart/form-data': 'multipart' };

/** What a client needs beside the types: where each operation is and how its body travels. Small, so that browsers can load it. */
export function operationTable(documents: Map<DocumentName, Document>): string {
  const tables = [...documents].map(([name, document]) => `export const ${name}Operations = {\n${rows(document)}\n} as const;\n`);
  return `// Generated from spec/ by \`pnpm generate\`. Do not edit.\n\n${tables.join('\n')}`;
}

function rows(document: Document): string {
  return Object.entries(document.paths)
    .flatMap(([path, item]) => methods.filter((method) => item[method]).map((method) => row(path, method, item[method]!)))
    .join('\n');
}

function row(path: string, method: (typeof methods)[number], operation: Document['paths'][string][string]): string {
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const entry = {
    method: method.toUpperCase(),
    path,
    body: mediaType === undefined ? 'none' : (bodyKinds[mediaType] ?? 'json'),
    ...(media?.encoding && { encoding: media.encoding }),
    // Repeating the call does no harm: it may be tried again when nobody knows whether it arrived.
    idempotent: operation['x-idempotent'] === true || method === 'get',
  };
  return `  ${operation.operationId}: ${JSON.stringify(entry)},`;
}
