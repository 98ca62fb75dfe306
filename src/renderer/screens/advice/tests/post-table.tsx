import { Anchor } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { handleOf } from '../../../../shared/models/account-handle.ts';
import type { Experiment, ExperimentPost } from '../../../../shared/models/experiment.ts';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { When } from '../../../parts/when.tsx';
import { useApi } from '../../../queries.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './tests.module.css';

const columns = ['version', 'when', 'words', 'account', 'reactions', 'impressions', 'state'] as const;

/** The posts of a test in their order, with what was read of them and why some do not count. */
export function PostTable({ test }: { test: Experiment }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data: accounts = [] } = useQuery(api.accounts.list.queryOptions({ input: { workspaceId } }));
  return (
    <section aria-label={t('tests.posts.title')}>
      <h3 className={classes.heading}>{t('tests.posts.title')}</h3>
      <div className={classes.scroll} role="group" aria-label={t('tests.posts.title')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`tests.posts.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {test.items.map((post, at) => {
              const account = accounts.find(({ id }) => id === post.accountId);
              return (
                <Row
                  key={post.postId ?? at}
                  post={post}
                  variant={test.variants[post.variant]?.name ?? ''}
                  account={account === undefined ? '' : handleOf(account)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly post: ExperimentPost;
  readonly variant: string;
  readonly account: string;
}

function Row({ post, variant, account }: RowProps) {
  const t = useWords();
  const { count } = useFormats();
  return (
    <tr>
      <td>
        <span className={classes.swatch} data-variant={post.variant} /> {variant}
      </td>
      <td>
        <When at={post.publishedAt ?? post.when.instant} wall={post.when} />
      </td>
      <td className={classes.words} dir="auto">
        {post.postId !== null && post.state !== 'removed' ? (
          <Anchor component={Link} href={`/compose/${post.postId}`}>
            {post.excerpt}
          </Anchor>
        ) : (
          post.excerpt
        )}
        {post.url === null ? null : (
          <Anchor
            href={post.url}
            target="_blank"
            rel="noreferrer"
            aria-label={t('tests.posts.link')}
            className={classes.link ?? ''}
          >
            <IconExternalLink size={14} />
          </Anchor>
        )}
      </td>
      <td>{account}</td>
      <td data-column="reactions">{post.engagements === null ? '–' : count(post.engagements)}</td>
      <td data-column="impressions">{post.impressions === null ? '–' : count(post.impressions)}</td>
      <td>
        {post.state === 'removed' ? t('tests.posts.removed') : <StateBadge state={post.state} />}
        <span className={classes.note}>
          {post.note ?? (post.state === 'published' ? t(`tests.posts.${post.use}`) : '')}
        </span>
      </td>
    </tr>
  );
}
