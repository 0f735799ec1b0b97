export interface ByteRange {
  min: number;
  max: number;
}

/** Formats by name, as the validator takes them. */
export type ByteFormats = Record<string, { type: 'string'; validate: (text: string) => boolean }>;

/** String formats `bytes-<min>-<max>` of a document: the length in bytes of UTF-8, where JSON Schema's own maxLength counts characters. */
export function byteFormatsOf(document: object): ByteFormats {
  const names = new Set(JSON.stringify(document).match(/bytes-\d+-\d+/g));
  return Object.fromEntries([...names].map((name) => [name, byteFormat(byteRange(name)!)]));
}

function byteFormat(range: ByteRange): ByteFormats[string] {
  return { type: 'string', validate: (text) => hasBytes(text, range) };
}

/** Undefined for any other format. */
export function byteRange(format: string): ByteRange | undefined {
  const match = /^bytes-(\d+)-(\d+)$/.exec(format);
  return match ? { min: Number(match[1]), max: Number(match[2]) } : undefined;
}

export function hasBytes(text: string, { min, max }: ByteRange): boolean {
  const bytes = Buffer.byteLength(text);
  return min <= bytes && bytes <= max;
}
