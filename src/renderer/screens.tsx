import { lazy } from 'react';
import type { ComponentType } from 'react';
import { afterPaint } from './after-paint.ts';

const screen = <File, Props>(load: () => Promise<File>, pick: (file: File) => ComponentType<Props>) =>
  lazy(() =>
    afterPaint()
      .then(load)
      .then((file) => ({ default: pick(file) })),
  );

/** Each screen is a file of its own, loaded when it is first opened. */
export const CalendarScreen = screen(
  () => import('./screens/calendar/calendar-screen.tsx'),
  (file) => file.CalendarScreen,
);
export const ComposeScreen = screen(
  () => import('./screens/compose/compose-screen.tsx'),
  (file) => file.ComposeScreen,
);
export const FirstRunScreen = screen(
  () => import('./screens/first-run/first-run-screen.tsx'),
  (file) => file.FirstRunScreen,
);
export const QueueScreen = screen(
  () => import('./screens/queue/queue-screen.tsx'),
  (file) => file.QueueScreen,
);
export const RecurringScreen = screen(
  () => import('./screens/recurring/recurring-screen.tsx'),
  (file) => file.RecurringScreen,
);
export const LibraryScreen = screen(
  () => import('./screens/library/library-screen.tsx'),
  (file) => file.LibraryScreen,
);
export const AnalyticsScreen = screen(
  () => import('./screens/analytics/analytics-screen.tsx'),
  (file) => file.AnalyticsScreen,
);
export const AdviceScreen = screen(
  () => import('./screens/advice/advice-screen.tsx'),
  (file) => file.AdviceScreen,
);
export const DiscoverScreen = screen(
  () => import('./screens/discover/discover-screen.tsx'),
  (file) => file.DiscoverScreen,
);
export const AccountsScreen = screen(
  () => import('./screens/accounts/accounts-screen.tsx'),
  (file) => file.AccountsScreen,
);
export const SettingsScreen = screen(
  () => import('./screens/settings/settings-screen.tsx'),
  (file) => file.SettingsScreen,
);
export const ImportScreen = screen(
  () => import('./screens/import/import-screen.tsx'),
  (file) => file.ImportScreen,
);
export const ImportHistoryScreen = screen(
  () => import('./screens/import-history/import-history-screen.tsx'),
  (file) => file.ImportHistoryScreen,
);
export const HealthScreen = screen(
  () => import('./screens/health/health-screen.tsx'),
  (file) => file.HealthScreen,
);
export const HoldScreen = screen(
  () => import('./screens/hold/hold-screen.tsx'),
  (file) => file.HoldScreen,
);
export const SearchScreen = screen(
  () => import('./screens/search/search-screen.tsx'),
  (file) => file.SearchScreen,
);
