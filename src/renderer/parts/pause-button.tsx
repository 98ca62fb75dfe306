import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import { Link } from 'wouter';
import { useApi } from '../queries.ts';
import { useWords } from '../words.ts';
import { useTellFailure } from './offer-undo.tsx';
import { useHold } from './use-hold.ts';

/** Pauses publishing and resumes it. While this data is held only the review ends that, so it leads there. */
export function PauseButton({ paused }: { readonly paused: boolean }) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const tellFailure = useTellFailure();
  const hold = useHold();
  const pause = useMutation(
    api.system.pausePublishing.mutationOptions({
      onError: tellFailure,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.queue.counts.key() }),
          queries.invalidateQueries({ queryKey: api.system.health.key() }),
        ]),
    }),
  );
  if (hold === undefined) return null;
  if (hold) {
    return (
      <Button component={Link} href="/hold" size="compact-sm">
        {t('queue.pause.review')}
      </Button>
    );
  }
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button
      size="compact-sm"
      variant={paused ? 'filled' : 'default'}
      leftSection={<Icon size={14} aria-hidden />}
      loading={pause.isPending}
      onClick={() => pause.mutate({ paused: !paused })}
    >
      {paused ? t('queue.pause.resume') : t('queue.pause.pause')}
    </Button>
  );
}
