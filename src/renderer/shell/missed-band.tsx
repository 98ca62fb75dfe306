import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useApi } from '../queries.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import classes from './bands.module.css';

/** Says on return how many posts missed their time; the queue itself asks what shall become of them. */
export function MissedBand() {
  const t = useWords();
  const api = useApi();
  const [place] = useLocation();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.queue.counts.queryOptions({ input: { workspaceId } }));
  const count = data?.missed ?? 0;
  if (count === 0 || place === '/queue') return null;
  return (
    <output className={classes.band} data-tone="warning">
      <span>{t('queue.missed.band', { count })}</span>
      <Link href="/queue?section=needs_me" className={classes.link}>
        {t('queue.missed.decide')}
      </Link>
    </output>
  );
}
