import { Anchor, Button } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlatformCard } from '../../../../shared/models/account.ts';
import type { OptionField, OptionValues } from '../../../../shared/models/publish-option.ts';
import { NetworkIcon } from '../../../parts/network-icon.tsx';
import { useOfferUndo } from '../../../parts/offer-undo.tsx';
import { useWords } from '../../../words.ts';
import classes from './network-options.module.css';
import { OptionInput } from './option-input.tsx';
import { firstFields, isMissing, shownFields, valueOf, withValue } from './shown-fields.ts';

interface NetworkOptionsProps {
  readonly card: PlatformCard;
  /** What may be chosen at the accounts that the post goes to. */
  readonly fields: readonly OptionField[];
  readonly values: OptionValues;
  readonly disabled: boolean;
  /** Media of this post must lie at a public address for this network, and no place for them is set up. */
  readonly lacksMediaHost: boolean;
  /** Who publishes, for each of its accounts. */
  readonly children: ReactNode;
  readonly onChange: (values: OptionValues) => void;
}

/** What may be chosen for a post on one network: what must be chosen first, the rest behind one button. */
export function NetworkOptions({
  card,
  fields: offered,
  values,
  disabled,
  lacksMediaHost,
  children,
  onChange,
}: NetworkOptionsProps) {
  const t = useWords();
  const offerUndo = useOfferUndo();
  const id = useId();
  const [open, setOpen] = useState(false);
  const shown = shownFields(offered, values);
  const [begun] = useState(values);
  // What is chosen while the section is open stays where it is until the section is drawn anew.
  const first = firstFields(shown, begun);
  const fields = open ? shown : shown.filter((field) => first.has(field.id) || isMissing(field, values));
  const more = shown.length - fields.length;
  const network = card.title;
  const reset = (): void => {
    onChange({});
    offerUndo({ message: t('compose.options.resetDone', { network }), undo: () => onChange(values) });
  };
  return (
    <section className={classes.root} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 className={classes.title} id={id}>
          <NetworkIcon platform={card.name} size={14} />
          {t('compose.options.on', { network })}
        </h2>
        {Object.keys(values).length > 0 && !disabled ? (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={reset}>
            {t('compose.options.reset')}
          </Button>
        ) : null}
      </header>
      {lacksMediaHost ? (
        <p className={classes.note}>
          <IconInfoCircle size={16} aria-hidden className={classes.sign} />
          <span>
            {t(`compose.options.mediaHost.${card.fetchesMedia === 'images' ? 'images' : 'all'}`, { network })}{' '}
            <Anchor component={Link} href="/settings#media" inherit>
              {t('compose.options.mediaHost.action')}
            </Anchor>
          </span>
        </p>
      ) : null}
      {fields.length > 0 ? (
        <div className={classes.fields}>
          {fields.map((field) => (
            <OptionInput
              key={field.id}
              field={field}
              value={valueOf(field, values)}
              missing={isMissing(field, values)}
              disabled={disabled}
              onChange={(value) => onChange(withValue(values, field, value))}
            />
          ))}
        </div>
      ) : null}
      {more > 0 || open ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          ml={-8}
          mt={8}
          aria-expanded={open}
          leftSection={
            <IconChevronDown
              size={14}
              aria-hidden
              className={classes.chevron}
              data-open={open || undefined}
            />
          }
          onClick={() => setOpen(!open)}
        >
          {open ? t('compose.options.fewer') : t('compose.options.more', { count: more })}
        </Button>
      ) : null}
      {children}
    </section>
  );
}
