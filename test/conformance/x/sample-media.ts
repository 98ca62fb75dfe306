import { createHash } from 'node:crypto';
import type { UploadSource } from '../../../src/engine/platforms/publishing.ts';

/** A medium for uploading that counts what is read of it. */
export type SampleMedium = UploadSource & { readonly reads: readonly { offset: number; length: number }[] };

const medium = (
  bytes: Uint8Array,
  facts: Pick<UploadSource, 'kind' | 'mimeType'>,
  altText: string,
): SampleMedium => {
  const reads: { offset: number; length: number }[] = [];
  return {
    ...facts,
    bytes: bytes.length,
    width: 640,
    height: 480,
    altText,
    durationMs: null,
    frameRate: null,
    videoCodec: null,
    audioCodec: null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: 'sample',
    publicUrl: () => Promise.resolve(null),
    reads,
    read: (offset, length) => {
      reads.push({ offset, length });
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
};

/** What begins as a PNG of 640 x 480 and is as long as wanted. */
export const png = ({ length = 2_000, altText = '' } = {}): SampleMedium => {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, 640);
  new DataView(bytes.buffer).setUint32(20, 480);
  return medium(bytes, { kind: 'image', mimeType: 'image/png' }, altText);
};

/** A GIF of one pixel with so many frames. */
export const gif = ({ frames = 2, altText = '' } = {}): SampleMedium => {
  const header = [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0, 0, 0];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const bytes = Uint8Array.from([...header, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
  return medium(bytes, { kind: 'gif', mimeType: 'image/gif' }, altText);
};

const box = (name: string, ...content: readonly Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, inside]);
};

/** An MP4 with a movie header that says so long and so large, and padding. */
export const mp4 = ({
  length = 3_000,
  milliseconds = 5_000,
  width = 640,
  height = 480,
} = {}): SampleMedium => {
  const movieHeader = Buffer.alloc(100);
  movieHeader.writeUInt32BE(1_000, 12);
  movieHeader.writeUInt32BE(milliseconds, 16);
  const trackHeader = Buffer.alloc(84);
  trackHeader.writeUInt16BE(width, 76);
  trackHeader.writeUInt16BE(height, 80);
  const movie = box('moov', box('mvhd', movieHeader), box('trak', box('tkhd', trackHeader)));
  const start = Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), movie]);
  const bytes = Buffer.concat([start, box('mdat', Buffer.alloc(Math.max(0, length - start.length - 8)))]);
  return medium(bytes, { kind: 'video', mimeType: 'video/mp4' }, '');
};
