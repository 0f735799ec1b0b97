import { DomainError } from '../domain/errors.ts';
import { digitsOf, Fractions, isAsWritten } from '../domain/exact-json.ts';
import type { ObjectShape, Shape } from './json-shape.ts';

/** Where a value stands. */
interface Spot {
  shape: Shape | undefined;
  /** As a caller would name it; empty for the whole body. */
  name: string;
  holder: object;
  key: string;
}

/**
 * The value as the document has it, where the document leaves no doubt: an object in place of an empty list where it has objects and no
 * lists, no fields that are null where it names them and has no null, an integer as text where it has text. PHP writes an empty array as
 * a list and ids of digits as numbers, and several languages null for what is not set. With `refuse`, fails with `parameter-invalid` for
 * what is true or false, or a fraction, in place of a text: a validator that coerces would take it.
 */
export function fitShape(value: unknown, shape: Shape | undefined, { fractions = new Fractions(), refuse = false } = {}): unknown {
  return new Fitting(fractions, refuse).fit(value, { shape, name: '', holder: {}, key: '' });
}

class Fitting {
  readonly #fractions: Fractions;

  readonly #refuse: boolean;

  constructor(fractions: Fractions, refuse: boolean) {
    this.#fractions = fractions;
    this.#refuse = refuse;
  }

  fit(value: unknown, spot: Spot): unknown {
    const { shape, name } = spot;
    if (!shape) return value;
    if (shape.text && (typeof value === 'number' || typeof value === 'boolean' || isAsWritten(value))) return this.#fitText(value, spot);
    if (typeof value !== 'object' || value === null || isAsWritten(value)) return value;
    if (!Array.isArray(value)) return shape.object ? this.#fitObject(value, shape.object, name) : value;
    if (value.length === 0 && shape.object && !shape.list) return {};
    const items = shape.list?.items;
    if (!items) return value;
    return value.map((item, index) => this.fit(item, { shape: items, name: `${name}[${index}]`, holder: value, key: String(index) }));
  }

  #fitObject(holder: object, { fields, others, cases }: ObjectShape, name: string): object {
    const further = cases.filter(({ field, value: wanted }) => (holder as Record<string, unknown>)[field] === wanted);
    const fitted = Object.entries(holder).flatMap(([key, item]) => {
      const field = further.find((each) => each.fields.has(key))?.fields.get(key) ?? fields.get(key);
      if (item === null && field && !field.nullable) return [];
      const shape = field ? field.shape : others;
      return [[key, this.fit(item, { shape, name: name ? `${name}.${key}` : key, holder, key })] as const];
    });
    return Object.fromEntries(fitted);
  }

  #fitText(value: unknown, { name, holder, key }: Spot): unknown {
    const digits = this.#fractions.has(holder, key) ? undefined : digitsOf(value);
    if (digits === undefined && this.#refuse) throw new DomainError('parameter-invalid', { field: name || 'body', reason: 'must be text' });
    return digits ?? value;
  }
}
