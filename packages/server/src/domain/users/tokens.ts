import { randomBytes } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import { endTokensBefore, findUserState } from '../../store/user-states.ts';
import { isSigned, signatureOf } from '../signatures.ts';

export interface TokenClaims {
  userId: string;
  issuedAt: number;
}

const purpose = 'token';

/**
 * Makes a token of at most 256 bytes for ids of up to 128 bytes: `body.signature`, both base64url.
 * The signing key comes from the app's secret, so a rotated secret ends every token.
 * A token that follows `endTokens` within the same millisecond is dated into the next, where tokens are valid from.
 */
export function issueToken(ctx: Ctx, userId: string, validFrom?: number | null): string {
  const now = ctx.clock.now();
  const issuedAt = validFrom === now + 1 ? validFrom : now;
  const body = [issuedAt.toString(36), randomBytes(6).toString('base64url'), userId].join('.');
  const encoded = Buffer.from(body).toString('base64url');
  return `${encoded}.${signatureOf(ctx.app, purpose, encoded)}`;
}

/** Who the token belongs to; undefined when it is forged, of another app, or ended. */
export async function verifyToken(ctx: Ctx, token: string): Promise<TokenClaims | undefined> {
  const [encoded = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSigned(ctx.app, { purpose, text: encoded }, signature)) return undefined;
  const [issued = '', , ...id] = Buffer.from(encoded, 'base64url').toString().split('.');
  const claims = { userId: id.join('.'), issuedAt: parseInt(issued, 36) };
  const state = await findUserState(ctx.db, ctx.app.id, claims.userId);
  if (state?.deactivated_at != null) return undefined;
  if (state?.tokens_valid_from != null && claims.issuedAt < state.tokens_valid_from) return undefined;
  return claims;
}

/** Ends the tokens issued before `time` (milliseconds). Ids need no registration. */
export async function expireTokens(ctx: Ctx, userIds: string[], time: number): Promise<void> {
  await endTokensBefore(ctx.db, { appId: ctx.app.id, userIds }, time);
}

/** Ends every token issued so far, in this very millisecond too. Ids need no registration. */
export async function endTokens(ctx: Ctx, userIds: string[]): Promise<void> {
  await expireTokens(ctx, userIds, ctx.clock.now() + 1);
}
