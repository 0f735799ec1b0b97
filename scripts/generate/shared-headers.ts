import type { Document } from './bundle.ts';

interface Answer {
  headers?: Record<string, unknown>;
  $ref?: string;
}

/** The document with the headers of `Failure` at every answer: what a refusal tells beside its body, a success tells too. */
export function withSharedHeaders(document: Document): Document {
  const copy = structuredClone(document);
  const { responses } = copy.components as { responses: Record<string, Answer> };
  for (const answer of [...Object.values(responses), ...answersOf(copy)]) {
    if (!answer.$ref) answer.headers = { ...responses.Failure!.headers, ...answer.headers };
  }
  return copy;
}

/** Of the operations. */
function answersOf({ paths }: Document): Answer[] {
  const members = Object.values(paths).flatMap((item) => Object.values(item));
  return members.flatMap(({ responses = {} }) => Object.values(responses) as Answer[]);
}
