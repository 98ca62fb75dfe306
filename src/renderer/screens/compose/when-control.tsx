import { Button, Popover, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import type { Account } from '../../../shared/models/account.ts';
import type { CatchUp } from '../../../shared/models/delivery.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import { useNow } from '../../clock.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { localOf, zoneCity } from '../../zoned.ts';
import { formatWhen } from '../../formats.ts';
import { BestTimeChips } from './best-time-chips.tsx';
import { LateRule } from './late-rule.tsx';
import { offeredRepeat } from './repeat-form.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { instantOfChoice } from './when-choice.ts';
import type { WhenChoice } from './when-choice.ts';
import classes from './when-control.module.css';
import { WhenDate } from './when-date.tsx';

interface WhenControlProps {
  /** Whose best times are offered. */
  readonly accounts: readonly Account[];
  readonly choice: WhenChoice;
  readonly slots: readonly WallTime[];
  /** A whole series is edited, whose own posts are no hindrance to it. */
  readonly ofSeries: boolean;
  /** What happens if it is late; null while that is not known yet. */
  readonly lateRule: CatchUp | null;
  readonly disabled: boolean;
  readonly onChange: (choice: WhenChoice) => void;
  readonly onLateRule: (rule: CatchUp) => void;
}

/** The one control of scheduling: now, a free slot, a time of one's choice, again and again, or a draft. The zone always shows. */
export function WhenControl({
  accounts,
  choice,
  slots,
  ofSeries,
  lateRule,
  disabled,
  onChange,
  onLateRule,
}: WhenControlProps) {
  const t = useWords();
  const label = useChoiceLabel(choice, slots);
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={close} position="bottom-end" width={400} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconClock size={16} aria-hidden />}
          disabled={disabled}
          onClick={toggle}
          aria-label={`${t('compose.when.label')}: ${label}`}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''}>
        <div className={classes.choices}>
          <Choices
            accounts={accounts}
            choice={choice}
            slots={slots}
            ofSeries={ofSeries}
            onChange={onChange}
          />
          {lateRule !== null && choice.kind !== 'now' && choice.kind !== 'draft' ? (
            <LateRule rule={lateRule} onChange={onLateRule} />
          ) : null}
        </div>
        <div className={classes.done}>
          <Button fullWidth variant="light" onClick={close}>
            {t('compose.when.done')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function useChoiceLabel(choice: WhenChoice, slots: readonly WallTime[]): string {
  const t = useWords();
  const { locale, timeZone } = useFormats();
  const now = useNow();
  if (choice.kind === 'now' || choice.kind === 'draft') return t(`compose.when.${choice.kind}`);
  const timed = choice.kind === 'at' || choice.kind === 'repeat';
  const zone = timed ? choice.timeZone : (slots[0]?.timeZone ?? timeZone);
  const instant = instantOfChoice(choice, slots, now);
  if (instant === null) return t('compose.when.nextSlot');
  const time = t('compose.when.inZone', {
    time: formatWhen(instant, zone, locale, now, t),
    zone: zoneCity(zone),
  });
  return choice.kind === 'repeat' ? t('compose.when.repeats', { time }) : time;
}

function Choices({
  accounts,
  choice,
  slots,
  ofSeries,
  onChange,
}: Pick<WhenControlProps, 'accounts' | 'choice' | 'slots' | 'ofSeries' | 'onChange'>) {
  const t = useWords();
  const now = useNow();
  const { locale, timeZone } = useFormats();
  const instant = instantOfChoice(choice, slots, now) ?? now + 3_600_000;
  const timed = choice.kind === 'at' || choice.kind === 'repeat';
  const zone = timed ? choice.timeZone : timeZone;
  const local = timed ? choice.local : localOf(instant, zone);
  const chooseAt = (value: string, inZone: string): void =>
    onChange({ kind: 'at', local: value.slice(0, 16).replace(' ', 'T'), timeZone: inZone });
  return (
    <Radio.Group
      value={choice.kind}
      onChange={(kind) => {
        if (kind === 'at') chooseAt(local, zone);
        else if (kind === 'repeat') onChange({ kind, local, timeZone: zone, form: offeredRepeat(local) });
        else if (kind === 'now' || kind === 'next_slot' || kind === 'draft') onChange({ kind });
      }}
      aria-label={t('compose.when.label')}
    >
      <Stack gap={12}>
        <Radio
          value="now"
          label={t('compose.when.now')}
          data-autofocus={choice.kind === 'now' || undefined}
        />
        <div>
          <Radio
            value="next_slot"
            label={t('compose.when.nextSlot')}
            disabled={slots.length === 0}
            description={slots.length === 0 ? t('compose.when.noSlot') : undefined}
          />
          <fieldset
            className={classes.slots}
            hidden={choice.kind === 'repeat'}
            aria-label={t('compose.when.slots')}
          >
            {slots.slice(0, 4).map((slot, index) => (
              <button
                key={slot.instant}
                type="button"
                className={classes.slot}
                aria-pressed={
                  (choice.kind === 'next_slot' && index === 0) ||
                  (choice.kind === 'at' && instant === slot.instant)
                }
                onClick={() =>
                  index === 0 ? onChange({ kind: 'next_slot' }) : chooseAt(slot.local, slot.timeZone)
                }
              >
                {formatWhen(slot.instant, slot.timeZone, locale, now, t)}
              </button>
            ))}
          </fieldset>
        </div>
        {choice.kind === 'repeat' ? null : (
          <BestTimeChips
            accounts={accounts}
            chosen={choice.kind === 'at' ? instant : null}
            onChoose={(at, inZone) => chooseAt(localOf(at, inZone), inZone)}
          />
        )}
        <Radio value="at" label={t('compose.when.at')} />
        {choice.kind === 'at' ? (
          <div className={classes.at}>
            <WhenDate
              label={t('compose.when.date')}
              local={local}
              timeZone={zone}
              past={instant <= now}
              onChange={chooseAt}
            />
          </div>
        ) : null}
        <Radio value="repeat" label={t('recurring.form.choice')} />
        {choice.kind === 'repeat' ? (
          <div className={classes.at}>
            <RepeatFields
              choice={choice}
              accountIds={ofSeries ? [] : accounts.map(({ id }) => id)}
              onChange={onChange}
            />
          </div>
        ) : null}
        <Radio value="draft" label={t('compose.when.draft')} />
      </Stack>
    </Radio.Group>
  );
}
