import { ActionIcon, Input, VisuallyHidden } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { handleOf } from '../../../../shared/models/account-handle.ts';
import type { Account } from '../../../../shared/models/account.ts';
import { AccountName } from '../../../parts/delivery/account-name.tsx';
import { useWords } from '../../../words.ts';
import { withStep } from './account-order.ts';
import classes from './account-order.module.css';

type Id = Account['id'];
type Step = -1 | 1;

interface AccountOrderFieldProps {
  /** In the order in which each post goes to them. */
  readonly accounts: readonly Account[];
  readonly onOrder: (order: readonly Id[]) => void;
}

/** The order in which the posts of a campaign go to their accounts: by buttons, or Alt with the arrow keys. */
export function AccountOrderField({ accounts, onOrder }: AccountOrderFieldProps) {
  const t = useWords();
  const label = useId();
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly id: Id; readonly step: Step } | null>(null);
  const ids = accounts.map(({ id }) => id);
  const place = moved === null ? -1 : ids.indexOf(moved.id);
  const shown = accounts[place];

  // Where a row comes to its end its button is no more to be had, and the other one is at hand.
  useEffect(() => {
    if (moved === null) return;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(
      `[data-account="${CSS.escape(moved.id)}"] button`,
    );
    const [up, down] = buttons ?? [];
    const wanted = moved.step < 0 ? [up, down] : [down, up];
    wanted.find((button) => button?.disabled === false)?.focus();
  }, [moved]);

  const move = (id: Id, step: Step): void => {
    setMoved({ id, step });
    onOrder(withStep(ids, id, step));
  };
  const onKeyDown = (id: Id) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Input.Wrapper
      label={t('planning.setup.order')}
      description={t('planning.setup.orderHint')}
      labelElement="div"
      labelProps={{ id: label }}
    >
      <ol ref={list} className={classes.list} aria-labelledby={label}>
        {accounts.map((account, index) => {
          const { id, platform } = account;
          const name = { account: handleOf(account) };
          return (
            <li key={id} data-account={id} className={classes.row}>
              <span className={classes.place} aria-hidden>
                {index + 1}
              </span>
              <AccountName accountId={id} platform={platform} />
              <span className={classes.buttons}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={t('planning.setup.earlier', name)}
                  aria-keyshortcuts="Alt+ArrowUp"
                  onClick={() => move(id, -1)}
                  onKeyDown={onKeyDown(id)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === accounts.length - 1}
                  aria-label={t('planning.setup.later', name)}
                  aria-keyshortcuts="Alt+ArrowDown"
                  onClick={() => move(id, 1)}
                  onKeyDown={onKeyDown(id)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
              </span>
            </li>
          );
        })}
      </ol>
      <VisuallyHidden role="status">
        {shown
          ? t('planning.setup.place', { account: handleOf(shown), place: place + 1, of: ids.length })
          : ''}
      </VisuallyHidden>
    </Input.Wrapper>
  );
}
