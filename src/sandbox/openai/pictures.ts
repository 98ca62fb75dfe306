import { z } from 'zod';
import { inspect } from '../media/inspect.ts';
import type { Bytes } from '../media/inspected.ts';

/** A picture of a request, as far as the practice editor looks at it. */
export interface Picture {
  readonly width: number | null;
  readonly height: number | null;
}

const partSchema = z.looseObject({
  type: z.string(),
  image_url: z.union([z.string(), z.looseObject({ url: z.string() })]).optional(),
});

const dataUrl = /^data:(?<type>image\/(?:png|jpeg|webp|gif));base64,(?<data>[A-Za-z\d+/]+={0,2})$/;

/** The pictures among the parts of a message; undefined where one of them is none that the endpoint takes. */
export function picturesIn(parts: readonly unknown[]): readonly Picture[] | undefined {
  const pictures: Picture[] = [];
  for (const part of parts) {
    const parsed = partSchema.safeParse(part);
    if (!parsed.success || !/^(?:input_image|image_url)$/.test(parsed.data.type)) continue;
    const given = parsed.data.image_url;
    const url = typeof given === 'object' ? given.url : given;
    const groups = dataUrl.exec(url ?? '')?.groups;
    const found = groups === undefined ? undefined : inspect(bytesOf(groups['data'] ?? ''));
    if (found === undefined || found.mediaType !== groups?.['type']) return undefined;
    pictures.push({ width: found.width, height: found.height });
  }
  return pictures;
}

function bytesOf(base64: string): Bytes {
  const bytes = Buffer.from(base64, 'base64');
  return { size: bytes.byteLength, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/** About what pictures cost: a token for each square of 32 pixels, as for most of OpenAI's models. */
export function tokensOf(pictures: readonly Picture[]): number {
  return pictures.reduce(
    (sum, { width, height }) => sum + Math.ceil((width ?? 1024) / 32) * Math.ceil((height ?? 1024) / 32),
    0,
  );
}
