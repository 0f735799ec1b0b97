import { DomainError } from '../domain/errors.ts';
import type { MessageDraft, MessageOptions } from '../domain/messages/draft.ts';
import { type ByteRange, hasBytes } from '../http/formats.ts';
import { readDraft, type SharedFields } from './message-draft.ts';

const contentBytes = { min: 1, max: 128 * 1024 };
/** Of all copies together. */
const maxContents = 8 * 1024 * 1024;
const pushBytes = { min: 0, max: 4096 };

/** What the two operations with templates have in common. SDKs write null, or an empty list, for an empty entry of a list. */
interface TemplateFields extends SharedFields {
  toUserId: unknown[];
  values: (Values | unknown[] | null)[];
  pushContent: (string | null)[];
  pushData?: (string | null)[];
  pushExt?: string | (string | null)[];
}

/** Texts by placeholder. */
type Values = Record<string, string | number>;

/**
 * The recipients, each once, and a draft for each with the placeholders replaced. Of a recipient who comes twice the first place counts.
 * Fails with `parameter-invalid` or `parameter-too-long`.
 */
export function fillTemplate(body: TemplateFields, own: MessageOptions): { userIds: string[]; drafts: MessageDraft[] } {
  requireLengths(body);
  const userIds = body.toUserId.map(String);
  const places = firstPlaces(userIds);
  const drafts = fillEach(body, places, own);
  return { userIds: places.map((place) => userIds[place]!), drafts };
}

function firstPlaces(userIds: string[]): number[] {
  const places = new Map<string, number>();
  for (const [place, userId] of userIds.entries()) if (!places.has(userId)) places.set(userId, place);
  return [...places.values()];
}

function fillEach(body: TemplateFields, places: number[], own: MessageOptions): MessageDraft[] {
  const { content, values, pushContent, pushData, pushExt } = body;
  const draft = readDraft(body, own);
  let bytesLeft = maxContents;
  return places.map((index) => {
    const fill = filler((values[index] ?? {}) as Values, index);
    const filled = fill('content', content, contentBytes);
    // A long template costs time even where little comes of it.
    bytesLeft -= Math.max(content.length, Buffer.byteLength(filled));
    if (bytesLeft < 0) throw invalid('content', `must not have more than ${maxContents} bytes in all copies together`);
    return {
      ...draft,
      content: filled,
      options: {
        ...draft.options,
        pushContent: fill('pushContent', pushContent[index], pushBytes) || undefined,
        pushData: fill('pushData', pushData?.[index], pushBytes) || undefined,
        pushExt: (typeof pushExt === 'string' ? pushExt : pushExt?.[index]) || undefined,
      },
    };
  });
}

function requireLengths({ toUserId: { length }, values, pushContent, pushData = [], pushExt = [] }: TemplateFields): void {
  const optional = Object.entries({ pushContent, pushData, pushExt }).filter(([, list]) => typeof list !== 'string' && list.length > 0);
  for (const [field, list] of [['values', values] as const, ...optional])
    if (list.length !== length) throw invalid(field, `must have ${length} entries, as many as toUserId`);
}

/** Replaces the placeholders of one recipient in a text, all at once: one that comes with a value stays. */
function filler(values: Values, index: number): (field: string, template: string | null | undefined, range: ByteRange) => string {
  // Of placeholders that begin alike the longest counts.
  const placeholders = Object.keys(values).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${placeholders.map(RegExp.escape).join('|')})`);
  const split = (template: string) => (placeholders.length === 0 ? [template] : template.split(pattern));
  return (field, template, range) => {
    // Every second piece is a placeholder.
    const pieces = split(template ?? '').map((piece, place) => (place % 2 === 0 ? piece : String(values[piece])));
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const filled = length <= range.max ? pieces.join('') : undefined;
    if (filled !== undefined && hasBytes(filled, range)) return filled;
    const reason = `must have ${range.min} to ${range.max} bytes of UTF-8 when it is filled in for toUserId[${index}]`;
    throw new DomainError('parameter-too-long', { field, reason });
  };
}

function invalid(field: string, reason: string): DomainError {
  return new DomainError('parameter-invalid', { field, reason });
}
