import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import type { sharedFailures } from './queue-rows.ts';
import classes from './retry-all.module.css';

/** Failures with the same reason, each kind with one button for all of it. */
export function RetryAll({ groups }: { groups: ReturnType<typeof sharedFailures> }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tellFailure = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const retryAll = useMutation(
    api.queue.retryAll.mutationOptions({
      onSuccess: ({ retried }) =>
        notifications.show({ message: t('queue.retryAll.done', { count: retried }) }),
      onError: tellFailure,
      onSettled: () => queries.invalidateQueries({ queryKey: api.queue.key() }),
    }),
  );
  return (
    <div className={classes.groups}>
      {groups.map(({ code, reason, count }) => (
        <div key={code} className={classes.group}>
          <span>{t('queue.retryAll.line', { count, reason })}</span>
          <Button
            size="compact-sm"
            variant="default"
            loading={retryAll.isPending && retryAll.variables.code === code}
            onClick={() => retryAll.mutate({ workspaceId, code })}
          >
            {t('queue.retryAll.button', { count })}
          </Button>
        </div>
      ))}
    </div>
  );
}
