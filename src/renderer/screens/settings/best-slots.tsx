import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useSlotWords } from '../../parts/best-time/use-slot-words.ts';
import { useAccounts } from '../../parts/delivery/use-accounts.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useAccountLabel } from '../../parts/use-account-label.ts';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { zoneCity } from '../../zoned.ts';
import classes from './slots-section.module.css';
import { clockOf, hasSlot, mergedSlots, slotsOfBestTimes } from './weekly-slots.ts';
import type { Slot } from './weekly-slots.ts';

interface BestSlotsProps {
  readonly slots: readonly Slot[];
  /** Keeps other slots; `account` is whose best times they are. */
  readonly onKeep: (after: readonly Slot[], account: string) => void;
}

/** Proposes an account's best times as weekly slots, shows them, and takes them only when told to. */
export function BestSlots({ slots, onKeep }: BestSlotsProps) {
  const t = useWords();
  const labelOf = useAccountLabel();
  const accounts = [...useAccounts().values()];
  const [params] = useSearchParams();
  const asked = params.get('best');
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState(asked !== null);
  const account = accounts.find(({ id }) => id === (chosen ?? asked)) ?? accounts[0];
  if (account === undefined) return null;
  return (
    <section className={classes.best} aria-labelledby="best-slots">
      <h3 id="best-slots" className={classes.legend}>
        {t('bestTime.settings.title')}
      </h3>
      <p className={classes.hint}>{t('bestTime.settings.text')}</p>
      <div className={classes.choice}>
        <Select
          aria-label={t('bestTime.account')}
          value={account.id}
          allowDeselect={false}
          data={accounts.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={setChosen}
          w={320}
        />
        {opened ? null : (
          <Button variant="default" onClick={() => setOpened(true)}>
            {t('bestTime.settings.propose')}
          </Button>
        )}
      </div>
      {opened ? (
        <Proposal
          account={account}
          slots={slots}
          onKeep={(after) => {
            setOpened(false);
            onKeep(after, handleOf(account));
          }}
          onLeave={() => setOpened(false)}
        />
      ) : null}
    </section>
  );
}

function Proposal({
  account,
  slots,
  onKeep,
  onLeave,
}: {
  account: Account;
  slots: readonly Slot[];
  onKeep: (after: readonly Slot[]) => void;
  onLeave: () => void;
}) {
  const t = useWords();
  const words = useSlotWords();
  const api = useApi();
  const { id: workspaceId, timeZone } = useWorkspace();
  const { data, error, refetch } = useQuery(
    api.timing.best.queryOptions({ input: { workspaceId, accountId: account.id } }),
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} inline />;
  if (data === undefined) return null;
  if (data.status !== 'clear') {
    return (
      <p className={classes.hint}>
        {data.text} <Link href={`/advice?tab=best-time&account=${account.id}`}>{t('bestTime.why')}</Link>
      </p>
    );
  }
  const isSameZone = data.zone === timeZone;
  const proposed = slotsOfBestTimes(data.slots, isSameZone, timeZone);
  const fresh = proposed.filter(({ slot }) => !hasSlot(slots, slot));
  return (
    <>
      <ul className={classes.proposed} aria-label={t('bestTime.settings.preview')}>
        {proposed.map(({ timed, slot }) => (
          <li key={timed.slot}>
            <strong>{words.name(timed)}</strong> {words.reason(timed)}
            {isSameZone
              ? null
              : ` (${t('bestTime.settings.keptAs', { time: clockOf(slot.minute), zone: zoneCity(timeZone) })})`}
            {hasSlot(slots, slot) ? ` (${t('bestTime.settings.there')})` : ''}
          </li>
        ))}
      </ul>
      <p className={classes.hint}>
        {t('bestTime.settings.fromZone', { zone: zoneCity(data.zone) })}{' '}
        {isSameZone ? null : `${t('bestTime.settings.otherZone', { zone: zoneCity(timeZone) })} `}
        <Link href={`/advice?tab=best-time&account=${account.id}`}>{t('bestTime.why')}</Link>
      </p>
      <div className={classes.choice}>
        {fresh.length > 0 ? (
          <Button
            onClick={() =>
              onKeep(
                mergedSlots(
                  slots,
                  fresh.map(({ slot }) => slot),
                ),
              )
            }
          >
            {t('bestTime.settings.add', { count: fresh.length })}
          </Button>
        ) : (
          <p className={classes.hint}>{t('bestTime.settings.allThere')}</p>
        )}
        {slots.length > 0 ? (
          <Button
            variant="default"
            onClick={() =>
              onKeep(
                mergedSlots(
                  [],
                  proposed.map(({ slot }) => slot),
                ),
              )
            }
          >
            {t('bestTime.settings.replace')}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('bestTime.settings.cancel')}
        </Button>
      </div>
    </>
  );
}
