import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { AccountId } from '../../../../shared/models/ids.ts';
import { useAccounts } from '../../../parts/delivery/use-accounts.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';

interface UseInPostProps {
  readonly topic: string;
  readonly platform: string;
  /** The account that it is of, where it is an own topic. */
  readonly accountId?: AccountId;
}

/** Begins a draft with a topic, for the account that it is about. */
export function UseInPost({ topic, platform, accountId }: UseInPostProps) {
  const t = useWords();
  const api = useApi();
  const [, navigate] = useLocation();
  const accounts = useAccounts();
  const { id: workspaceId } = useWorkspace();
  const tellFailure = useTellFailure();
  const create = useMutation(
    api.posts.create.mutationOptions({
      onError: tellFailure,
      onSuccess: ({ id }) => navigate(`/compose/${id}`),
    }),
  );
  const begin = (): void => {
    const there = [...accounts.values()].filter(
      (account) => account.platform === platform && account.state === 'connected',
    );
    const [only] = there;
    const chosen = accountId ?? (there.length === 1 ? only?.id : undefined);
    create.mutate({
      workspaceId,
      parts: [{ text: topic, media: [] }],
      accountIds: chosen === undefined ? [] : [chosen],
      labels: [],
    });
  };
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      flex="none"
      aria-label={t('trends.useLabel', { topic })}
      loading={create.isPending}
      onClick={begin}
    >
      {t('trends.use')}
    </Button>
  );
}
