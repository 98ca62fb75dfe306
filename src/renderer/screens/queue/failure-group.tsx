import { Button } from '@mantine/core';
import type { DeadLetterGroup } from '../../../shared/contract/queue.ts';
import { PlaceButton } from '../../parts/delivery/act-button.tsx';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { DecisionRow } from './decision-row.tsx';
import { useQueueDecisions } from './use-queue-decisions.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** Posts of one account that stopped for one reason, with what settles all of them. */
export function FailureGroup({ group, onLeave }: { group: DeadLetterGroup; onLeave: () => void }) {
  const t = useWords();
  const formats = useFormats();
  const { busy, group: decide } = useQueueDecisions();
  const known = useAccounts().get(group.accountId);
  const account = known ? handleOf(known) : t('queue.row.unknownAccount');
  const { count } = group;
  const button = (decision: 'publish_now' | 'next_slot' | 'drop') => ({
    size: 'compact-sm' as const,
    loading: busy === decision,
    disabled: busy !== null && busy !== decision,
    onClick: () => void decide(group, decision),
  });
  if (group.reconnected) {
    return (
      <DecisionRow title={t('queue.group.connected', { account })} text={t('queue.group.waits', { count })}>
        <Button {...button('publish_now')}>{t('queue.group.publish')}</Button>
        <Button {...button('next_slot')} variant="default">
          {t('queue.group.slots')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" disabled={busy !== null} onClick={onLeave}>
          {t('queue.group.leave')}
        </Button>
      </DecisionRow>
    );
  }
  const until = group.actions.find((action) => action.kind === 'wait')?.until;
  const waits = until === undefined ? '' : ` ${t('queue.waits', { when: formats.when(until) })}`;
  return (
    <DecisionRow
      title={t('queue.group.line', { account, count })}
      text={`${group.message} ${group.fix}${waits}`}
    >
      <Mending group={group} />
      {group.actions.some(({ kind }) => kind === 'retry') ? (
        <Button
          {...button('publish_now')}
          {...(group.actions[0]?.kind === 'retry' ? {} : { variant: 'default' })}
        >
          {t('queue.group.retry', { count })}
        </Button>
      ) : null}
      <Button {...button('drop')} variant="subtle" color="gray">
        {t('queue.group.drop', { count })}
      </Button>
    </DecisionRow>
  );
}

/** What mends the cause for all of them at once, where something does. */
function Mending({ group }: { group: DeadLetterGroup }) {
  const t = useWords();
  const [first] = group.actions;
  if (first?.kind === 'reconnect') {
    return (
      <PlaceButton to={`/accounts?connect=${group.platform}&reconnect=${first.accountId}`} variant="filled">
        {t('queue.act.reconnect')}
      </PlaceButton>
    );
  }
  if (first?.kind === 'add_credits') {
    return (
      <PlaceButton to={first.url ?? '/accounts'} variant="filled">
        {t('queue.act.addCredits')}
      </PlaceButton>
    );
  }
  if (first?.kind === 'raise_cap') {
    return (
      <PlaceButton to="/settings#spending" variant="filled">
        {t('queue.act.cap')}
      </PlaceButton>
    );
  }
  return null;
}
