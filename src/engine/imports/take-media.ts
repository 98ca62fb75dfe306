import type { MediaId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { Caller } from '../feature.ts';
import type { ImportDeps } from './import-deps.ts';
import type { RowMedia } from './rows/media.ts';

/** The media of rows, all of them in the library now. */
export interface TakenMedia {
  of(row: { readonly media: readonly RowMedia[] }): PostPart['media'];
}

/** Takes the files that rows name by path into the library, each once. Throws `media_invalid`. */
export async function takeMedia(
  deps: Pick<ImportDeps, 'addFile'>,
  caller: Caller,
  rows: readonly { readonly media: readonly RowMedia[] }[],
): Promise<TakenMedia> {
  const taken = new Map<string, MediaId>();
  for (const { source } of rows.flatMap(({ media }) => media)) {
    if (source.kind === 'file' && !taken.has(source.path)) {
      taken.set(source.path, (await deps.addFile(caller, source.path)).id);
    }
  }
  return {
    of: ({ media }) =>
      media.flatMap(({ source, facts }) => {
        const id = source.kind === 'library' ? source.id : taken.get(source.path);
        return id === undefined ? [] : [{ id, altText: facts.altText }];
      }),
  };
}
