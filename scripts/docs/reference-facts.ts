import type { Document } from '../generate/bundle.ts';
import type { DocumentedOperation, ReferenceDocument } from './reference-document.ts';

type UsersOf = (bucket: string | undefined) => DocumentedOperation[];

/** The document with errors, rate limits and names in the description of every operation, since Redoc shows no extensions. */
export function withFacts({ document, operations }: ReferenceDocument): Document {
  const copy = structuredClone(document);
  const usersOf: UsersOf = (bucket) => operations.filter(({ rateLimits }) => bucket && rateLimits.some((limit) => limit.bucket === bucket));
  for (const operation of operations) {
    const target = copy.paths[operation.path]![operation.method.toLowerCase()]!;
    target.description = [target.description, errorTable(operation), facts(operation, usersOf)].join('\n\n');
  }
  return copy;
}

function errorTable({ errors }: DocumentedOperation): string {
  const rows = errors.map(({ code, http, when }) => `| ${code} | ${http} | ${when.replaceAll('|', '\\|')} |`);
  return ['| Code | HTTP | When |', '| --- | --- | --- |', ...rows].join('\n');
}

function facts(operation: DocumentedOperation, usersOf: UsersOf): string {
  return [...limits(operation, usersOf), ...repeats(operation), ...aliases(operation), ...names(operation)]
    .map((sentence) => `- ${sentence}`)
    .join('\n');
}

function limits({ id, rateLimits }: DocumentedOperation, usersOf: UsersOf): string[] {
  return rateLimits.map(({ points, seconds, unit, bucket, calendarDay }) => {
    const others = usersOf(bucket).filter((other) => other.id !== id);
    const time = calendarDay ? 'a calendar day' : seconds === 1 ? 'a second' : `${seconds} seconds`;
    return `Rate limit: ${points} ${unit} in ${time}${sharedWith(others)}.`;
  });
}

function sharedWith(others: DocumentedOperation[]): string {
  if (others.length === 0) return '';
  return others.length > 3 ? ', shared with other operations' : `, shared with ${others.map(({ summary }) => `“${summary}”`).join(', ')}`;
}

function repeats({ method, isIdempotent }: DocumentedOperation): string[] {
  return isIdempotent && method !== 'GET' ? ['Does no harm when it is repeated.'] : [];
}

function aliases({ aliases: others, deprecatedAliases }: DocumentedOperation): string[] {
  const listed = (paths: string[]) => paths.map((path) => `\`${path}\``).join(', ');
  return [
    ...(others.length > 0 ? [`Also served as ${listed(others)}.`] : []),
    ...(deprecatedAliases.length > 0 ? [`Deprecated, from earlier years, and served alike: ${listed(deprecatedAliases)}.`] : []),
  ];
}

function names({ listNames, isBeyondList }: DocumentedOperation): string[] {
  if (isBeyondList) return ["Not in the cloud's API list."];
  return listNames.length > 0 ? [`In the cloud's API list: ${listNames.map((name) => `“${name}”`).join(', ')}.`] : [];
}
