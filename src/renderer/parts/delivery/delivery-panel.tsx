import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Delivery } from '../../../shared/models/delivery.ts';
import { describeFailure } from '../../failure.ts';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import { LoadingSkeleton } from '../loading-skeleton.tsx';
import { usePlatforms } from '../network-icon.tsx';
import { SeriesNote } from '../series/series-note.tsx';
import { StateBadge } from '../state-badge.tsx';
import { When } from '../when.tsx';
import { AccountName } from './account-name.tsx';
import { DeliveryActions } from './delivery-actions.tsx';
import { DeliveryAnswer } from './delivery-answer.tsx';
import { DeliveryEvidence } from './delivery-evidence.tsx';
import { DeliveryParts } from './delivery-parts.tsx';
import classes from './delivery-panel.module.css';
import { DeliveryTimeline } from './delivery-timeline.tsx';
import { HandedNote } from './handed-note.tsx';
import { ReadyToPaste } from './ready-to-paste.tsx';
import { ProblemNote } from './problem-note.tsx';
import { RiskNote } from './risk-note.tsx';
import { StandingNote } from './standing-note.tsx';
import { TestLink } from './test-link.tsx';

interface DeliveryPanelProps {
  readonly deliveryId: string;
  readonly onClose: () => void;
}

/** One post on its way to one account, in full: state, what to do, text, evidence and timeline. */
export function DeliveryPanel({ deliveryId, onClose }: DeliveryPanelProps) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const query = useQuery(
    // The id comes from the address bar; the engine checks it.
    api.queue.get.queryOptions({ input: { workspaceId, id: deliveryId as Delivery['id'] } }),
  );
  const network = usePlatforms().get(query.data?.delivery.platform ?? '')?.title ?? '';

  const content = (): ReactNode => {
    if (query.isPending) return <LoadingSkeleton rows={4} height={72} />;
    if (query.isError) {
      return describeFailure(query.error, t).code === 'not_found' ? (
        <EmptyState title={t('queue.panel.missing.title')} text={t('queue.panel.missing.text')} />
      ) : (
        <div className={classes.section}>
          <ErrorState inline error={query.error} onRetry={() => void query.refetch()} />
        </div>
      );
    }
    const { delivery, events, evidence, answer } = query.data;
    return (
      <>
        <div className={classes.section}>
          <ProblemNote delivery={delivery} />
          <RiskNote delivery={delivery} />
          <HandedNote delivery={delivery} network={network} />
          <DeliveryActions delivery={delivery} all />
          {answer ? <DeliveryAnswer answer={answer} network={network} /> : null}
          <StandingNote workspaceId={workspaceId} accountId={delivery.accountId} />
        </div>
        {delivery.recurrenceId === null ? null : (
          <div className={classes.section}>
            <SeriesNote postId={delivery.postId} />
          </div>
        )}
        {delivery.test === null ? null : (
          <div className={classes.section}>
            <TestLink test={delivery.test} />
          </div>
        )}
        {delivery.state === 'needs_you' ? (
          <Section title={t('queue.paste.title')}>
            <ReadyToPaste delivery={delivery} network={network} />
          </Section>
        ) : null}
        {evidence ? (
          <Section title={t('queue.panel.evidence')}>
            <DeliveryEvidence evidence={evidence} network={network} />
          </Section>
        ) : null}
        {(evidence && delivery.parts.length === 1) || delivery.state === 'needs_you' ? null : (
          <Section title={t('queue.panel.post')}>
            <DeliveryParts delivery={delivery} network={network} />
          </Section>
        )}
        <Section title={t('queue.panel.facts')}>
          <Facts delivery={delivery} />
        </Section>
        <Section title={t('queue.panel.timeline')}>
          <DeliveryTimeline events={events} />
        </Section>
      </>
    );
  };

  return (
    <section className={classes.panel} aria-label={t('queue.panel.label')}>
      <header className={classes.header}>
        {query.data ? (
          <>
            <StateBadge state={query.data.delivery.state} progress={query.data.delivery.progress} />
            <AccountName accountId={query.data.delivery.accountId} platform={query.data.delivery.platform} />
          </>
        ) : null}
        <CloseButton className={classes.close} aria-label={t('queue.panel.close')} onClick={onClose} />
      </header>
      <div className={classes.body}>{content()}</div>
    </section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ delivery }: { delivery: Delivery }) {
  const t = useWords();
  const formats = useFormats();
  const at = delivery.publishedAt ?? delivery.when?.instant ?? null;
  return (
    <dl className={classes.facts}>
      <Fact name={t('queue.panel.time')}>
        {at === null ? (
          t('states.when.none')
        ) : (
          <When at={at} wall={delivery.publishedAt ? null : delivery.when} />
        )}
      </Fact>
      <Fact name={t('queue.panel.cost')}>{formats.money(delivery.costMicros)}</Fact>
      {delivery.attempts > 0 ? (
        <Fact name={t('queue.panel.attempts')}>{formats.count(delivery.attempts)}</Fact>
      ) : null}
      {delivery.labels.length > 0 ? (
        <Fact name={t('queue.panel.labels')}>{delivery.labels.join(', ')}</Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
