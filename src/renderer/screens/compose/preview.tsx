import { Avatar } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { localPicture } from '../../local-picture.ts';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { isBlank } from './draft.ts';
import type { Draft, DraftPart } from './draft.ts';
import { PreviewText } from './preview-text.tsx';
import classes from './preview.module.css';

interface PreviewProps {
  readonly draft: Draft;
  readonly platform: string;
  readonly account: Account | undefined;
  /** Where the network folds the first part away; null where it does not. */
  readonly truncatedAt: number | null;
}

/** The post as the network shows it. */
export function Preview({ draft, platform, account, truncatedAt }: PreviewProps) {
  const t = useWords();
  const network = usePlatforms().get(platform)?.title ?? platform;
  return (
    <section aria-label={t('compose.preview.label')}>
      <h2 className={classes.heading}>
        <NetworkIcon platform={platform} size={13} />
        {t('compose.preview.at', { network })}
      </h2>
      <div className={classes.card}>
        {isBlank(draft) ? (
          <p className={classes.empty}>{t('compose.preview.empty')}</p>
        ) : (
          draft.parts.map((part, index) => (
            <PreviewPart
              key={part.key}
              part={part}
              account={account}
              platform={platform}
              last={index === draft.parts.length - 1}
              truncatedAt={index === 0 ? truncatedAt : null}
            />
          ))
        )}
      </div>
    </section>
  );
}

interface PreviewPartProps {
  readonly part: DraftPart;
  readonly account: Account | undefined;
  readonly platform: string;
  readonly last: boolean;
  readonly truncatedAt: number | null;
}

function PreviewPart({ part, account, platform, last, truncatedAt }: PreviewPartProps) {
  const t = useWords();
  const [unfolded, setUnfolded] = useState(false);
  const name = account?.displayName ?? t('compose.preview.yourName');
  const handle = account?.username ?? t('compose.preview.yourHandle');
  const folded = truncatedAt !== null && !unfolded && part.text.length > truncatedAt;
  return (
    <article className={classes.part} data-last={last || undefined}>
      <div className={classes.side}>
        <Avatar src={localPicture(account?.avatarUrl ?? null)} name={name} size={36} radius="xl" alt="" />
        {last ? null : <span className={classes.thread} />}
      </div>
      <div className={classes.main}>
        <div className={classes.who}>
          <span className={classes.name}>{name}</span>
          <span className={classes.handle}>@{handle}</span>
          <span className={classes.age}>· {t('compose.preview.now')}</span>
        </div>
        <p className={classes.text}>
          <PreviewText text={folded ? part.text.slice(0, truncatedAt) : part.text} platform={platform} />
          {folded ? (
            <button type="button" className={classes.fold} onClick={() => setUnfolded(true)}>
              {t('compose.preview.more')}
            </button>
          ) : null}
        </p>
        {part.media.length > 0 ? (
          <div className={classes.media} data-count={Math.min(part.media.length, 4)}>
            {part.media.map(({ id, altText }) => (
              <PreviewMedia key={id} id={id} altText={altText} />
            ))}
          </div>
        ) : null}
      </div>
    </article>
  );
}

function PreviewMedia({ id, altText }: DraftPart['media'][number]) {
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.media.get.queryOptions({ input: { workspaceId, id } }));
  if (!data) return <span className={classes.shot} />;
  return data.kind === 'video' ? (
    <video className={classes.shot} src={data.url} preload="metadata" controls muted aria-label={altText} />
  ) : (
    <img className={classes.shot} src={data.url} alt={altText} />
  );
}
