/** How a field of a form travels, as OpenAPI's Encoding Object says. */
export interface FieldEncoding {
  style?: string;
  explode?: boolean;
}

/** A form body: lists repeat their key, or are joined by commas where `explode` is false; maps are `name[key]=value`; undefined is left out. */
export function encodeForm(fields: object, encoding: Record<string, FieldEncoding> = {}): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const [key, text] of pairs(name, value, encoding[name])) form.append(key, text);
  }
  return form.toString();
}

/** A body with files, which are Blobs; undefined is left out. */
export function encodeMultipart(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined) form.append(name, String(value));
  }
  return form;
}

function pairs(name: string, value: unknown, encoding: FieldEncoding = {}): [string, string][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return encoding.explode === false ? [[name, value.join(',')]] : value.map((item) => [name, String(item)]);
  if (encoding.style === 'deepObject') return Object.entries(value as object).map(([key, inner]) => [`${name}[${key}]`, String(inner)]);
  return [[name, String(value)]];
}
