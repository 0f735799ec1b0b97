/** What only who wrote the server understands: schemas, regular expressions, values of JavaScript. */
const notForPeople =
  /\\p\{|\[\^|\^\[|\)\?\$|\\d|[+*]\$|oneOf|anyOf|allOf|schema|pattern|undefined|\[object|NaN|must NOT|constant|allowed values|string/;

/** The messages of an answer, also those of its entries, that no person should have to read. */
export function messagesNotForPeople(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const isMessage = typeof value === 'string' && ['message', 'errorMessage'].includes(name);
    return isMessage && notForPeople.test(value) ? [value] : messagesNotForPeople(value);
  });
}
