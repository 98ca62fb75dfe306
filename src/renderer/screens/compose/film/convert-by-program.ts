import type { FilmFault } from '../../../../shared/models/film-conversion.ts';
import type { Media } from '../../../../shared/models/media.ts';
import type { Client } from '../../../client.ts';

interface ConvertOptions {
  readonly signal: AbortSignal;
  /** Share of the film that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Has the engine convert a film of the library by the ffmpeg of its machine; the result is in the library already. */
export async function convertByProgram(
  client: Client,
  { workspaceId, id }: Pick<Media, 'workspaceId' | 'id'>,
  { signal, onProgress }: ConvertOptions,
): Promise<
  | { readonly kind: 'done'; readonly media: Media }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly fault: FilmFault }
> {
  const steps = await client.media.convert({ workspaceId, id }, { signal });
  for await (const step of steps) {
    if (step.kind !== 'converting') return step;
    onProgress(step.share);
  }
  // Its end without a result is a stop, by the user or because the engine ends.
  return { kind: 'stopped' };
}
