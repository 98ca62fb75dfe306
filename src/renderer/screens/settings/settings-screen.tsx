import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { AtOnceSection } from './at-once-section.tsx';
import { AwakeSection } from './awake-section.tsx';
import { CatchUpSection } from './catch-up-section.tsx';
import { DataSection } from './data-section.tsx';
import { AppearanceSection, NotificationsSection, StartupSection } from './host-sections.tsx';
import { OpenAiSection } from './open-ai-section.tsx';
import classes from './settings-screen.module.css';
import { SlotsSection } from './slots-section.tsx';
import { SpendingSection } from './spending-section.tsx';
import { useAppSettings, useWorkspaceSettings } from './use-settings.ts';
import { VaultSection } from './vault-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

const ofWorkspace = ['workspace', 'slots', 'publishing', 'awake', 'spending', 'notifications'] as const;

/** Everything that can be set, kept as it is changed; `#<part>` of the address leads to a part. */
export function SettingsScreen() {
  const t = useWords();
  const api = useApi();
  const workspace = useWorkspaceSettings();
  const app = useAppSettings();
  const info = useQuery(api.system.info.queryOptions({ input: {} }));
  const ready = Boolean(workspace.settings && app.settings && info.data);
  const failed = [workspace.query, app.query, info].find((query) => query.isError && !query.data);

  useEffect(() => {
    if (!ready) return undefined;
    const go = (): void => {
      const part = document.getElementById(window.location.hash.slice(1));
      part?.scrollIntoView();
      part?.focus({ preventScroll: true });
    };
    if (window.location.hash !== '') go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [ready]);

  const title = t('settings.title');
  if (failed) {
    return (
      <Screen title={title}>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Screen>
    );
  }
  if (!ready) {
    return (
      <Screen title={title}>
        <LoadingSkeleton rows={4} height={96} />
      </Screen>
    );
  }
  const parts: [string, string][] = [
    ...ofWorkspace.map((id): [string, string] => [id, t(`settings.sections.${id}`)]),
    ['appearance', t('settings.sections.appearance')],
    ['model', t('settings.sections.openAi')],
    ['at-once', t('settings.sections.atOnce')],
    ...(info.data?.host === 'desktop'
      ? [['startup', t('settings.sections.startup')] satisfies [string, string]]
      : []),
    ['vault', t('settings.sections.vault')],
    ['data', t('settings.sections.data')],
    ['copies', t('settings.sections.copies')],
    ['about', t('settings.sections.about')],
  ];
  return (
    <Screen title={title}>
      <div className={classes.columns}>
        <nav aria-label={t('settings.nav')} className={classes.nav}>
          <ul>
            {parts.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.parts}>
          <WorkspaceSection />
          <SlotsSection />
          <CatchUpSection />
          <AwakeSection />
          <SpendingSection />
          <NotificationsSection />
          <AppearanceSection />
          <OpenAiSection />
          <AtOnceSection />
          <StartupSection />
          <VaultSection />
          <DataSection />
        </div>
      </div>
    </Screen>
  );
}
