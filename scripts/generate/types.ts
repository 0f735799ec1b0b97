import openapiTS, { astToString } from 'openapi-typescript';
import type { Document } from './bundle.ts';

const banner = '// Generated from spec/ by `pnpm generate`. Do not edit.\n';

/** TypeScript types of a document. A property with a default stays optional in requests. */
export async function documentTypes(document: Document): Promise<string> {
  const types = await openapiTS(structuredClone(document) as never, { defaultNonNullable: false });
  return banner + astToString(types);
}
