import type { Document } from '../generate/bundle.ts';
import type { DocumentedOperation, ReferenceDocument } from './reference-document.ts';

/** The document with errors and rate limits in the description of every operation, since Redoc shows no extensions. */
export function withErrorTables({ document, operations }: ReferenceDocument): Document {
  const copy = structuredClone(document);
  const usesOf = (bucket: string) => operations.filter(({ rateLimits }) => rateLimits.some((limit) => limit.bucket === bucket)).length;
  const isShared = (bucket: string | undefined) => bucket !== undefined && usesOf(bucket) > 1;
  for (const operation of operations) {
    const target = copy.paths[operation.path]![operation.method.toLowerCase()]!;
    target.description = [target.description, errorTable(operation), limits(operation, isShared)].join('\n\n');
  }
  return copy;
}

function errorTable({ errors }: DocumentedOperation): string {
  const rows = errors.map(({ code, http, when }) => `| ${code} | ${http} | ${when.replaceAll('|', '\\|')} |`);
  return ['| Code | HTTP | When |', '| --- | --- | --- |', ...rows].join('\n');
}

function limits({ rateLimits }: DocumentedOperation, isShared: (bucket: string | undefined) => boolean): string {
  const sentences = rateLimits.map(({ points, seconds, unit, bucket, calendarDay }) => {
    const shared = isShared(bucket) ? ', shared with other operations' : '';
    const time = calendarDay ? 'a calendar day' : seconds === 1 ? 'a second' : `${seconds} seconds`;
    return `Rate limit: ${points} ${unit} in ${time}${shared}.`;
  });
  return sentences.join(' ');
}
