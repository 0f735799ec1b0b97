import { DomainError } from '../domain/errors.ts';

/** Where a list goes on, as text that means nothing to the caller. */
export function writePageToken(position: number): string {
  return Buffer.from(String(position)).toString('base64url');
}

/** Fails with `parameter-invalid` for a text that `writePageToken` does not make. */
export function readPageToken(token: string): number {
  const position = Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isSafeInteger(position) || writePageToken(position) !== token) {
    throw new DomainError('parameter-invalid', { field: 'pageToken', reason: 'is not one of ours' });
  }
  return position;
}
