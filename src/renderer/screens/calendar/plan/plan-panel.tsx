import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { PlanItem } from '../../../../shared/models/planning.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorState } from '../../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../../parts/loading-skeleton.tsx';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { useWords } from '../../../words.ts';
import { CampaignSetup } from './campaign-setup.tsx';
import { PlanItemRow } from './plan-item-row.tsx';
import classes from './plan-panel.module.css';
import { keyOf, postsIn, takenOf } from './plan-state.ts';
import { UnplacedList } from './unplaced-list.tsx';
import type { PlanStage, Planning } from './use-plan.ts';

interface PlanPanelProps {
  readonly planning: Planning;
  /** The item that was clicked in the calendar. */
  readonly chosen: string | null;
  /** Brings an item into sight in the calendar. */
  readonly onShow: (item: PlanItem) => void;
}

/** The plan beside the calendar: what it is to hold, what it proposes and why, and the button that schedules it. */
export function PlanPanel({ planning, chosen, onShow }: PlanPanelProps) {
  const t = useWords();
  const { stage, close } = planning;
  if (stage.kind === 'closed') return null;
  const campaign = stage.kind === 'setup' || stage.wish.mode === 'campaign';
  const title = t(campaign ? 'planning.panel.campaign' : 'planning.panel.fill');
  return (
    <SidePanel opened label={title} onClose={close}>
      <section className={classes.panel} aria-label={title}>
        <header className={classes.header}>
          <h2 className={classes.title}>{title}</h2>
          <CloseButton aria-label={t('planning.panel.close')} onClick={close} />
        </header>
        <Stage stage={stage} planning={planning} chosen={chosen} onShow={onShow} />
      </section>
    </SidePanel>
  );
}

function Stage({ stage, planning, chosen, onShow }: PlanPanelProps & { readonly stage: PlanStage }) {
  const t = useWords();
  switch (stage.kind) {
    case 'closed':
      return null;
    case 'setup':
      return <CampaignSetup chosen={stage.drafts} onPropose={(wish) => void planning.propose(wish)} />;
    case 'looking':
      return (
        <div className={classes.body} aria-busy aria-label={t('planning.panel.loading')} role="status">
          <LoadingSkeleton rows={4} height={72} />
        </div>
      );
    case 'failed':
      return <ErrorState error={stage.error} onRetry={() => void planning.propose(stage.wish)} />;
    case 'proposed':
      return <Proposed stage={stage} planning={planning} chosen={chosen} onShow={onShow} />;
  }
}

function Proposed({
  stage,
  planning,
  chosen,
  onShow,
}: PlanPanelProps & { readonly stage: Extract<PlanStage, { kind: 'proposed' }> }) {
  const t = useWords();
  const { plan, applying, failed } = stage;
  const count = postsIn(takenOf(plan));
  // A proposal is shown where it begins, once; afterwards the calendar stays where the user has it.
  const begin = useRef({ item: plan.items[0], onShow });
  useEffect(() => {
    const { item, onShow: show } = begin.current;
    if (item) show(item);
  }, []);
  if (plan.items.length === 0 && plan.unplaced.length === 0) {
    return (
      <EmptyState
        title={t('planning.empty.title')}
        text={t('planning.empty.text')}
        action={
          <Button component={Link} href="/compose">
            {t('planning.empty.action')}
          </Button>
        }
      />
    );
  }
  return (
    <>
      {/* What scrolls can be reached by keyboard. */}
      <div className={classes.body} role="group" aria-label={t('planning.panel.list')} tabIndex={0}>
        {plan.items.length === 0 ? (
          <p className={classes.text}>{t('planning.empty.unplacedTitle')}</p>
        ) : (
          <>
            <p className={classes.text}>{t('planning.panel.text')}</p>
            <ol className={classes.list} aria-label={t('planning.panel.list')}>
              {plan.items.map((item) => {
                const key = keyOf(item);
                return (
                  <PlanItemRow
                    key={key}
                    item={item}
                    taken={!plan.leftOut.has(key)}
                    moved={plan.moved.has(key)}
                    chosen={chosen === key}
                    fault={failed.find(({ kind, postId }) => kind === item.kind && postId === item.postId)}
                    onTake={(taken) => planning.take(key, taken)}
                    onMove={(local) => planning.move(key, local)}
                    onShow={() => onShow(item)}
                  />
                );
              })}
            </ol>
          </>
        )}
        <UnplacedList unplaced={plan.unplaced} />
      </div>
      {plan.items.length === 0 ? null : (
        <footer className={classes.footer}>
          <Button variant="default" disabled={applying} onClick={() => void planning.propose(stage.wish)}>
            {t('planning.panel.again')}
          </Button>
          <Button loading={applying} disabled={count === 0} onClick={() => void planning.apply()}>
            {t('planning.panel.apply', { count })}
          </Button>
        </footer>
      )}
    </>
  );
}
