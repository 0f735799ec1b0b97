import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/index.ts';
import type { TestServer } from './server.ts';

export const maxFile = 8 * 1024 * 1024;

/** What an upload answers, whatever its type. */
export interface Uploaded {
  media_id: string;
  media_crc32: number;
  fsize: number;
  hash: string;
  width?: number;
  height?: number;
  format?: string;
  fname?: string;
}

/** A folder for files that is there for some tests. */
export function mediaFolder(): { path: string; incoming: () => string[]; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'diglot-media-test-'));
  const incoming = () => readdirSync(join(path, 'incoming'));
  return { path, incoming, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An upload as the document writes it. */
export function upload(on: Pick<TestServer, 'jmessage'>, type: string, bytes: Uint8Array | string, name = 'file.bin'): Promise<Answer> {
  return on.jmessage.call('uploadMedia', { query: { type }, body: { filename: new File([bytes as never], name) } });
}

/** One that has to succeed. */
export async function uploaded(...input: Parameters<typeof upload>): Promise<Uploaded> {
  const { status, body } = await upload(...input);
  if (status !== 200) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body as Uploaded;
}

/** The address of a file. */
export async function addressOf(on: Pick<TestServer, 'jmessage'>, mediaId: string): Promise<string> {
  const { body } = await on.jmessage.call('getMedia', { query: { mediaId } });
  return (body as { url: string }).url;
}

/** The bytes of a file, fetched without credentials. */
export async function download(on: Pick<TestServer, 'jmessage'>, mediaId: string): Promise<Buffer> {
  const response = await fetch(await addressOf(on, mediaId));
  if (response.status !== 200) throw new Error(`refused with ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

const u16 = (value: number) => Buffer.of(value >> 8, value & 255);
const u32 = (value: number) => Buffer.of(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
const le = (bytes: Buffer) => Buffer.from(bytes).reverse();
const box = (name: string, ...content: Buffer[]) => Buffer.concat([u32(8 + Buffer.concat(content).length), Buffer.from(name), ...content]);
const segment = (marker: number, content: Buffer) => Buffer.concat([Buffer.of(0xff, marker), u16(content.length + 2), content]);

/** Pictures of 64 × 48 by their format, as far as their headers go. */
export const pictures: Record<string, Buffer> = {
  png: png(64, 48),
  jpg: jpg(),
  gif: Buffer.concat([Buffer.from('GIF89a'), le(u16(64)), le(u16(48)), Buffer.alloc(3), Buffer.from(';')]),
  bmp: Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), le(u32(40)), le(u32(64)), le(u32(48)), Buffer.alloc(28)]),
  webp: Buffer.concat([Buffer.from('RIFF'), le(u32(22)), Buffer.from('WEBPVP8X'), le(u32(10)), Buffer.of(0, 0, 0, 0, 63, 0, 0, 47, 0, 0)]),
  tiff: tiff(),
  heic: Buffer.concat([
    box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('mif1heic')),
    box('meta', u32(0), box('iprp', box('ipco', box('ispe', u32(0), u32(64), u32(48))))),
    box('mdat', Buffer.alloc(8)),
  ]),
};

/** The beginning of a png of any size. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.concat([u32(13), Buffer.from('IHDR'), u32(width), u32(height), Buffer.of(8, 2, 0, 0, 0), u32(0)]);
  return Buffer.concat([Buffer.of(0x89), Buffer.from('PNG\r\n\x1a\n'), head]);
}

/** With as many kilobytes of notes before the size as asked for. */
export function jpg(kilobytesOfNotes = 0): Buffer {
  const size = segment(0xc0, Buffer.concat([Buffer.of(8), u16(48), u16(64), Buffer.of(1, 1, 0x11, 0)]));
  const notes = Array.from({ length: kilobytesOfNotes }, () => segment(0xe1, Buffer.alloc(1020, 1)));
  return Buffer.concat([Buffer.of(0xff, 0xd8), ...notes, size, Buffer.of(0xff, 0xda, 0xff, 0xd9)]);
}

function tiff(): Buffer {
  const tag = (code: number, value: number) => Buffer.concat([u16(code), u16(4), u32(1), u32(value)]);
  return Buffer.concat([Buffer.from('MM'), u16(42), u32(8), u16(2), tag(256, 64), tag(257, 48), u32(0)]);
}

const ogg = (codec: string) => Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from(codec), Buffer.alloc(40)]);
const iso = (brand: string) =>
  Buffer.concat([box('ftyp', Buffer.from(brand), u32(0), Buffer.from(`isom${brand}`)), box('mdat', Buffer.alloc(64))]);

/** Voices by the name of their recorder, with the format that is reported, as far as their headers go. */
export const recordings: Record<string, [format: string, bytes: Buffer]> = {
  'amr of a phone': ['amr', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64, 0x3c)])],
  'wide-band amr': ['amr', Buffer.concat([Buffer.from('#!AMR-WB\n'), Buffer.alloc(64, 0x3c)])],
  'm4a of iOS': ['m4a', iso('M4A ')],
  'mp4 of Android': ['m4a', iso('mp42')],
  '3gp of Android': ['3gp', iso('3gp4')],
  'mp3 with a cover before the sound': [
    'mp3',
    Buffer.concat([Buffer.from('ID3\x03\0\0'), Buffer.of(0, 1, 0x7f, 0x7f), Buffer.alloc(9000)]),
  ],
  'mp3 without tags': [
    'mp3',
    Buffer.concat(Array.from({ length: 4 }, () => Buffer.concat([Buffer.of(0xff, 0xfb, 0x90, 0x64), Buffer.alloc(413)]))),
  ],
  'raw aac': ['aac', Buffer.concat([Buffer.of(0xff, 0xf1, 0x50, 0x80, 0x0c, 0x1f, 0xfc), Buffer.alloc(90)])],
  wav: ['wav', Buffer.concat([Buffer.from('RIFF'), le(u32(36)), Buffer.from('WAVEfmt '), Buffer.alloc(28)])],
  'opus of a browser': ['opus', ogg('OpusHead')],
  'webm of a browser': [
    'webm',
    Buffer.concat([Buffer.of(0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84), Buffer.from('webm'), Buffer.alloc(40)]),
  ],
  flac: ['flac', Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(40)])],
};
