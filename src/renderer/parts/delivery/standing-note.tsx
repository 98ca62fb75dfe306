import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useTellFailure } from '../offer-undo.tsx';
import { useAccounts } from './use-accounts.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** What was decided for all unclear sends of an account, and the way to take it back. Nothing while OCMA asks. */
export function StandingNote({ workspaceId, accountId }: Pick<Delivery, 'workspaceId' | 'accountId'>) {
  const t = useWords();
  const api = useApi();
  const tell = useTellFailure();
  const account = useAccounts().get(accountId);
  const query = useQuery(api.queue.standingAnswer.queryOptions({ input: { workspaceId, accountId } }));
  const take = useMutation(
    api.queue.setStandingAnswer.mutationOptions({ onError: tell, onSettled: () => query.refetch() }),
  );
  const answer = query.data?.answer ?? 'ask';
  if (answer === 'ask' || !account) return null;
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="sm" c="dimmed">
        {t(`queue.settle.standing.${answer}`, { account: handleOf(account) })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        loading={take.isPending}
        onClick={() => take.mutate({ workspaceId, accountId, answer: 'ask' })}
      >
        {t('queue.act.ask')}
      </Button>
    </Group>
  );
}
