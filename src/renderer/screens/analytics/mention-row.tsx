import { AccountName } from '../../parts/delivery/account-name.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { When } from '../../parts/when.tsx';
import { useWords } from '../../words.ts';
import classes from './mention-row.module.css';

interface MentionRowProps {
  readonly mention: {
    readonly accountId: string;
    readonly author: string;
    readonly authorName: string;
    readonly text: string;
    readonly at: number;
    readonly url: string | null;
  };
}

/** A post of somebody else that mentions an account of the workspace. */
export function MentionRow({ mention }: MentionRowProps) {
  const t = useWords();
  const platform = useAccounts().get(mention.accountId)?.platform ?? '';
  const network = usePlatforms().get(platform)?.title ?? platform;
  return (
    <article className={classes.row}>
      <p className={classes.head}>
        <strong dir="auto">{mention.authorName}</strong>{' '}
        <span className={classes.quiet}>@{mention.author}</span>
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
    </article>
  );
}
