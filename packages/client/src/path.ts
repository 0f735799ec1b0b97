/**
 * Puts the values into a path such as `/v1/users/{username}`. Fails with a TypeError on a value that cannot stand in a path:
 * none, an empty one, and `.` and `..`, which URLs resolve even when they are percent-encoded.
 */
export function fillPath(template: string, values: Record<string, unknown>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(values[name] ?? '');
    if (['', '.', '..'].includes(text)) throw new TypeError(`path parameter ${name} cannot be '${text}'`);
    return encodeURIComponent(text);
  });
}
