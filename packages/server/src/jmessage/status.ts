import { DomainError } from '../domain/errors.ts';

interface WithStatus {
  status?: 0 | 1;
}

/** A switch from the query or, as one SDK sends it, from the body. Fails with `parameter-missing`. */
export function readStatus({ query, body }: { query: WithStatus; body?: WithStatus | undefined }): boolean {
  const status = query.status ?? body?.status;
  if (status === undefined) throw new DomainError('parameter-missing', { field: 'status' });
  return status === 1;
}
