import { Link } from 'wouter';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useBestTimes } from '../../parts/best-time/use-best-times.ts';
import { useSlotWords } from '../../parts/best-time/use-slot-words.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { zoneCity } from '../../zoned.ts';
import { bestChoices } from './best-choices.ts';
import type { BestChoice } from './best-choices.ts';
import classes from './best-time-chips.module.css';

interface BestTimeChipsProps {
  readonly accounts: readonly Account[];
  /** The instant that is chosen, if one is. */
  readonly chosen: number | null;
  readonly onChoose: (instant: number, timeZone: string) => void;
}

/** The best times of the accounts that a post is for, each with its reason; nothing before they are known. */
export function BestTimeChips({ accounts, chosen, onChoose }: BestTimeChipsProps) {
  const t = useWords();
  const { locale } = useFormats();
  const { kind, choices, unclear, few } = bestChoices(useBestTimes(accounts));
  if (choices.length + unclear.length + few.length === 0) return null;
  const named = (some: readonly Account[]): string =>
    new Intl.ListFormat(locale).format(some.map((account) => handleOf(account)));
  const shown = choices.filter(({ isTry }) => !isTry);
  const whose = shown[0]?.accounts ?? [];
  const zones = [...new Set(choices.map((choice) => choice.zone))];
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>
        {t('bestTime.compose.label')}
        <Link
          className={classes.why ?? ''}
          href={`/advice?tab=best-time${accounts[0] ? `&account=${accounts[0].id}` : ''}`}
          aria-label={t('bestTime.whyOf', { of: t('bestTime.compose.label') })}
        >
          {t('bestTime.why')}
        </Link>
      </legend>
      {choices.map((choice) => (
        <Chip
          key={`${choice.slot.slot}-${choice.accounts[0]?.id ?? ''}`}
          choice={choice}
          whose={kind === 'each' && !choice.isTry ? named(choice.accounts) : null}
          city={zones.length > 1 ? zoneCity(choice.zone) : null}
          pressed={choice.slot.next === chosen}
          onChoose={() => onChoose(choice.slot.next, choice.zone)}
        />
      ))}
      <p className={classes.note}>
        {shown.length > 0 && accounts.length > 1
          ? `${
              kind === 'each'
                ? t('bestTime.compose.each')
                : whose.length === accounts.length
                  ? t('bestTime.compose.common', { count: whose.length })
                  : t('bestTime.compose.only', { accounts: named(whose) })
            } `
          : ''}
        {unclear.length > 0 ? `${t('bestTime.compose.none', { accounts: named(unclear) })} ` : ''}
        {few.length > 0 ? `${t('bestTime.compose.few', { accounts: named(few) })} ` : ''}
        {zones.length === 0
          ? ''
          : t('bestTime.compose.zone', { zone: new Intl.ListFormat(locale).format(zones.map(zoneCity)) })}
      </p>
    </fieldset>
  );
}

function Chip({
  choice: { slot, isTry },
  whose,
  city,
  pressed,
  onChoose,
}: {
  choice: BestChoice;
  whose: string | null;
  /** Whose clock it is, where the choices are not all on one. */
  city: string | null;
  pressed: boolean;
  onChoose: () => void;
}) {
  const t = useWords();
  const words = useSlotWords();
  const name = words.name(slot);
  const when = city === null ? name : t('bestTime.compose.inZone', { when: name, zone: city });
  return (
    <button
      type="button"
      className={classes.chip}
      data-try={isTry || undefined}
      aria-pressed={pressed}
      onClick={onChoose}
    >
      <span className={classes.when}>
        {isTry
          ? t('bestTime.compose.try', { when })
          : whose === null
            ? when
            : t('bestTime.compose.forAccount', { account: whose, when })}
      </span>
      <span className={classes.reason}>{words.reason(slot)}</span>
    </button>
  );
}
