import { Button, Progress } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import IconPlayerStop from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import type { LearningProgress } from '../../../../shared/contract/learning.ts';
import { useTellFailure } from '../../../parts/offer-undo.tsx';
import { useSay } from '../../../parts/use-say.ts';
import { useApi } from '../../../queries.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import classes from './predictions.module.css';

interface LearnAgainProps {
  /** Null while nothing is learned. */
  readonly running: LearningProgress | null;
  /** Whom it learns from; null where that is none of this workspace. */
  readonly account: string | null;
}

/** Starts learning; while it goes on, says how far it is and ends it. One button, so that the focus stays. */
export function LearnAgain({ running, account }: LearnAgainProps) {
  const t = useWords();
  const api = useApi();
  const say = useSay();
  const onError = useTellFailure();
  const { id: workspaceId } = useWorkspace();
  const retrain = useMutation(
    api.learning.retrain.mutationOptions({ onSuccess: () => say(t('predictions.unchanged')), onError }),
  );
  const stop = useMutation(
    api.learning.stop.mutationOptions({ onSuccess: () => say(t('predictions.run.stopped')), onError }),
  );
  const share = running === null ? 0 : (100 * running.done) / Math.max(1, running.of);
  return (
    <div className={classes.run}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={
          running === null ? <IconRefresh size={14} aria-hidden /> : <IconPlayerStop size={14} aria-hidden />
        }
        loading={retrain.isPending || stop.isPending}
        onClick={() => (running === null ? retrain : stop).mutate({ workspaceId })}
      >
        {t(running === null ? 'predictions.again' : 'predictions.run.stop')}
      </Button>
      <output className={classes.quiet}>{running === null ? null : sentence(running)}</output>
      {running === null ? null : <Progress value={share} size="sm" aria-label={t('predictions.run.label')} />}
    </div>
  );

  function sentence({ state, done, of }: LearningProgress): string {
    if (state === 'waiting') return t('predictions.run.waiting');
    const params = { done, count: of };
    return account === null
      ? t('predictions.run.progress', params)
      : t('predictions.run.at', { ...params, account });
  }
}
