import { Anchor, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { ReactNode } from 'react';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { NetworkIcon } from '../../parts/network-icon.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AllowStep } from './allow-step.tsx';
import classes from './connect-page.module.css';
import { DeveloperAppStep } from './developer-app-step.tsx';
import { EndpointsForm } from './endpoints-form.tsx';

interface ConnectPageProps {
  /** Undefined while they are read. */
  readonly platforms: readonly PlatformCard[] | undefined;
  /** The chosen network, or null where one is to be chosen. */
  readonly platform: PlatformCard | null;
  /** The account to connect again, or null for a new one. */
  readonly account: Account | null;
  readonly onChoose: (name: string) => void;
  readonly onDone: () => void;
}

/** Connecting an account on one page: what to know, the developer app, the network's own question. */
export function ConnectPage({ platforms, platform, account, onChoose, onDone }: ConnectPageProps) {
  const t = useWords();
  const title =
    platform === null
      ? t('accountsScreen.connect')
      : account
        ? t('accountsScreen.flow.titleAgain', { account: `@${account.username}` })
        : t('accountsScreen.flow.title', { network: platform.title });

  const content = (): ReactNode => {
    if (!platforms) return <LoadingSkeleton rows={3} />;
    if (platform === null) return <NetworkChoice platforms={platforms} onChoose={onChoose} />;
    return <ConnectSteps platform={platform} account={account} onDone={onDone} />;
  };
  return (
    <Screen title={title}>
      <div className={classes.column}>
        <Anchor component="button" type="button" className={classes.back ?? ''} onClick={onDone}>
          <IconArrowLeft size={14} aria-hidden /> {t('accountsScreen.choose.back')}
        </Anchor>
        {content()}
      </div>
    </Screen>
  );
}

function NetworkChoice({
  platforms,
  onChoose,
}: {
  platforms: readonly PlatformCard[];
  onChoose: (name: string) => void;
}) {
  const t = useWords();
  return (
    <>
      <h2 className={classes.heading}>{t('accountsScreen.choose.title')}</h2>
      <ul className={classes.networks}>
        {platforms.map((card) => (
          <li key={card.name}>
            <UnstyledButton className={classes.network ?? ''} onClick={() => onChoose(card.name)}>
              <NetworkIcon platform={card.name} size={20} /> {card.title}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function ConnectSteps({
  platform,
  account,
  onDone,
}: {
  platform: PlatformCard;
  account: Account | null;
  onDone: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId, kind } = useWorkspace();
  const practice = kind === 'practice';
  const stored = useQuery({
    ...api.accounts.developerApp.queryOptions({ input: { workspaceId, platform: platform.name } }),
    enabled: !practice,
  });
  if (practice) {
    return (
      <>
        <p className={classes.lead}>{t('accountsScreen.flow.practiceNote', { network: platform.title })}</p>
        <AllowStep platform={platform} account={account} ready onDone={onDone} />
      </>
    );
  }
  if (stored.isPending) return <LoadingSkeleton rows={3} height={120} />;
  if (stored.isError) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  const { app, endpoints, customEndpoints } = stored.data;
  return (
    <>
      {app === null ? (
        <section className={classes.section} aria-label={t('accountsScreen.flow.factsTitle')}>
          <h2 className={classes.heading}>{t('accountsScreen.flow.factsTitle')}</h2>
          <ul className={classes.facts}>
            {platform.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <DeveloperAppStep platform={platform} app={app} />
      <AllowStep platform={platform} account={account} ready={app !== null} onDone={onDone} />
      <EndpointsForm
        key={JSON.stringify(endpoints)}
        platform={platform}
        endpoints={endpoints}
        custom={customEndpoints}
      />
    </>
  );
}
