import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BestTimes, TimingSlot } from '../../../../shared/contract/timing.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { useSlotWords } from '../../../parts/best-time/use-slot-words.ts';
import { useNow } from '../../../clock.tsx';
import { formatWhen } from '../../../formats.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { useWorkspace } from '../../../workspace.tsx';
import { localOf } from '../../../zoned.ts';
import classes from './best-time.module.css';
import { Why } from './why.tsx';

const first = 6;

/** The recommended slots, best first, and those worth a try. */
export function SlotLists({ best, account }: { best: BestTimes; account: Account }) {
  const t = useWords();
  const words = useSlotWords();
  const [all, setAll] = useState(false);
  const shown = all ? best.slots : best.slots.slice(0, first);
  return (
    <div className={classes.lists}>
      {best.slots.length > 0 ? (
        <section aria-labelledby="best-time-slots">
          <h2 id="best-time-slots" className={classes.heading}>
            {t('bestTime.slots.title')}
          </h2>
          {best.gain ? (
            <p className={classes.quiet}>{t('bestTime.slots.overall', { gain: words.gain(best.gain) })}</p>
          ) : null}
          <ol className={classes.slots}>
            {shown.map((slot) => (
              <Slot key={slot.slot} slot={slot} zone={best.zone} />
            ))}
          </ol>
          <div className={classes.buttons}>
            {best.slots.length > first && !all ? (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAll(true)}>
                {t('bestTime.slots.more', { count: best.slots.length - first })}
              </Button>
            ) : null}
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={`/settings?best=${account.id}#slots`}
            >
              {t('bestTime.slots.settings')}
            </Button>
          </div>
        </section>
      ) : null}
      {best.explore.length > 0 ? (
        <section aria-labelledby="best-time-explore">
          <h2 id="best-time-explore" className={classes.heading}>
            {t('bestTime.explore.title')}
          </h2>
          <p className={classes.quiet}>{t('bestTime.explore.text')}</p>
          <ul className={classes.slots}>
            {best.explore.map((slot) => (
              <Slot key={slot.slot} slot={slot} zone={best.zone} isTry />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Slot({ slot, zone, isTry = false }: { slot: TimingSlot; zone: string; isTry?: boolean }) {
  const t = useWords();
  const words = useSlotWords();
  const now = useNow();
  const { locale } = useFormats();
  const { timeZone } = useWorkspace();
  const next = formatWhen(slot.next, zone, locale, now, t);
  return (
    <li className={classes.slot} data-try={isTry || undefined}>
      <div className={classes.slotLine}>
        <strong className={classes.slotName}>{words.often(slot)}</strong>
        {isTry ? <span className={classes.mark}>{t('bestTime.explore.mark')}</span> : null}
        <Link
          className={classes.next ?? ''}
          href={`/compose?at=${encodeURIComponent(localOf(slot.next, timeZone))}`}
          aria-label={t('bestTime.slots.write', { next: t('bestTime.slots.next', { time: next }) })}
        >
          {t('bestTime.slots.next', { time: next })}
        </Link>
      </div>
      <span className={classes.slotReason}>{words.reason(slot)}</span>
      {slot.note === 'none' ? null : <p className={classes.quiet}>{t(`bestTime.slots.${slot.note}`)}</p>}
      <Why of={words.often(slot)}>
        <p className={classes.plain}>{slot.why}</p>
        <p className={classes.plain}>
          {t('bestTime.cell.sameContent', { gain: words.percent(slot.sameContent) })}
        </p>
      </Why>
    </li>
  );
}
