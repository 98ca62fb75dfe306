import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingSkeleton } from '../../parts/loading-skeleton.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useApi } from '../../queries.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { AtOnceSection } from './at-once-section.tsx';
import { AwakeSection } from './awake-section.tsx';
import { CatchUpSection } from './catch-up-section.tsx';
import { CopiesSection } from './copies-section.tsx';
import { AboutSection, DataSection } from './data-section.tsx';
import { FilmsSection } from './films-section.tsx';
import { AppearanceSection, NotificationsSection, StartupSection } from './host-sections.tsx';
import { MediaPlaceSection } from './media-place-section.tsx';
import { OpenAiSection } from './open-ai-section.tsx';
import { PlanningSection } from './planning/planning-section.tsx';
import classes from './settings-screen.module.css';
import { SlotsSection } from './slots-section.tsx';
import { SpendingSection } from './spending-section.tsx';
import { useAppSettings, useWorkspaceSettings } from './use-settings.ts';
import { VaultSection } from './vault-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

/** The parts in their order, by what they are for; the ids are those of the addresses. */
const groups = [
  { name: 'workspace', parts: ['workspace', 'slots', 'planning', 'publishing', 'spending', 'notifications'] },
  { name: 'app', parts: ['appearance', 'startup', 'awake', 'model', 'films', 'media', 'at-once'] },
  { name: 'safety', parts: ['vault', 'copies', 'data', 'about'] },
] as const;

type Part = (typeof groups)[number]['parts'][number];

/** Everything that can be set, kept as it is changed; `#<part>` of the address leads to a part. */
export function SettingsScreen() {
  const t = useWords();
  const api = useApi();
  const { id: workspaceId } = useWorkspace();
  const workspace = useWorkspaceSettings();
  const app = useAppSettings();
  const info = useQuery(api.system.info.queryOptions({ input: {} }));
  // Read before anything is drawn, since what stands below them would move when they come.
  const power = useQuery(api.power.status.queryOptions({ input: {} }));
  const copies = useQuery(api.copies.list.queryOptions({ input: {} }));
  const mediaPlace = useQuery(api.settings.mediaHost.queryOptions({ input: {} }));
  const converter = useQuery(api.media.converter.queryOptions({ input: {} }));
  const rules = useQuery(api.planning.rules.queryOptions({ input: { workspaceId } }));
  const categories = useQuery(api.planning.categories.queryOptions({ input: { workspaceId } }));
  const drawn = [power, copies, mediaPlace, converter, rules, categories].every(
    ({ isPending }) => !isPending,
  );
  const ready = Boolean(workspace.settings && app.settings && info.data && drawn);
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
  const isShown = (part: Part): boolean => part !== 'startup' || info.data?.host === 'desktop';
  return (
    <Screen title={title}>
      <div className={classes.columns}>
        <nav aria-label={t('settings.nav')} className={classes.nav}>
          {groups.map(({ name, parts }) => (
            <div key={name} className={classes.group}>
              <p id={`settings-${name}`}>{t(`settings.groups.${name}`)}</p>
              <ul aria-labelledby={`settings-${name}`}>
                {parts.filter(isShown).map((part) => (
                  <li key={part}>
                    <a href={`#${part}`}>{t(`settings.sections.${part}`)}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={classes.parts}>
          <WorkspaceSection />
          <SlotsSection />
          <PlanningSection />
          <CatchUpSection />
          <SpendingSection />
          <NotificationsSection />
          <AppearanceSection />
          <StartupSection />
          <AwakeSection />
          <OpenAiSection />
          <FilmsSection />
          <MediaPlaceSection />
          <AtOnceSection />
          <VaultSection />
          <CopiesSection />
          <DataSection />
          <AboutSection />
        </div>
      </div>
    </Screen>
  );
}
