import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../queries.ts';
import { useFormats } from '../use-formats.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import classes from './bands.module.css';

/** Says which post of the next hour would not go out as things stand, and why, while it can still be mended. */
export function RiskBand() {
  const t = useWords();
  const api = useApi();
  const formats = useFormats();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.posts.atRisk.queryOptions({ input: { workspaceId } }));
  const [first, ...others] = data ?? [];
  const [line] = first?.lines ?? [];
  if (!first || !line || first.delivery.when === null) return null;
  return (
    <output className={classes.band} data-tone="warning">
      <span>
        {t('shell.risk.text', { time: formats.time(first.delivery.when.instant), reason: line.text })}{' '}
        {others.length > 0 ? t('shell.risk.more', { count: others.length }) : ''}
      </span>
      <Link
        href={`/queue?section=next&delivery=${encodeURIComponent(first.delivery.id)}`}
        className={classes.link}
      >
        {t('shell.risk.open')}
      </Link>
    </output>
  );
}
