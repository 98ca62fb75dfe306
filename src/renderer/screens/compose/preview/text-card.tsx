import { Avatar } from '@mantine/core';
import type { PlatformCard } from '../../../../shared/models/account.ts';
import { useWords } from '../../../words.ts';
import type { DraftPart } from '../draft.ts';
import type { Author } from './author.ts';
import { FoldedText } from './folded-text.tsx';
import classes from './preview.module.css';
import { Shot } from './shot.tsx';

interface TextCardProps {
  readonly card: PlatformCard;
  readonly parts: readonly DraftPart[];
  readonly author: Author;
  readonly truncatedAt: number | null;
}

/** A post whose words come first: the parts of a thread under one line, or one post under its author's name. */
export function TextCard({ card, parts, author, truncatedAt }: TextCardProps) {
  const t = useWords();
  if (card.laterParts === 'thread') {
    return parts.map((part, index) => (
      <article key={part.key} className={classes.part} data-last={index === parts.length - 1 || undefined}>
        <div className={classes.side}>
          <Avatar src={author.picture} name={author.name} size={36} radius="xl" alt="" />
          {index === parts.length - 1 ? null : <span className={classes.thread} />}
        </div>
        <div className={classes.main}>
          <div className={classes.who}>
            <span className={classes.name}>{author.name}</span>
            <span className={classes.handle}>@{author.handle}</span>
            <span className={classes.age}>· {t('compose.preview.now')}</span>
          </div>
          <FoldedText text={part.text} platform={card.name} truncatedAt={index === 0 ? truncatedAt : null} />
          <Shots card={card} part={part} />
        </div>
      </article>
    ));
  }
  const [part] = parts;
  if (!part) return null;
  return (
    <article>
      <div className={classes.page}>
        <Avatar src={author.picture} name={author.name} size={40} radius="xl" alt="" />
        <div>
          <div className={classes.name}>{author.name}</div>
          <div className={classes.age}>{t('compose.preview.now')}</div>
        </div>
      </div>
      <FoldedText text={part.text} platform={card.name} truncatedAt={truncatedAt} />
      <Shots card={card} part={part} wide />
    </article>
  );
}

interface ShotsProps {
  readonly card: PlatformCard;
  readonly part: DraftPart;
  /** From edge to edge of the card. */
  readonly wide?: boolean;
}

function Shots({ card, part, wide = false }: ShotsProps) {
  const { media } = part;
  if (media.length === 0) return null;
  return (
    <div className={classes.media} data-count={Math.min(media.length, 4)} data-wide={wide || undefined}>
      {media.slice(0, 4).map((one) => (
        <Shot key={one.id} media={one} described={card.maxAltText > 0} />
      ))}
      {media.length > 4 ? <span className={classes.rest}>+{media.length - 4}</span> : null}
    </div>
  );
}
