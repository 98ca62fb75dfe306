import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, PlatformCard } from '../../../shared/models/account.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { SignIn } from '../../parts/sign-in/sign-in.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AppGuide } from './app-guide.tsx';
import classes from './connect-page.module.css';
import { ConnectedAccounts } from './connected-accounts.tsx';
import { DeveloperAppStep } from './developer-app-step.tsx';
import { EndpointsForm } from './endpoints-form.tsx';

interface ConnectStepsProps {
  readonly platform: PlatformCard;
  readonly account: Account | null;
  readonly onDone: () => void;
}

/** Connecting on one page: what to know, the developer app where one is needed, signing in, and other addresses. */
export function ConnectSteps({ platform, account, onDone }: ConnectStepsProps) {
  const t = useWords();
  const api = useApi();
  const workspace = useWorkspace();
  const practice = workspace.kind === 'practice';
  const { needsApp } = platform.signIn;
  const stored = useQuery({
    ...api.accounts.developerApp.queryOptions({
      input: { workspaceId: workspace.id, platform: platform.name },
    }),
    enabled: !practice,
  });
  const signIn = (ready: boolean, elsewhere: boolean) => (
    <section className={classes.section} aria-label={t('accountsScreen.oauth.title')}>
      <h2 className={classes.heading}>
        {platform.signIn.kind === 'password'
          ? t('accountsScreen.password.title')
          : t('accountsScreen.oauth.title')}
      </h2>
      <SignIn
        workspace={workspace}
        platform={platform}
        account={account}
        ready={ready}
        elsewhere={elsewhere}
        renderConnected={(accounts, again) => (
          <ConnectedAccounts platform={platform} accounts={accounts} onDone={onDone} onAnother={again} />
        )}
      />
    </section>
  );
  if (practice) {
    return (
      <>
        <p className={classes.lead}>{t('accountsScreen.flow.practiceNote', { network: platform.title })}</p>
        {signIn(true, true)}
      </>
    );
  }
  if (stored.isPending) return <LoadingSkeleton rows={3} height={120} />;
  if (stored.isError) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  const { app, endpoints, customEndpoints } = stored.data;
  return (
    <>
      <Facts platform={platform} open={app === null && account === null} />
      {needsApp ? <DeveloperAppStep platform={platform} app={app} /> : null}
      {signIn(!needsApp || app !== null, customEndpoints)}
      <EndpointsForm
        key={JSON.stringify(endpoints)}
        platform={platform}
        endpoints={endpoints}
        custom={customEndpoints}
      />
    </>
  );
}

/** What a network costs and allows; and, where no app is registered, what its own guide says. */
function Facts({ platform, open }: { platform: PlatformCard; open: boolean }) {
  const t = useWords();
  const [guide, setGuide] = useState(false);
  const hasGuide = !platform.signIn.needsApp && platform.guide.length > 0;
  const facts = (
    <>
      <ul className={classes.facts}>
        {platform.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {hasGuide ? (
        <Anchor component="button" type="button" size="sm" mt={8} onClick={() => setGuide(!guide)}>
          {guide ? t('accountsScreen.app.hideGuide') : t('accountsScreen.flow.showSteps')}
        </Anchor>
      ) : null}
      {guide ? <AppGuide platform={platform} /> : null}
    </>
  );
  return (
    <section className={classes.section} aria-label={t('accountsScreen.flow.factsTitle')}>
      {open ? (
        <>
          <h2 className={classes.heading}>{t('accountsScreen.flow.factsTitle')}</h2>
          {facts}
        </>
      ) : (
        <details>
          <summary className={classes.summaryToggle}>{t('accountsScreen.flow.factsTitle')}</summary>
          {facts}
        </details>
      )}
    </section>
  );
}
