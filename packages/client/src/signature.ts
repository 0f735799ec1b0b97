/** Lower-case hexadecimal SHA-1 of App Secret, nonce and timestamp joined in that order; the three as UTF-8 text. */
export async function sign({ appSecret, nonce, timestamp }: { appSecret: string; nonce: string; timestamp: string }): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(appSecret + nonce + timestamp));
  return hexadecimal(new Uint8Array(hash));
}

/** Random text of two hexadecimal digits per byte. */
export function randomHex(bytes: number): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(bytes)));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
