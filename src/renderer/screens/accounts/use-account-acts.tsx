import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/models/account.ts';
import { useNow } from '../../clock.tsx';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { useTellFailure } from '../../parts/offer-undo.tsx';
import { ReachDialog } from '../../parts/reach-dialog.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** What can be done with an account beside connecting it. */
export interface AccountActs {
  readonly paused: boolean;
  readonly resuming: boolean;
  resume(): void;
  askToDisconnect(): void;
  /** The question before disconnecting, to be put beside what asks it. */
  readonly dialog: ReactNode;
}

export function useAccountActs(account: Account): AccountActs {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const now = useNow();
  const tellFailure = useTellFailure();
  const network = usePlatforms().get(account.platform)?.title ?? account.platform;
  const [asking, setAsking] = useState(false);
  const handle = handleOf(account);
  const input = { workspaceId: account.workspaceId, id: account.id };
  const reread = () => queries.invalidateQueries({ queryKey: api.accounts.key() });
  const resume = useMutation(
    api.accounts.resume.mutationOptions({
      onSuccess: () => notifications.show({ message: t('accountsScreen.resumed', { account: handle }) }),
      onError: tellFailure,
      onSettled: reread,
    }),
  );
  const disconnect = useMutation(
    api.accounts.disconnect.mutationOptions({
      onSuccess: () =>
        notifications.show({ message: t('accountsScreen.disconnect.done', { account: handle }) }),
      onError: tellFailure,
      onSettled: reread,
    }),
  );
  return {
    paused: account.pausedUntil !== null && account.pausedUntil > now,
    resuming: resume.isPending,
    resume: () => resume.mutate(input),
    askToDisconnect: () => setAsking(true),
    dialog: (
      <ReachDialog
        opened={asking}
        onClose={() => setAsking(false)}
        busy={disconnect.isPending}
        title={t('accountsScreen.disconnect.title', { account: handle })}
        text={t('accountsScreen.disconnect.text', { network })}
        confirm={t('accountsScreen.disconnect.confirm')}
        keep={t('accountsScreen.disconnect.keep')}
        danger
        onConfirm={() =>
          disconnect.mutateAsync(input).then(
            () => true,
            () => false,
          )
        }
      />
    ),
  };
}
