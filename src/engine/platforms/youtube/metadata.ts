import type { PublishPart } from '../publishing.ts';
import { chosenOf } from './options.ts';

/** The video resource that a session is opened with: words, tags and status. */
export const metadataOf = ({
  text,
  options,
  publishAt,
}: Pick<PublishPart, 'text' | 'options' | 'publishAt'>) => {
  const chosen = chosenOf(options);
  return {
    snippet: {
      title: chosen.title,
      description: text,
      categoryId: chosen.category,
      ...(chosen.tags.length > 0 && { tags: chosen.tags }),
    },
    status: {
      // YouTube publishes by itself only what is private until then.
      privacyStatus: publishAt === null ? chosen.privacy : 'private',
      ...(publishAt !== null && { publishAt: new Date(publishAt).toISOString() }),
      license: chosen.license,
      embeddable: chosen.embeddable,
      selfDeclaredMadeForKids: chosen.madeForKids === true,
      containsSyntheticMedia: chosen.altered,
    },
  };
};
