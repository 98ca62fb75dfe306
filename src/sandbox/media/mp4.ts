import type { Bytes, Inspected } from './inspected.ts';

interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Reads duration and size of an MP4 or QuickTime file from its movie header. */
export function inspectMp4(bytes: Bytes, brand: string): Inspected {
  const movie = boxes(bytes, 0, bytes.size).find(({ name }) => name === 'moov');
  const inside = movie === undefined ? [] : boxes(bytes, movie.start, movie.end);
  const track = inside
    .filter(({ name }) => name === 'trak')
    .map((trak) => boxes(bytes, trak.start, trak.end).find(({ name }) => name === 'tkhd'))
    .map((header) => (header === undefined ? undefined : sizeOf(bytes, header)))
    .find((size) => size !== undefined && size.width > 0);
  return {
    mediaType: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4',
    kind: 'video',
    width: track?.width ?? null,
    height: track?.height ?? null,
    durationMs: durationOf(bytes, inside),
    frames: 1,
    playable: movie !== undefined,
  };
}

function durationOf(bytes: Bytes, inside: readonly Box[]): number | null {
  const header = inside.find(({ name }) => name === 'mvhd');
  if (header === undefined) return null;
  const data = bytes.read(header.start, 32);
  const long = data[0] === 1;
  if (data.length < 32) return null;
  const scale = data.readUInt32BE(long ? 20 : 12);
  const length = long ? Number(data.readBigUInt64BE(24)) : data.readUInt32BE(16);
  return scale === 0 ? null : Math.round((length / scale) * 1000);
}

/** The last eight bytes of a track header are width and height, in 16.16 fixed point. */
function sizeOf(bytes: Bytes, header: Box): { width: number; height: number } | undefined {
  const data = bytes.read(header.end - 8, 8);
  if (data.length < 8) return undefined;
  return { width: data.readUInt16BE(0), height: data.readUInt16BE(4) };
}

function boxes(bytes: Bytes, from: number, to: number): Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const head = bytes.read(at, 16);
    if (head.length < 8) break;
    const short = head.readUInt32BE(0);
    const wide = short === 1 && head.length === 16;
    const size = wide ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    if (size < 8) break;
    found.push({
      name: head.toString('latin1', 4, 8),
      start: at + (wide ? 16 : 8),
      end: Math.min(to, at + size),
    });
    at += size;
  }
  return found;
}
