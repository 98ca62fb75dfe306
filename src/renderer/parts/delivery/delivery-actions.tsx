import { Group } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Delivery, ProblemAction } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { usePlatforms } from '../network-icon.tsx';
import { ReachDialog } from '../reach-dialog.tsx';
import { ActButton, PlaceButton } from './act-button.tsx';
import { ProblemButtons } from './problem-buttons.tsx';
import { ReschedulePopover } from './reschedule-popover.tsx';
import { StandingDialog } from './standing-dialog.tsx';
import { ThereDialog } from './there-dialog.tsx';
import { useAccounts } from './use-accounts.ts';
import { useDeliveryActs } from './use-delivery-acts.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface DeliveryActionsProps {
  readonly delivery: Delivery;
  /** Also offers what is rarely wanted: deleting at the network. */
  readonly all?: boolean;
}

const nothing: readonly ProblemAction[] = [];

/** The buttons that fit a delivery's state; the one that is most likely right comes first and is filled. */
export function DeliveryActions({ delivery, all = false }: DeliveryActionsProps) {
  const t = useWords();
  const acts = useDeliveryActs(delivery);
  const network = usePlatforms().get(delivery.platform)?.title ?? delivery.platform;
  const account = useAccounts().get(delivery.accountId);
  const [dialog, setDialog] = useState<'there' | 'again' | 'drop' | 'posted' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  const anotherTime = <ReschedulePopover delivery={delivery} busy={acts.busy !== null} onMove={acts.move} />;
  const mending = (more: ReactNode = null): ReactNode => (
    <ProblemButtons
      delivery={delivery}
      actions={delivery.problem?.actions ?? nothing}
      acts={acts}
      onAsk={setDialog}
    >
      {more}
    </ProblemButtons>
  );
  const edit = <PlaceButton to={`/compose/${delivery.postId}`}>{t('queue.act.edit')}</PlaceButton>;
  const cancel = (
    <ActButton name="cancel" acts={acts} variant="subtle" onClick={() => void acts.cancel()}>
      {t('queue.act.cancel')}
    </ActButton>
  );

  const buttons = (): ReactNode => {
    switch (delivery.state) {
      case 'failed':
      case 'missed':
        return mending(anotherTime);
      case 'needs_you':
        return mending();
      case 'unknown':
        return mending(
          account?.profileUrl ? (
            <PlaceButton to={account.profileUrl}>{t('queue.settle.profile')}</PlaceButton>
          ) : null,
        );
      case 'draft':
        return edit;
      case 'scheduled':
      case 'with_network':
        return delivery.cancelling ? null : (
          <>
            {edit}
            {anotherTime}
            {cancel}
          </>
        );
      case 'published':
        return (
          <>
            {delivery.url ? (
              <PlaceButton to={delivery.url}>{t('queue.act.open', { network })}</PlaceButton>
            ) : null}
            {all ? (
              <ActButton name="remove" acts={acts} variant="subtle" onClick={() => setDialog('remove')}>
                {t('queue.act.remove', { network })}
              </ActButton>
            ) : null}
          </>
        );
      case 'cancelled':
        return anotherTime;
      case 'publishing':
        return delivery.cancelling ? null : cancel;
    }
  };

  const handle = account ? handleOf(account) : network;
  return (
    <>
      <Group gap={8}>{buttons()}</Group>
      <ThereDialog
        opened={dialog === 'there'}
        onClose={close}
        busy={acts.busy === 'there'}
        title={t('queue.settle.thereTitle')}
        text={t('queue.settle.text', { network })}
        onThere={acts.there}
      />
      <ThereDialog
        opened={dialog === 'posted'}
        onClose={close}
        busy={acts.busy === 'posted'}
        title={t('queue.posted.title')}
        text={t('queue.posted.text', { network })}
        onThere={acts.posted}
      />
      <StandingDialog
        opened={dialog === 'again'}
        onClose={close}
        busy={acts.busy === 'sendAgain'}
        title={t('queue.settle.againTitle')}
        text={t('queue.settle.againText', { network })}
        confirm={t('queue.settle.againButton')}
        account={handle}
        onConfirm={acts.sendAgain}
      />
      <StandingDialog
        opened={dialog === 'drop'}
        onClose={close}
        busy={acts.busy === 'drop'}
        title={t('queue.settle.dropTitle')}
        text={t('queue.settle.dropText', { network })}
        confirm={t('queue.settle.dropButton')}
        account={handle}
        onConfirm={acts.giveUp}
      />
      <ReachDialog
        opened={dialog === 'remove'}
        onClose={close}
        busy={acts.busy === 'remove'}
        title={t('queue.remove.title', { network })}
        text={t('queue.remove.text', { network })}
        confirm={t('queue.remove.button')}
        keep={t('queue.remove.keep')}
        danger
        onConfirm={acts.remove}
      />
    </>
  );
}
