import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../queries.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import { RailLink } from './rail-link.tsx';
import classes from './rail.module.css';

/** Health as a dot with the one sentence that matters. */
export function HealthLink() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery(api.system.health.queryOptions({ input: { workspaceId } }));
  const status = data?.status ?? 'unknown';
  const word = t(`shell.healthStatus.${status}`);
  return (
    <Tooltip label={data?.sentence ?? word} position="right" multiline maw={280}>
      <div>
        <RailLink
          href="/health"
          label={t('shell.health')}
          icon={<span className={classes.dot} data-status={status} />}
          end={
            <span className={status === 'green' ? 'ocma-read-only' : classes.quiet} data-status={status}>
              {word}
            </span>
          }
        />
      </div>
    </Tooltip>
  );
}
