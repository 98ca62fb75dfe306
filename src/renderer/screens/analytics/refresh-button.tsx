import { Button, Popover, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useState } from 'react';
import type { AccountId } from '../../../shared/models/ids.ts';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';

/** Reads the numbers anew. Says before that reading may cost, and after how much. */
export function RefreshButton({ accountId }: { accountId: AccountId | null }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const tellFailure = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const [opened, setOpened] = useState(false);
  const refresh = useMutation(
    api.metrics.refresh.mutationOptions({
      onSuccess: ({ queued, costMicros }) => {
        setOpened(false);
        notifications.show({
          message:
            queued === 0
              ? t('analytics.refresh.nothing')
              : costMicros === 0
                ? t('analytics.refresh.free', { count: queued })
                : t('analytics.refresh.started', { count: queued, cost: formats.money(costMicros) }),
        });
      },
      onError: tellFailure,
      onSettled: () => queries.invalidateQueries({ queryKey: api.settings.spending.key() }),
    }),
  );
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" width={304}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('analytics.refresh.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('analytics.refresh.title')}>
        <Text size="sm">{t('analytics.refresh.text')}</Text>
        <Button
          mt={12}
          size="compact-sm"
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ workspaceId, ...(accountId === null ? {} : { accountId }) })}
        >
          {t('analytics.refresh.confirm')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
