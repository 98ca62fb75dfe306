import type { Medium, XState } from '../state.ts';

const keyPrefix = { photo: '3', video: '13', animated_gif: '16' } as const;

/** A drawn picture of the invented past rather than an upload. */
export function isScene(id: string): boolean {
  return id.startsWith('scene-');
}

/** The media key of an id: the kind's number and the id. */
export function mediaKey(state: XState, id: string): string {
  if (isScene(id)) return `3_${id.slice('scene-'.length)}`;
  return keyOf(id, state.media.get(id)?.kind ?? 'photo');
}

/** The media key of an upload whose kind is known. */
export function keyOf(id: string, kind: Medium['kind']): string {
  return `${keyPrefix[kind]}_${id}`;
}

/** The path under which a medium's bytes are served. */
export function mediaPath(id: string): string {
  return `/practice/media/${id}`;
}

/** A medium as X answers it in `includes.media`. */
export function mediaAnswer(
  state: XState,
  id: string,
  fields: ReadonlySet<string>,
  baseUrl: string,
): Record<string, unknown> {
  const medium = state.media.get(id);
  const url = baseUrl + mediaPath(id);
  const photo = medium === undefined || medium.kind === 'photo';
  const all: Record<string, unknown> = {
    width: medium?.width ?? (isScene(id) ? 640 : undefined),
    height: medium?.height ?? (isScene(id) ? 400 : undefined),
    alt_text: isScene(id) ? 'A drawn scene' : state.altText(id),
    url: photo ? url : undefined,
    preview_image_url: photo ? undefined : `${url}/preview`,
    duration_ms: medium?.durationMs ?? undefined,
    variants: photo ? undefined : [{ content_type: medium.mediaType, url, bit_rate: 0 }],
  };
  const chosen = Object.entries(all).filter(([name, value]) => fields.has(name) && value !== undefined);
  return { media_key: mediaKey(state, id), type: medium?.kind ?? 'photo', ...Object.fromEntries(chosen) };
}
