import { ActionIcon, Tooltip } from '@mantine/core';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useMutation } from '@tanstack/react-query';
import type { Competitor, Reading } from '../../../../shared/models/listening.ts';
import { useOfferUndo, useTellFailure } from '../../../parts/offer-undo.tsx';
import { useApi, useClient } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';

interface CompetitorActsProps {
  readonly competitor: Competitor;
  readonly costs: Reading | undefined;
}

/** Reads a competitor now, where that is free, and takes it off the list. */
export function CompetitorActs({ competitor: { id, displayName: name }, costs }: CompetitorActsProps) {
  const t = useWords();
  const api = useApi();
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const offerUndo = useOfferUndo();
  const tellFailure = useTellFailure();
  const read = useMutation(api.listening.readCompetitor.mutationOptions({ onError: tellFailure }));
  const remove = useMutation(
    api.listening.removeCompetitor.mutationOptions({
      onError: tellFailure,
      onSuccess: () =>
        offerUndo({
          message: t('competitors.acts.removed', { name }),
          undo: async () => await client.listening.restoreCompetitor({ workspaceId, id }),
        }),
    }),
  );
  const isFree = costs?.kind === 'reads' && costs.costMicros === 0;
  return (
    <>
      {isFree ? (
        <Tooltip label={t('competitors.acts.read', { name })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('competitors.acts.read', { name })}
            loading={read.isPending}
            onClick={() => read.mutate({ workspaceId, id })}
          >
            <IconRefresh size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <Tooltip label={t('competitors.acts.remove', { name })}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('competitors.acts.remove', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ workspaceId, id })}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
