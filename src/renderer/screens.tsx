import { lazy } from 'react';

/** Each screen is a file of its own, loaded when it is first opened. */
export const CalendarScreen = lazy(() =>
  import('./screens/calendar/calendar-screen.tsx').then((file) => ({ default: file.CalendarScreen })),
);
export const ComposeScreen = lazy(() =>
  import('./screens/compose/compose-screen.tsx').then((file) => ({ default: file.ComposeScreen })),
);
export const FirstRunScreen = lazy(() =>
  import('./screens/first-run/first-run-screen.tsx').then((file) => ({ default: file.FirstRunScreen })),
);
export const QueueScreen = lazy(() =>
  import('./screens/queue/queue-screen.tsx').then((file) => ({ default: file.QueueScreen })),
);
export const AnalyticsScreen = lazy(() =>
  import('./screens/analytics/analytics-screen.tsx').then((file) => ({ default: file.AnalyticsScreen })),
);
export const AccountsScreen = lazy(() =>
  import('./screens/accounts/accounts-screen.tsx').then((file) => ({ default: file.AccountsScreen })),
);
export const SettingsScreen = lazy(() =>
  import('./screens/settings/settings-screen.tsx').then((file) => ({ default: file.SettingsScreen })),
);
export const ImportScreen = lazy(() =>
  import('./screens/import/import-screen.tsx').then((file) => ({ default: file.ImportScreen })),
);
export const HealthScreen = lazy(() =>
  import('./screens/health/health-screen.tsx').then((file) => ({ default: file.HealthScreen })),
);
