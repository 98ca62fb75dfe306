import { Anchor, Button, Group } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { Account } from '../../../shared/models/account.ts';
import { usePlatforms } from '../../parts/network-icon.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words.ts';
import { AccountFeatures } from './account-features-section.tsx';
import { AccountPicture, AccountStanding } from './account-identity.tsx';
import { AccountMarks } from './account-marks.tsx';
import classes from './account-page.module.css';
import { AccountPublishing } from './account-publishing.tsx';
import { Doctor } from './doctor.tsx';
import { SignInEnd } from './sign-in-end.tsx';
import { useAccountActs } from './use-account-acts.tsx';
import { handleBeside } from '../../../shared/models/account-handle.ts';

interface AccountPageProps {
  readonly account: Account;
  /** The check begins by itself. */
  readonly check: boolean;
  readonly onChecking: () => void;
  readonly onReconnect: () => void;
  readonly onBack: () => void;
}

/** One account: its connection and what mends it, what it can be used for, and how its posts go out. */
export function AccountPage({ account, check, onChecking, onReconnect, onBack }: AccountPageProps) {
  const t = useWords();
  const acts = useAccountActs(account);
  const platform = usePlatforms().get(account.platform);
  const network = platform?.title ?? account.platform;
  const connected = account.state === 'connected';
  return (
    <Screen title={account.displayName}>
      <div className={classes.column}>
        <Anchor component="button" type="button" className={classes.back ?? ''} onClick={onBack}>
          <IconArrowLeft size={14} aria-hidden /> {t('accountsScreen.choose.back')}
        </Anchor>
        <div className={classes.head}>
          <AccountPicture account={account} />
          <div className={classes.who}>
            <p className={classes.line}>
              <span className={classes.quiet}>
                {[network, handleBeside(account)].filter(Boolean).join(' · ')}
              </span>
              <AccountMarks account={account} paused={acts.paused} />
            </p>
            <AccountStanding account={account} paused={acts.paused}>
              <SignInEnd account={account} onReconnect={onReconnect} />
            </AccountStanding>
            <Group gap={8} mt={12}>
              {acts.paused ? (
                <Button size="compact-sm" variant="default" loading={acts.resuming} onClick={acts.resume}>
                  {t('accountsScreen.act.resume')}
                </Button>
              ) : null}
              <Button size="compact-sm" variant={connected ? 'default' : 'filled'} onClick={onReconnect}>
                {t('accountsScreen.act.reconnect')}
              </Button>
              {account.state === 'disconnected' ? null : (
                <Button size="compact-sm" variant="default" onClick={acts.askToDisconnect}>
                  {t('accountsScreen.act.disconnect')}
                </Button>
              )}
              {account.profileUrl ? (
                <Anchor href={account.profileUrl} target="_blank" rel="noreferrer" size="sm">
                  {t('accountsScreen.profile')}
                </Anchor>
              ) : null}
            </Group>
          </div>
        </div>
        <Doctor
          account={account}
          network={network}
          atOnce={check}
          onBegun={onChecking}
          onReconnect={onReconnect}
        />
        <AccountFeatures account={account} platform={platform} onReconnect={onReconnect} />
        <AccountPublishing account={account} platform={platform} />
      </div>
      {acts.dialog}
    </Screen>
  );
}
