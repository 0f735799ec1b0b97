import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const blockBytes = 4 * 1024 * 1024;
const oneBlock = 0x16;
const manyBlocks = 0x96;

/** Sums of a file, taken while it passes. */
export class FileDigest {
  bytes = 0;
  /** Unsigned, 32 bits. */
  crc32 = 0;
  readonly #blocks: Hash[] = [];

  update(chunk: Uint8Array): void {
    this.crc32 = crc32(chunk, this.crc32);
    let rest = chunk;
    while (rest.length > 0) {
      const used = this.bytes % blockBytes;
      if (used === 0) this.#blocks.push(createHash('sha1'));
      const part = rest.subarray(0, blockBytes - used);
      this.#blocks.at(-1)!.update(part);
      this.bytes += part.length;
      rest = rest.subarray(part.length);
    }
  }

  /**
   * The hash that clients of the JMessage dialect know, 28 characters of URL-safe base64: one byte that says how, and a SHA-1, of the
   * content up to 4 MB or else of the SHA-1s of its blocks of 4 MB. It ends the digest.
   */
  hash(): string {
    const sums = this.#blocks.map((block) => block.digest());
    const sum = sums.length === 1 ? sums[0]! : createHash('sha1').update(Buffer.concat(sums)).digest();
    return Buffer.concat([Buffer.of(sums.length > 1 ? manyBlocks : oneBlock), sum]).toString('base64url');
  }
}
