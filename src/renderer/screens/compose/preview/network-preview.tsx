import type { Account, PlatformCard } from '../../../../shared/models/account.ts';
import type { OptionValues } from '../../../../shared/models/publish-option.ts';
import { useWords } from '../../../words.ts';
import { isBlank } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { commentOf } from '../options/shown-fields.ts';
import { useAuthor } from './author.ts';
import { Comments } from './comments.tsx';
import { PictureCard } from './picture-card.tsx';
import classes from './preview.module.css';
import { TextCard } from './text-card.tsx';
import { VideoCard } from './video-card.tsx';

interface NetworkPreviewProps {
  readonly draft: Draft;
  readonly card: PlatformCard;
  readonly account: Account | undefined;
  readonly values: OptionValues;
  /** Where the network folds the first part away; null where it does not. */
  readonly truncatedAt: number | null;
}

/** The post as one network shows it, with the comments below it. */
export function NetworkPreview({ draft, card, account, values, truncatedAt }: NetworkPreviewProps) {
  const t = useWords();
  const author = useAuthor(account);
  const [first, ...later] = draft.parts;
  if (isBlank(draft) || !first) {
    return (
      <div className={classes.card}>
        <p className={classes.empty}>{t('compose.preview.empty')}</p>
      </div>
    );
  }
  const comment = commentOf(card.options, values);
  const comments = [
    ...(card.laterParts === 'comments' ? later.map(({ key, text }) => ({ key, text })) : []),
    ...(comment === '' ? [] : [{ key: 'first comment', text: comment }]),
  ];
  return (
    <div className={classes.card}>
      {card.preview === 'text' ? (
        <TextCard card={card} parts={draft.parts} author={author} truncatedAt={truncatedAt} />
      ) : card.preview === 'picture' ? (
        <PictureCard card={card} part={first} author={author} truncatedAt={truncatedAt} />
      ) : (
        <VideoCard card={card} part={first} author={author} values={values} truncatedAt={truncatedAt} />
      )}
      <Comments texts={comments} author={author} platform={card.name} />
      {card.laterParts === 'none' && later.length > 0 ? (
        <p className={classes.left}>{t('compose.preview.leftOut', { network: card.title })}</p>
      ) : null}
    </div>
  );
}
