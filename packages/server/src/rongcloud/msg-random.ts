import { DomainError } from '../domain/errors.ts';

/** The number that a send has against repeats, in decimal digits. Fails with `parameter-invalid` when it has not 64 bits. */
export function readMsgRandom(value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  const number = BigInt(value);
  if (BigInt.asIntN(64, number) !== number)
    throw new DomainError('parameter-invalid', { field: 'msgRandom', reason: 'has more than 64 bits' });
  return String(number);
}
