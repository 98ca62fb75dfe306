import { Button } from '@mantine/core';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { useNow } from '../../clock.tsx';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import classes from './account-row.module.css';

/** A sign-in that ends within this is shown as something to do. */
const soonMs = 14 * 24 * 60 * 60_000;

/** When an account must be signed in again, where that is in sight and it is not signed out already. */
export function SignInEnd({ account, onReconnect }: { account: Account; onReconnect: () => void }) {
  const t = useWords();
  const now = useNow();
  const formats = useFormats();
  const { signInEndsAt } = account;
  if (signInEndsAt === null || account.state !== 'connected') return null;
  const when = formats.day(signInEndsAt);
  if (signInEndsAt - now > soonMs) {
    return <p className={classes.quiet}>{t('accountsScreen.end.later', { when })}</p>;
  }
  return (
    <div className={classes.ending}>
      <IconClockExclamation size={16} aria-hidden />
      <span>{t('accountsScreen.end.soon', { when })}</span>
      <Button size="compact-sm" variant="default" onClick={onReconnect}>
        {t('accountsScreen.end.act')}
      </Button>
    </div>
  );
}
