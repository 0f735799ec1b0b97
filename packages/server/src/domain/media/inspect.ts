import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import probeImage from 'probe-image-size/stream.js';
import { DomainError } from '../errors.ts';

/** What the bytes of a file say it is. */
export interface Nature<Details> {
  contentType: string;
  details: Details;
}

export interface VoiceDetails {
  /** Suffix, without a dot. */
  format: string;
}

export interface ImageDetails extends VoiceDetails {
  /** Of the picture as stored, in pixels. */
  width: number;
  height: number;
}

/** Those that run no script: svg does. */
const imageFormats = new Set(['jpg', 'png', 'gif', 'bmp', 'webp', 'tiff', 'heic', 'heif', 'avif']);
const maxPixels = 2 ** 31 - 1;

/** Format and content type, by the suffix that the bytes call for. The last three can hold video; phones and browsers record into them. */
const voices: Record<string, [format: string, contentType: string]> = {
  aac: ['aac', 'audio/aac'],
  amr: ['amr', 'audio/amr'],
  caf: ['caf', 'audio/x-caf'],
  flac: ['flac', 'audio/flac'],
  m4a: ['m4a', 'audio/mp4'],
  mp3: ['mp3', 'audio/mpeg'],
  oga: ['ogg', 'audio/ogg'],
  ogg: ['ogg', 'audio/ogg'],
  opus: ['opus', 'audio/ogg'],
  spx: ['spx', 'audio/ogg'],
  wav: ['wav', 'audio/wav'],
  '3gp': ['3gp', 'audio/3gpp'],
  mp4: ['m4a', 'audio/mp4'],
  webm: ['webm', 'audio/webm'],
};
/** As many bytes as the signatures of files need. */
const headBytes = 4100;

/** Reads no further than where the size of the picture stands. Fails with `parameter-invalid`. */
export async function inspectImage(path: string): Promise<Nature<ImageDetails>> {
  const image = await probeImage(createReadStream(path)).catch(refuseContent);
  if (!image || !imageFormats.has(image.type) || Math.max(image.width, image.height) > maxPixels) throw notA('an image');
  return { contentType: image.mime, details: { format: image.type, width: image.width, height: image.height } };
}

/** Reads the beginning only. Fails with `parameter-invalid`. */
export async function inspectVoice(path: string): Promise<Nature<VoiceDetails>> {
  // Large, and needed by nothing else: a start need not wait for it.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(await readHead(path));
  const voice = voices[type?.ext ?? ''];
  if (!voice) throw notA('a voice');
  const [format, contentType] = voice;
  return { contentType, details: { format } };
}

/** Undefined when the content is at fault; a disk that cannot be read is a fault of ours. */
function refuseContent(error: { code?: string }): undefined {
  if (error.code !== 'ECONTENT') throw error;
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}

function notA(what: string): DomainError {
  return new DomainError('parameter-invalid', { field: 'filename', reason: `is not ${what} of a known format` });
}
