import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PostId } from '../../../shared/models/ids.ts';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './file-panel.module.css';

const most = 20;

/** The posts that show a file, the newest first; each leads to the post. */
export function FileUses({ ids }: { ids: readonly PostId[] | undefined }) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const posts = useQueries({
    queries: (ids ?? [])
      .slice(0, most)
      .map((id) => api.posts.get.queryOptions({ input: { workspaceId, id } })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return (
    <section className={classes.uses} aria-label={t('library.uses.label')}>
      <h3 className={classes.title}>{t('library.uses.label')}</h3>
      {ids?.length === 0 ? <p className={classes.quiet}>{t('library.uses.none')}</p> : null}
      <ul className={classes.list}>
        {posts.map((post) => {
          const [first] = post.deliveries;
          const text = post.parts.map((part) => part.text.trim()).find((words) => words !== '');
          return (
            <li key={post.id} className={classes.use}>
              <Link href={`/compose/${post.id}`} className={classes.link}>
                {text ?? t('library.uses.wordless')}
              </Link>
              {first ? <StateBadge state={first.state} /> : null}
            </li>
          );
        })}
      </ul>
      {(ids?.length ?? 0) > most ? (
        <p className={classes.quiet}>{t('library.uses.more', { count: (ids?.length ?? 0) - most })}</p>
      ) : null}
    </section>
  );
}
