import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { LoadingSkeleton } from '../parts/loading-skeleton.tsx';
import {
  AccountsScreen,
  AdviceScreen,
  AnalyticsScreen,
  CalendarScreen,
  ComposeScreen,
  DiscoverScreen,
  HealthScreen,
  HoldScreen,
  ImportHistoryScreen,
  ImportScreen,
  LibraryScreen,
  QueueScreen,
  RecurringScreen,
  SearchScreen,
  SettingsScreen,
} from '../screens.tsx';
import { useWindowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { useWorkspace } from '../workspace.tsx';
import { Bands } from './bands.tsx';
import { Faults } from './faults.tsx';
import { NotFound } from './not-found.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { useColorScheme } from './use-color-scheme.ts';
import { useSettled } from './use-settled.ts';
import { useShortcuts } from './use-shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));

/** The frame around every screen: bands on top, the rail at the start, the screen beside it. */
export function Shell() {
  const t = useWords();
  const workspace = useWorkspace();
  const paletteOpen = useWindowState((state) => state.paletteOpen);
  const settled = useSettled();
  useShortcuts();
  useColorScheme();
  return (
    <div className={classes.root} data-settling={!settled || undefined}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <Bands />
      <div className={classes.middle}>
        <Rail />
        {/* Keyed by workspace, so that no screen carries the data of one into another. */}
        <main id="content" tabIndex={-1} className={classes.content} key={workspace.id}>
          <Faults>
            <Suspense fallback={<LoadingSkeleton />}>
              <Switch>
                <Route path="/" component={CalendarScreen} />
                <Route path="/compose/:postId?" component={ComposeScreen} />
                <Route path="/recurring/:id?" component={RecurringScreen} />
                <Route path="/queue" component={QueueScreen} />
                <Route path="/library" component={LibraryScreen} />
                <Route path="/analytics" component={AnalyticsScreen} />
                <Route path="/advice" component={AdviceScreen} />
                <Route path="/discover" component={DiscoverScreen} />
                <Route path="/accounts" component={AccountsScreen} />
                <Route path="/settings" component={SettingsScreen} />
                <Route path="/import" component={ImportScreen} />
                <Route path="/import/past" component={ImportHistoryScreen} />
                <Route path="/health" component={HealthScreen} />
                <Route path="/hold" component={HoldScreen} />
                <Route path="/search" component={SearchScreen} />
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </Faults>
        </main>
      </div>
      <Suspense fallback={null}>{paletteOpen ? <Palette /> : null}</Suspense>
    </div>
  );
}
