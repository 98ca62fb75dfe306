import { Link } from 'wouter';
import { handleOf } from '../../../shared/models/account-handle.ts';
import type { Account } from '../../../shared/models/account.ts';
import { useBestTimes } from '../../parts/best-time/use-best-times.ts';
import { useFollowers } from '../../parts/best-time/use-followers.ts';
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

/** The best times of the accounts that a post is for, each with its reason, or what to try; nothing before they are known. */
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
        <BestChip
          key={`${choice.slot.slot}-${choice.accounts[0]?.id ?? ''}`}
          choice={choice}
          whose={kind === 'each' && !choice.isTry ? named(choice.accounts) : null}
          city={zones.length > 1 ? zoneCity(choice.zone) : null}
          pressed={choice.slot.next === chosen}
          onChoose={() => onChoose(choice.slot.next, choice.zone)}
        />
      ))}
      {choices.length === 0 && few[0] !== undefined ? (
        <FollowerTryChip key={few[0].id} account={few[0]} chosen={chosen} onChoose={onChoose} />
      ) : null}
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

function BestChip({
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
  const label = isTry
    ? t('bestTime.compose.try', { when })
    : whose === null
      ? when
      : t('bestTime.compose.forAccount', { account: whose, when });
  return (
    <Chip when={label} reason={words.reason(slot)} isTry={isTry} pressed={pressed} onChoose={onChoose} />
  );
}

/** The hour at which most followers are online, for an account that has too few posts to judge by; nothing where that is not told. */
function FollowerTryChip({
  account,
  chosen,
  onChoose,
}: Pick<BestTimeChipsProps, 'chosen' | 'onChoose'> & { account: Account }) {
  const t = useWords();
  const words = useSlotWords();
  const { count } = useFormats();
  const { data } = useFollowers(account.id);
  const slot = data?.online.tries.find(({ note }) => note !== 'gap');
  if (data === undefined || slot === undefined) return null;
  const when = t('bestTime.compose.inZone', { when: words.name(slot), zone: zoneCity(data.zone) });
  return (
    <Chip
      when={t('bestTime.compose.try', { when })}
      reason={t('bestTime.followers.online', { online: count(slot.online) })}
      isTry
      pressed={slot.next === chosen}
      onChoose={() => onChoose(slot.next, data.zone)}
    />
  );
}

function Chip({
  when,
  reason,
  isTry,
  pressed,
  onChoose,
}: {
  when: string;
  reason: string;
  isTry: boolean;
  pressed: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className={classes.chip}
      data-try={isTry || undefined}
      aria-pressed={pressed}
      onClick={onChoose}
    >
      <span className={classes.when}>{when}</span>
      <span className={classes.reason}>{reason}</span>
    </button>
  );
}
