import { Anchor, Avatar, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from 'wouter';
import type { Account } from '../../../shared/models/account.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useNow } from '../../clock.tsx';
import { localPicture } from '../../local-picture.ts';
import classes from './account-chips.module.css';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface AccountChipsProps {
  readonly accounts: readonly Account[];
  readonly chosen: readonly AccountId[];
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly AccountId[]) => void;
}

/** The accounts a post goes to, as chips; a dot warns where an account needs its user. */
export function AccountChips({ accounts, chosen, disabled, onChange }: AccountChipsProps) {
  const t = useWords();
  const shown = accounts.filter(({ id, state }) => state !== 'disconnected' || chosen.includes(id));
  if (shown.length === 0) {
    return (
      <p className={classes.none}>
        {t('compose.accounts.none')}{' '}
        <Anchor component={Link} href="/accounts">
          {t('compose.accounts.connect')}
        </Anchor>
      </p>
    );
  }
  return (
    <fieldset className={classes.root} disabled={disabled}>
      <legend className="ocma-read-only">{t('compose.accounts.label')}</legend>
      {shown.map((account) => (
        <Chip
          key={account.id}
          account={account}
          pressed={chosen.includes(account.id)}
          onToggle={() =>
            onChange(
              chosen.includes(account.id)
                ? chosen.filter((id) => id !== account.id)
                : [...chosen, account.id],
            )
          }
        />
      ))}
    </fieldset>
  );
}

interface ChipProps {
  readonly account: Account;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function Chip({ account, pressed, onToggle }: ChipProps) {
  const warning = useWarning(account);
  const chip = (
    <UnstyledButton className={classes.chip} aria-pressed={pressed} onClick={onToggle}>
      <span className={classes.picture}>
        <Avatar
          src={localPicture(account.avatarUrl)}
          name={account.displayName}
          size={22}
          radius="xl"
          alt=""
        />
        <span className={classes.network}>
          <NetworkIcon platform={account.platform} size={9} labelled />
        </span>
      </span>
      <span>{handleOf(account)}</span>
      {warning ? (
        <span className={classes.dot}>
          <span className="ocma-read-only">{warning}</span>
        </span>
      ) : null}
    </UnstyledButton>
  );
  return warning ? (
    <Tooltip label={warning} multiline maw={320}>
      {chip}
    </Tooltip>
  ) : (
    chip
  );
}

function useWarning(account: Account): string | null {
  const t = useWords();
  const now = useNow();
  const formats = useFormats();
  if (account.problem) return account.problem.message;
  if (account.state !== 'connected') return t('compose.accounts.disconnected');
  if (account.pausedUntil !== null && account.pausedUntil > now) {
    return t('compose.accounts.paused', { time: formats.when(account.pausedUntil) });
  }
  return null;
}
