import { Avatar } from '@mantine/core';
import type { PlatformCard } from '../../../../shared/models/account.ts';
import type { OptionValues } from '../../../../shared/models/publish-option.ts';
import { useWords } from '../../../words.ts';
import type { DraftPart } from '../draft.ts';
import type { Author } from './author.ts';
import { FoldedText } from './folded-text.tsx';
import classes from './preview.module.css';
import { Shot, useMedia } from './shot.tsx';

interface VideoCardProps {
  readonly card: PlatformCard;
  readonly part: DraftPart;
  readonly author: Author;
  readonly values: OptionValues;
  readonly truncatedAt: number | null;
}

/** A post that is a film: with a title below a wide frame where the network wants one, else upright with its words. */
export function VideoCard({ card, part, author, values, truncatedAt }: VideoCardProps) {
  const t = useWords();
  const [film] = part.media;
  const { data } = useMedia(film?.id);
  const titled = card.options.some(
    (field) => field.kind === 'text' && field.id === 'title' && field.required,
  );
  const isUpright = data ? (data.height ?? 0) > (data.width ?? 0) : !titled;
  const title = typeof values.title === 'string' ? values.title.trim() : '';
  return (
    <article>
      <div className={classes.stage} data-shape={isUpright || !titled ? 'upright' : 'film'}>
        {film ? (
          <Shot key={film.id} media={film} described={card.maxAltText > 0} />
        ) : (
          <p className={classes.missing}>{t('compose.preview.film', { network: card.title })}</p>
        )}
      </div>
      {titled ? (
        <h3 className={classes.filmTitle} data-missing={title === '' || undefined} dir="auto">
          {title === '' ? t('compose.preview.noTitle') : title}
        </h3>
      ) : title === '' ? null : (
        <h3 className={classes.filmTitle} dir="auto">
          {title}
        </h3>
      )}
      <div className={classes.page}>
        <Avatar src={author.picture} name={author.name} size={30} radius="xl" alt="" />
        <span className={classes.name}>{titled ? author.name : `@${author.handle}`}</span>
      </div>
      <FoldedText text={part.text} platform={card.name} truncatedAt={truncatedAt} />
    </article>
  );
}
