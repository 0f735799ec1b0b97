import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { Document } from './bundle.ts';

const banner = '// Generated from spec/ by `pnpm generate`. Do not edit.\n';

/** TypeScript types of a document. A property with a default stays optional in requests; a file is a `Blob`. */
export async function documentTypes(document: Document): Promise<string> {
  const transform = (schema: object) => ('contentMediaType' in schema ? ts.factory.createTypeReferenceNode('Blob') : undefined);
  const types = await openapiTS(structuredClone(document) as never, { defaultNonNullable: false, transform });
  return banner + astToString(types);
}
