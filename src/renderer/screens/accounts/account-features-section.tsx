import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { useWords } from '../../words.ts';
import { lackingFeatures, missingFeatures } from './account-features.ts';
import classes from './account-page.module.css';

interface AccountFeaturesProps {
  readonly account: Account;
  readonly platform: PlatformCard | undefined;
  readonly onReconnect: () => void;
}

/** What the account can be used for, what a permission is missing for, and what the network offers to no app. */
export function AccountFeatures({ account, platform, onReconnect }: AccountFeaturesProps) {
  const t = useWords();
  const missing = missingFeatures(account, platform);
  const lacking = lackingFeatures(account, platform);
  const network = platform?.title ?? account.platform;
  return (
    <section className={classes.section} aria-labelledby="features-title">
      <h2 className={classes.title} id="features-title">
        {t('accountsScreen.feature.title')}
      </h2>
      <ul className={classes.features}>
        {account.features
          .filter(({ available }) => available)
          .map(({ name }) => (
            <li key={name} className={classes.feature}>
              <IconCheck size={15} stroke={2.4} aria-hidden /> {t(`accountsScreen.feature.${name}`)}
            </li>
          ))}
      </ul>
      {missing.length > 0 ? (
        <div className={classes.missing}>
          <p>
            <strong>{t('accountsScreen.feature.missingTitle')}</strong>
          </p>
          <ul className={classes.reasons}>
            {missing.map(({ name, why }) => (
              <li key={name}>
                {t(`accountsScreen.feature.${name}`)}: <span className={classes.quiet}>{why}</span>
              </li>
            ))}
          </ul>
          <Button size="compact-sm" onClick={onReconnect}>
            {t('accountsScreen.feature.allow')}
          </Button>
        </div>
      ) : null}
      {lacking.length > 0 ? (
        <>
          <h3 className={classes.subtitle}>{t('accountsScreen.feature.lacksTitle', { network })}</h3>
          <p className={classes.quiet}>
            {lacking.map(({ name }) => t(`accountsScreen.feature.${name}`)).join(', ')}.{' '}
            {t('accountsScreen.feature.lacksText')}
          </p>
        </>
      ) : null}
    </section>
  );
}
