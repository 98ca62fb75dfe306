import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { usePlatforms } from '../network-icon.tsx';
import { ReachDialog } from '../reach-dialog.tsx';
import { ReschedulePopover } from './reschedule-popover.tsx';
import { ThereDialog } from './there-dialog.tsx';
import { useAccounts } from './use-accounts.ts';
import { useDeliveryActs } from './use-delivery-acts.ts';

const signInCodes = new Set(['auth_expired', 'auth_revoked', 'scope_missing', 'not_connected']);
const accountCodes = new Set(['credits_exhausted', 'account_action_required', 'quota_exhausted']);

/** What would be refused again as it is: the text has to change first. */
const textCodes = new Set(['content_rejected', 'content_invalid', 'duplicate', 'media_invalid']);

interface DeliveryActionsProps {
  readonly delivery: Delivery;
  /** Also offers what is rarely wanted: deleting at the network. */
  readonly all?: boolean;
}

/** The buttons that fit a delivery's state; the one that is most likely right comes first and is filled. */
export function DeliveryActions({ delivery, all = false }: DeliveryActionsProps) {
  const t = useWords();
  const acts = useDeliveryActs(delivery);
  const network = usePlatforms().get(delivery.platform)?.title ?? delivery.platform;
  const profile = useAccounts().get(delivery.accountId)?.profileUrl ?? null;
  const [dialog, setDialog] = useState<'there' | 'again' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  const busy = acts.busy !== null;
  const code = delivery.problem?.code ?? '';

  const button = (
    name: typeof acts.busy,
    words: string,
    onClick: () => void,
    variant: 'filled' | 'default' | 'subtle' = 'default',
  ): ReactNode => (
    <Button
      size="compact-sm"
      variant={variant}
      {...(variant === 'subtle' ? { color: 'gray' } : {})}
      loading={acts.busy === name}
      disabled={busy && acts.busy !== name}
      onClick={onClick}
    >
      {words}
    </Button>
  );
  const link = (words: string, to: string, variant: 'filled' | 'default' = 'default'): ReactNode => (
    <Button size="compact-sm" variant={variant} component={Link} href={to}>
      {words}
    </Button>
  );
  const outside = (words: string, href: string): ReactNode => (
    <Button size="compact-sm" variant="default" component="a" href={href} target="_blank" rel="noreferrer">
      {words}
    </Button>
  );
  const editFirst = delivery.state === 'failed' && textCodes.has(code);
  const edit = link(t('queue.act.edit'), `/compose/${delivery.postId}`, editFirst ? 'filled' : 'default');
  const drop = button('drop', t('queue.act.drop'), () => void acts.drop(), 'subtle');
  const anotherTime = <ReschedulePopover delivery={delivery} busy={busy} onMove={acts.move} />;

  const buttons = (): ReactNode => {
    switch (delivery.state) {
      case 'failed':
        return (
          <>
            {signInCodes.has(code)
              ? link(
                  t('queue.act.reconnect'),
                  `/accounts?connect=${delivery.platform}&reconnect=${delivery.accountId}`,
                  'filled',
                )
              : null}
            {code === 'spending_cap' ? link(t('queue.act.cap'), '/settings#spending') : null}
            {accountCodes.has(code) ? link(t('queue.act.account'), '/accounts') : null}
            {editFirst ? edit : null}
            {button(
              'retry',
              t('queue.act.retry'),
              () => void acts.retry(),
              editFirst || signInCodes.has(code) ? 'default' : 'filled',
            )}
            {editFirst ? null : edit}
            {drop}
          </>
        );
      case 'unknown':
        return (
          <>
            {button('there', t('queue.act.there'), () => setDialog('there'), 'filled')}
            {button('sendAgain', t('queue.act.sendAgain'), () => setDialog('again'))}
            {button('look', t('queue.act.look'), () => void acts.look())}
            {profile ? outside(t('queue.settle.profile'), profile) : null}
            {drop}
          </>
        );
      case 'missed':
        return (
          <>
            {button('retry', t('queue.act.now'), () => void acts.retry(), 'filled')}
            {button('move', t('queue.act.nextSlot'), () => void acts.move({ kind: 'next_slot' }))}
            {anotherTime}
            {edit}
            {drop}
          </>
        );
      case 'needs_you':
        return drop;
      case 'draft':
        return edit;
      case 'scheduled':
      case 'with_network':
        return (
          <>
            {edit}
            {anotherTime}
            {button('cancel', t('queue.act.cancel'), () => void acts.cancel(), 'subtle')}
          </>
        );
      case 'published':
        return (
          <>
            {delivery.url ? outside(t('queue.act.open', { network }), delivery.url) : null}
            {all
              ? button('remove', t('queue.act.remove', { network }), () => setDialog('remove'), 'subtle')
              : null}
          </>
        );
      case 'cancelled':
        return anotherTime;
      case 'publishing':
        return null;
    }
  };

  return (
    <>
      <Group gap={8}>{buttons()}</Group>
      <ThereDialog
        opened={dialog === 'there'}
        onClose={close}
        network={network}
        busy={acts.busy === 'there'}
        onThere={acts.there}
      />
      <ReachDialog
        opened={dialog === 'again'}
        onClose={close}
        busy={acts.busy === 'sendAgain'}
        title={t('queue.settle.againTitle')}
        text={t('queue.settle.againText', { network })}
        confirm={t('queue.settle.againButton')}
        keep={t('queue.settle.back')}
        onConfirm={acts.sendAgain}
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
