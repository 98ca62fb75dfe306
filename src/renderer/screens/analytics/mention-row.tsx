import { AccountName } from '../../parts/delivery/account-name.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words.ts';
import type { MeasuredPost } from '../../../shared/models/metric.ts';
import classes from './mention-row.module.css';

interface MentionRowProps {
  readonly mention: {
    readonly accountId: string;
    readonly author: string;
    readonly authorName: string;
    readonly text: string;
    readonly at: number;
    readonly url: string | null;
    readonly kind: 'mention' | 'comment' | 'reply' | 'quote' | 'found';
    /** The own post that it stands under, by the network's id. */
    readonly onPost: string | null;
  };
  /** The own posts that are known, to name the one that it stands under. */
  readonly own?: readonly MeasuredPost[];
}

/** What somebody else wrote to or about an account of the workspace: what it is, and the own post that it stands under. */
export function MentionRow({ mention, own = noPosts }: MentionRowProps) {
  const t = useWords();
  const platform = useAccounts().get(mention.accountId)?.platform ?? '';
  const network = usePlatforms().get(platform)?.title ?? platform;
  const under = own.find(
    ({ remoteId, accountId }) => remoteId === mention.onPost && accountId === mention.accountId,
  );
  return (
    <article className={classes.row}>
      <p className={classes.head}>
        <strong dir="auto">{mention.authorName}</strong>{' '}
        <span className={classes.quiet}>@{mention.author}</span>
        <span className={classes.kind}>{t(`analytics.mentions.kind.${mention.kind}`)}</span>
        <span className={classes.end}>
          <AccountName accountId={mention.accountId} platform={platform} />
          <When at={mention.at} />
          {mention.url === null ? null : (
            <a href={mention.url} target="_blank" rel="noreferrer" data-row-focus>
              {t('analytics.mentions.open', { network })}
            </a>
          )}
        </span>
      </p>
      <p className={classes.text} dir="auto">
        {mention.text}
      </p>
      {under ? (
        <p className={classes.under} dir="auto">
          {t('analytics.mentions.under')}{' '}
          {under.url === null ? (
            <span>{firstWords(under.text)}</span>
          ) : (
            <a href={under.url} target="_blank" rel="noreferrer">
              {firstWords(under.text)}
            </a>
          )}
        </p>
      ) : null}
    </article>
  );
}

const noPosts: readonly MeasuredPost[] = [];

const firstWords = (text: string): string => {
  const [line = ''] = text.trim().split('\n');
  return line.length > 80 ? `${line.slice(0, 80).trimEnd()}…` : line;
};
