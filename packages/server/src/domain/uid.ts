/**
 * Message UIDs: a message id below 2^53 spread over 80 bits, written as four groups of four base32hex digits.
 * The spread is a multiplication by an odd number modulo 2^80, so it can be undone: no UID is stored.
 */
const bits = 80n;
const mask = (1n << bits) - 1n;
const spread = 0x9e3779b97f4a7c15f39dn;
const unspread = inverse(spread);
const idLimit = 1n << 53n;

/** `12` → `DACR-9CFN-FN8G-EQQS`. */
export function messageUid(id: number): string {
  return format((BigInt(id) * spread) & mask);
}

/** The message id in a UID; undefined when it is no UID of ours. */
export function messageIdOf(uid: string): number | undefined {
  if (!/^[0-9A-V]{4}(-[0-9A-V]{4}){3}$/.test(uid)) return undefined;
  const value = [...uid.replaceAll('-', '')].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n);
  const id = (value * unspread) & mask;
  return id > 0n && id < idLimit ? Number(id) : undefined;
}

/** An id of the same look for anything else. */
export function randomUid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return format(bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
}

function format(value: bigint): string {
  const digits = value.toString(32).toUpperCase().padStart(16, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}-${digits.slice(12)}`;
}

/** Newton's iteration: each round doubles the number of correct low bits. */
function inverse(odd: bigint): bigint {
  let result = odd;
  for (let correct = 3n; correct < bits; correct *= 2n) result = (result * (2n - odd * result)) & mask;
  return result & mask;
}
