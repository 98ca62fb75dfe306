import { Button, Group } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { Link } from 'wouter';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import classes from './connect-page.module.css';
import { missingFeatures } from './account-features.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

interface ConnectedAccountsProps {
  readonly platform: PlatformCard;
  readonly accounts: readonly Account[];
  readonly onDone: () => void;
  readonly onAnother: () => void;
}

/** What was connected, what was not allowed, and where to go from here. */
export function ConnectedAccounts({ platform, accounts, onDone, onAnother }: ConnectedAccountsProps) {
  const t = useWords();
  const missing = new Map(
    accounts.flatMap((account) => missingFeatures(account, platform).map(({ name, why }) => [name, why])),
  );
  const handles = accounts.map(handleOf).join(', ');
  return (
    <div className={classes.done}>
      <output className={classes.row}>
        <IconCircleCheck size={20} aria-hidden />
        <strong>
          {accounts.length === 1
            ? t('accountsScreen.oauth.connected', { account: handles })
            : t('accountsScreen.oauth.connectedAll', { accounts: handles })}
        </strong>
        {missing.has('publish')
          ? t('accountsScreen.oauth.connectedNoPosts')
          : t('accountsScreen.oauth.connectedText')}
      </output>
      {missing.size > 0 ? (
        <div>
          <p className={classes.saved}>{t('accountsScreen.oauth.notAll')}</p>
          <ul className={classes.facts}>
            {[...missing].map(([name, why]) => (
              <li key={name}>
                {t(`accountsScreen.feature.${name}`)}: {why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Group gap={8}>
        <Button component={Link} href="/compose">
          {t('accountsScreen.oauth.write')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('accountsScreen.oauth.toList')}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('accountsScreen.oauth.another')}
        </Button>
      </Group>
    </div>
  );
}
