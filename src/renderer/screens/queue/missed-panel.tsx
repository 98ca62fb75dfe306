import { Button } from '@mantine/core';
import { useWords } from '../../words.ts';
import { DecisionRow } from './decision-row.tsx';
import { useQueueDecisions } from './use-queue-decisions.ts';

/** One decision for all posts that missed their time. */
export function MissedPanel({ count }: { count: number }) {
  const t = useWords();
  const { busy, missed } = useQueueDecisions();
  const button = (decision: 'publish_now' | 'next_slot' | 'drop') => ({
    size: 'compact-sm' as const,
    loading: busy === decision,
    disabled: busy !== null && busy !== decision,
    onClick: () => void missed(decision),
  });
  return (
    <DecisionRow title={t('queue.missed.title', { count })} text={t('queue.missed.text', { count })}>
      <Button {...button('publish_now')}>{t('queue.missed.publish', { count })}</Button>
      <Button {...button('next_slot')} variant="default">
        {t('queue.missed.slots', { count })}
      </Button>
      <Button {...button('drop')} variant="subtle" color="gray">
        {t('queue.missed.drop', { count })}
      </Button>
    </DecisionRow>
  );
}
