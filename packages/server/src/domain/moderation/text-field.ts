/** Types of messages that have a text, and the field of their content where it stands. */
const textFields = new Map([
  ['RC:TxtMsg', 'content'],
  ['JM:Text', 'text'],
]);

/** The text of a message; undefined when it has none. */
export function readText({ objectName, content }: { objectName: string; content: string }): string | undefined {
  const field = textFields.get(objectName);
  const text = field && parseFields(content)?.[field];
  return typeof text === 'string' ? text : undefined;
}

/** The content with another text; all else means what it meant before. */
export function withText({ objectName, content }: { objectName: string; content: string }, text: string): string {
  const fields = parseFields(content, keepNumber)!;
  fields[textFields.get(objectName)!] = text;
  return JSON.stringify(fields);
}

type Reviver = Parameters<typeof JSON.parse>[1];

function parseFields(content: string, reviver?: Reviver): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(content, reviver);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers as they are written: JavaScript would round an id of twenty digits. */
const keepNumber = ((_key: string, value: unknown, { source }: { source: string }) =>
  typeof value === 'number' ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(source) : value) as Reviver;
