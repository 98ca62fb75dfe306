import { Badge, Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useEffect, useRef, useState } from 'react';
import { handleOf } from '../../../../shared/models/account-handle.ts';
import type { PlanItem } from '../../../../shared/models/planning.ts';
import { readNow } from '../../../clock.tsx';
import { AccountName } from '../../../parts/delivery/account-name.tsx';
import { useAccounts } from '../../../parts/delivery/use-accounts.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import { instantOf } from '../../../zoned.ts';
import classes from './plan-panel.module.css';

interface PlanItemRowProps {
  readonly item: PlanItem;
  readonly taken: boolean;
  readonly moved: boolean;
  readonly chosen: boolean;
  readonly fault: { readonly message: string; readonly fix: string | null } | undefined;
  readonly onTake: (taken: boolean) => void;
  readonly onMove: (local: string) => void;
  readonly onShow: () => void;
}

/** One proposed time: what goes where and when, why then, and both ways to change it without a mouse. */
export function PlanItemRow({ item, taken, moved, chosen, fault, onTake, onMove, onShow }: PlanItemRowProps) {
  const t = useWords();
  const formats = useFormats();
  const account = useAccounts().get(item.accountId);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!chosen) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    row.current?.querySelector('input')?.focus();
  }, [chosen]);
  const words = item.excerpt || t('calendar.noWords');
  const names = { words: words.slice(0, 60), account: account ? handleOf(account) : '' };
  return (
    <li ref={row} className={classes.item} data-left={!taken || undefined} data-chosen={chosen || undefined}>
      <Checkbox
        checked={taken}
        onChange={(event) => onTake(event.currentTarget.checked)}
        aria-label={t('planning.panel.take', names)}
        className={classes.check ?? ''}
      />
      <div className={classes.facts}>
        <div className={classes.line}>
          <UnstyledButton className={classes.when ?? ''} onClick={onShow}>
            {formats.when(item.when.instant)}
          </UnstyledButton>
          <AccountName accountId={item.accountId} platform={item.platform} />
          {item.kind === 'repeat' ? (
            <Badge size="sm" variant="default">
              {t('planning.panel.repeat')}
            </Badge>
          ) : null}
        </div>
        <p className={classes.words}>{words}</p>
        {fault ? (
          <p className={classes.fault} role="alert">
            {fault.message} {fault.fix}
          </p>
        ) : null}
        <ul className={classes.why} aria-label={t('planning.panel.why')}>
          {moved ? <li>{t('planning.panel.yours')}</li> : null}
          {item.why.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
          {item.warnings.map(({ id, text }) => (
            <li key={id} data-warning>
              <IconAlertTriangle size={13} aria-hidden /> {text.charAt(0).toLocaleUpperCase() + text.slice(1)}
            </li>
          ))}
        </ul>
        <TimeField local={item.when.local} label={t('planning.panel.time', names)} onMove={onMove} />
      </div>
    </li>
  );
}

/** The time as a field; what has passed is refused here. */
function TimeField({
  local,
  label,
  onMove,
}: {
  readonly local: string;
  readonly label: string;
  readonly onMove: (local: string) => void;
}) {
  const t = useWords();
  const { timeZone } = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(draft) || instantOf(draft, timeZone) <= readNow()) {
      setFault(t('planning.panel.passed'));
      return;
    }
    setDraft(null);
    if (draft !== local.slice(0, 16)) onMove(draft);
  };
  return (
    <TextInput
      type="datetime-local"
      size="xs"
      w={190}
      aria-label={label}
      value={draft ?? local.slice(0, 16)}
      error={fault}
      onChange={(event) => {
        setDraft(event.currentTarget.value.slice(0, 16));
        setFault(null);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
