import { isAsWritten } from '../domain/exact-json.ts';
import type { Shape } from './json-shape.ts';

/**
 * The value without what a list that names ids or words has twice: the first stays. The number of values that a call may have is that of
 * the document, which counts them as they are sent. A list where each entry stands for itself is left as it is.
 */
export function dropRepeats(value: unknown, shape: Shape | undefined): unknown {
  if (!shape || typeof value !== 'object' || value === null || isAsWritten(value)) return value;
  if (Array.isArray(value)) return shape.list ? inList(value, shape.list) : value;
  return shape.object ? inObject(value, shape.object) : value;
}

function inList(list: unknown[], { items, distinct }: NonNullable<Shape['list']>): unknown[] {
  if (distinct) return firstOfEach(list);
  return items ? list.map((item) => dropRepeats(item, items)) : list;
}

function inObject(object: object, { fields, others }: NonNullable<Shape['object']>): object {
  const entries = Object.entries(object);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, dropRepeats(value, fields.has(name) ? fields.get(name)!.shape : others)]),
  );
}

/** A number and its text name the same. */
function firstOfEach(list: unknown[]): unknown[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    if (typeof item !== 'string' && typeof item !== 'number') return true;
    const name = String(item);
    return !seen.has(name) && seen.add(name);
  });
}
