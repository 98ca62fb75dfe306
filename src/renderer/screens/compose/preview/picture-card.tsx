import { ActionIcon, Avatar } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useState } from 'react';
import type { PlatformCard } from '../../../../shared/models/account.ts';
import { useWords } from '../../../words.ts';
import type { DraftPart } from '../draft.ts';
import type { Author } from './author.ts';
import { FoldedText } from './folded-text.tsx';
import classes from './preview.module.css';
import { Shot } from './shot.tsx';

interface PictureCardProps {
  readonly card: PlatformCard;
  readonly part: DraftPart;
  readonly author: Author;
  readonly truncatedAt: number | null;
}

/** A post whose pictures come first, one at a time, with its words as a caption below. */
export function PictureCard({ card, part, author, truncatedAt }: PictureCardProps) {
  const t = useWords();
  const { media } = part;
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, Math.max(0, media.length - 1));
  const shown = media[at];
  return (
    <article>
      <div className={classes.page}>
        <Avatar src={author.picture} name={author.name} size={30} radius="xl" alt="" />
        <span className={classes.name}>{author.handle}</span>
      </div>
      <div className={classes.stage} data-shape="square">
        {shown ? (
          <Shot key={shown.id} media={shown} described={card.maxAltText > 0} />
        ) : (
          <p className={classes.missing}>{t('compose.preview.picture', { network: card.title })}</p>
        )}
        {media.length > 1 ? (
          <>
            <span className={classes.place}>
              {t('compose.preview.place', { number: at + 1, count: media.length })}
            </span>
            <ActionIcon
              className={classes.back}
              variant="default"
              radius="xl"
              aria-label={t('compose.preview.previous')}
              disabled={at === 0}
              onClick={() => setWanted(at - 1)}
            >
              <IconChevronLeft size={16} />
            </ActionIcon>
            <ActionIcon
              className={classes.on}
              variant="default"
              radius="xl"
              aria-label={t('compose.preview.next')}
              disabled={at === media.length - 1}
              onClick={() => setWanted(at + 1)}
            >
              <IconChevronRight size={16} />
            </ActionIcon>
          </>
        ) : null}
      </div>
      <FoldedText text={part.text} platform={card.name} truncatedAt={truncatedAt} before={author.handle} />
    </article>
  );
}
