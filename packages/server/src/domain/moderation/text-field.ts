import { everyNumber, fieldsOf } from '../exact-json.ts';

/** Types of messages that have a text, and the field of their content where it stands. */
const textFields = new Map([
  ['RC:TxtMsg', 'content'],
  ['JM:Text', 'text'],
]);

/** The text of a message; undefined when it has none. */
export function readText({ objectName, content }: { objectName: string; content: string }): string | undefined {
  const field = textFields.get(objectName);
  const text = field && fieldsOf(content)?.[field];
  return typeof text === 'string' ? text : undefined;
}

/** The content with another text; all else means what it meant before. */
export function withText({ objectName, content }: { objectName: string; content: string }, text: string): string {
  const fields = fieldsOf(content, everyNumber)!;
  fields[textFields.get(objectName)!] = text;
  return JSON.stringify(fields);
}
