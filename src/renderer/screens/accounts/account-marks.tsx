import { Tooltip } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleOff from '@tabler/icons-react/dist/esm/icons/IconCircleOff.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import classes from './account-marks.module.css';

const looks = {
  connected: { tone: 'good', Icon: IconCircleCheck },
  needs_reconnect: { tone: 'warning', Icon: IconAlertTriangle },
  disconnected: { tone: 'neutral', Icon: IconCircleOff },
} as const;

/** How an account stands, and what is not usual about it: practice, other endpoints. */
export function AccountMarks({ account, paused }: { account: Account; paused: boolean }) {
  const t = useWords();
  const waiting = paused && account.state === 'connected';
  const { tone, Icon } = waiting ? { tone: 'warning', Icon: IconPlayerPause } : looks[account.state];
  return (
    <>
      <span className={classes.mark} data-tone={tone}>
        <Icon size={13} aria-hidden />
        {waiting ? t('accountsScreen.state.resting') : t(`accountsScreen.state.${account.state}`)}
      </span>
      {account.practice ? (
        <span className={classes.mark} data-tone="moving">
          {t('accountsScreen.practice')}
        </span>
      ) : null}
      {account.customEndpoints && !account.practice ? (
        <Tooltip label={t('accountsScreen.customHint')} multiline maw={300}>
          <span className={classes.mark} data-tone="warning">
            {t('accountsScreen.custom')}
          </span>
        </Tooltip>
      ) : null}
    </>
  );
}
