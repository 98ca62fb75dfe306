import type { UploadSource } from '../publishing.ts';

/** A stretch of a medium; null where the file is shorter than it was. */
export const readBytes = async (
  source: Pick<UploadSource, 'read'>,
  offset: number,
  length: number,
): Promise<Uint8Array | null> => {
  const bytes = await source.read(offset, length);
  return bytes.length === length ? bytes : null;
};
