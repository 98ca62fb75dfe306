import type { ReactNode } from 'react';
import type { Delivery, ProblemAction } from '../../../shared/models/delivery.ts';
import { useWords } from '../../words.ts';
import { ActButton, PlaceButton } from './act-button.tsx';
import type { DeliveryActs } from './use-delivery-acts.ts';

interface ProblemButtonsProps {
  readonly delivery: Delivery;
  readonly actions: readonly ProblemAction[];
  readonly acts: DeliveryActs;
  /** Opens the question that has to be answered first. */
  readonly onAsk: (question: 'there' | 'again' | 'drop' | 'posted') => void;
  /** Further buttons, which stand before giving up. */
  readonly children?: ReactNode;
}

/** The buttons of a problem, in the order in which the engine offers them; the first one is filled, giving up is last. */
export function ProblemButtons({ delivery, actions, acts, onAsk, children }: ProblemButtonsProps) {
  const button = (action: ProblemAction, index: number): ReactNode => (
    <ProblemButton
      key={action.kind}
      {...{ delivery, action, acts, onAsk }}
      variant={index === 0 ? 'filled' : 'default'}
    />
  );
  return (
    <>
      {actions.filter(({ kind }) => kind !== 'wait' && kind !== 'drop').map(button)}
      {children}
      {actions.filter(({ kind }) => kind === 'drop').map(button)}
    </>
  );
}

function ProblemButton({
  delivery,
  action,
  acts,
  onAsk,
  variant,
}: Omit<ProblemButtonsProps, 'actions' | 'children'> & {
  readonly action: ProblemAction;
  readonly variant: 'filled' | 'default';
}): ReactNode {
  const t = useWords();
  const composer = `/compose/${delivery.postId}`;
  switch (action.kind) {
    case 'retry':
      return (
        <ActButton name="retry" acts={acts} variant={variant} onClick={() => void acts.retry()}>
          {t('queue.act.retry')}
        </ActButton>
      );
    case 'publish_now':
      return (
        <ActButton name="retry" acts={acts} variant={variant} onClick={() => void acts.retry()}>
          {t('queue.act.now')}
        </ActButton>
      );
    case 'next_slot':
      return (
        <ActButton
          name="move"
          acts={acts}
          variant={variant}
          onClick={() => void acts.move({ kind: 'next_slot' })}
        >
          {t('queue.act.nextSlot')}
        </ActButton>
      );
    case 'edit':
      return (
        <PlaceButton to={composer} variant={variant}>
          {t('queue.act.edit')}
        </PlaceButton>
      );
    case 'shorten':
      return (
        <PlaceButton to={composer} variant={variant}>
          {t('queue.act.shorten', { count: action.over })}
        </PlaceButton>
      );
    case 'replace_media':
      return (
        <PlaceButton to={composer} variant={variant}>
          {t('queue.act.replaceMedia')}
        </PlaceButton>
      );
    case 'reconnect':
      return (
        <PlaceButton
          to={`/accounts?connect=${delivery.platform}&reconnect=${action.accountId}`}
          variant={variant}
        >
          {t('queue.act.reconnect')}
        </PlaceButton>
      );
    case 'add_credits':
      return (
        <PlaceButton to={action.url ?? '/accounts'} variant={variant}>
          {t('queue.act.addCredits')}
        </PlaceButton>
      );
    case 'raise_cap':
      return (
        <PlaceButton to="/settings#spending" variant={variant}>
          {t('queue.act.cap')}
        </PlaceButton>
      );
    case 'settle':
      return (
        <>
          <ActButton name="there" acts={acts} variant={variant} onClick={() => onAsk('there')}>
            {t('queue.act.there')}
          </ActButton>
          <ActButton name="sendAgain" acts={acts} onClick={() => onAsk('again')}>
            {t('queue.act.sendAgain')}
          </ActButton>
        </>
      );
    case 'look_again':
      return (
        <ActButton name="look" acts={acts} variant={variant} onClick={() => void acts.look()}>
          {t('queue.act.look')}
        </ActButton>
      );
    case 'drop':
      return (
        <ActButton
          name="drop"
          acts={acts}
          variant="subtle"
          onClick={() => (delivery.state === 'unknown' ? onAsk('drop') : void acts.drop())}
        >
          {t('queue.act.drop')}
        </ActButton>
      );
    case 'posted':
      return (
        <ActButton name="posted" acts={acts} variant={variant} onClick={() => onAsk('posted')}>
          {t('queue.act.posted')}
        </ActButton>
      );
    case 'not_now':
      return (
        <ActButton name="notNow" acts={acts} onClick={() => void acts.notNow()}>
          {t('queue.act.notNow')}
        </ActButton>
      );
    case 'wait':
      return null;
  }
}
