import type { ApiOperation, Media, Schema } from './api.ts';

const multipart = 'multipart/form-data';

/** What a call carries; any part may be wrong on purpose. */
export interface CallInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export function urlOf(operation: ApiOperation, input: CallInput): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.path?.[name] ?? '')));
  const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)]));
  // A plus stands for a blank in forms; in an address not every server knows that.
  return query.size > 0 ? `${path}?${query.toString().replaceAll('+', '%20')}` : path;
}

/** The body as it travels, in the operation's own media type. */
export function encodeBody(operation: ApiOperation, body: unknown): string | FormData | undefined {
  if (body === undefined || !operation.media) return undefined;
  if (operation.mediaType === 'application/json') return JSON.stringify(body);
  if (operation.mediaType === multipart) return encodeMultipart(body as Record<string, unknown>, operation.media.schema);
  return encodeForm(body as Record<string, unknown>, operation.media.encoding ?? {});
}

/** Body and content type of a call. That of a multipart body holds the boundary, which fetch makes. */
export function contentOf(operation: ApiOperation, body: unknown): { headers: Record<string, string>; body?: string | FormData } {
  const encoded = encodeBody(operation, body);
  if (encoded === undefined) return { headers: {} };
  return { headers: typeof encoded === 'string' ? { 'Content-Type': operation.mediaType! } : {}, body: encoded };
}

/** Text in the place of a file is the content of one. */
function encodeMultipart(body: Record<string, unknown>, { properties = {} }: Schema): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof Blob) form.append(name, value);
    else if (properties[name]?.contentMediaType) form.append(name, new File([String(value)], 'file.txt'));
    else form.append(name, String(value));
  }
  return form;
}

/** Lists repeat their key unless the document says comma-joined; maps are `name[key]=value`. */
function encodeForm(body: Record<string, unknown>, encoding: NonNullable<Media['encoding']>): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(body)) {
    if (Array.isArray(value) && encoding[key]?.explode === false) form.append(key, value.join(','));
    else if (Array.isArray(value)) for (const item of value) form.append(key, String(item));
    else if (typeof value === 'object' && value !== null)
      for (const [inner, text] of Object.entries(value)) form.append(`${key}[${inner}]`, String(text));
    else form.append(key, String(value));
  }
  return form.toString();
}
