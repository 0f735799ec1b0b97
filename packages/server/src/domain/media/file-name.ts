import { DomainError } from '../errors.ts';

const maxBytes = 255;
const unnamed = 'file';

/** The last component of a path as Windows or Unix writes it, without control characters. Fails with `parameter-too-long`. */
export function lastComponent(path: string): string {
  const name = path
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/\p{Cc}/gu, '')
    .toWellFormed();
  if (Buffer.byteLength(name) > maxBytes)
    throw new DomainError('parameter-too-long', { field: 'filename', reason: `must have at most ${maxBytes} bytes as a name` });
  return ['', '.', '..'].includes(name) ? unnamed : name;
}
