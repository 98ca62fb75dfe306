import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AccountId } from '../../../shared/models/ids.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import classes from './more-history.module.css';

interface MoreHistoryProps {
  readonly have: number;
  readonly need: number;
  readonly accountId: AccountId;
  readonly title: string;
  readonly text: string;
}

/** How many past posts there are and how many it takes, with the two ways to get there. */
export function MoreHistory({ have, need, accountId, title, text }: MoreHistoryProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data: histories } = useQuery(api.metrics.histories.queryOptions({ input: { workspaceId } }));
  const state = histories?.find((history) => history.accountId === accountId)?.state ?? 'asks';
  const readable = state === 'asks' || state === 'stopped';
  return (
    <div>
      <p className={classes.title}>{title}</p>
      <div className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${Math.min(100, (100 * have) / need)}%` }} />
      </div>
      <p className={classes.quiet}>{text}</p>
      <div className={classes.ways}>
        <div>
          {readable ? (
            <Button
              component={Link}
              href={`/analytics?account=${accountId}`}
              variant="default"
              size="compact-sm"
            >
              {t('predictions.notEnough.read')}
            </Button>
          ) : null}
          <p className={classes.quiet}>{t(`predictions.notEnough.reading.${state}`)}</p>
        </div>
        <div>
          <Button
            component={Link}
            href={`/import/past?account=${accountId}`}
            variant="default"
            size="compact-sm"
          >
            {t('predictions.notEnough.import')}
          </Button>
          <p className={classes.quiet}>{t('predictions.notEnough.importText')}</p>
        </div>
      </div>
    </div>
  );
}
