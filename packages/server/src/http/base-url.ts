import type { RequestCtx } from '../context.ts';

/** Begin of addresses that lead back here: the server's public address, or else where the request came to. */
export function baseUrlOf({ publicUrl, host }: Pick<RequestCtx, 'publicUrl' | 'host'>): string {
  return publicUrl ?? URL.parse(`http://${host}`)?.origin ?? '';
}
