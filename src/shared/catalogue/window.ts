import { accountsScreen } from './en/accounts-screen.ts';
import { advice } from './en/advice.ts';
import { analytics } from './en/analytics.ts';
import { assist } from './en/assist.ts';
import { bestTime } from './en/best-time.ts';
import { audienceTab } from './en/audience-tab.ts';
import { calendar } from './en/calendar.ts';
import { competitors } from './en/competitors.ts';
import { compose } from './en/compose.ts';
import { copies } from './en/copies.ts';
import { discover } from './en/discover.ts';
import { firstRun } from './en/first-run.ts';
import { health } from './en/health.ts';
import { historyImportScreen } from './en/history-import-screen.ts';
import { importScreen } from './en/import.ts';
import { library } from './en/library.ts';
import { planning } from './en/planning.ts';
import { predictions } from './en/predictions.ts';
import { queue } from './en/queue.ts';
import { recurring } from './en/recurring.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';
import { tests } from './en/tests.ts';
import { trends } from './en/trends.ts';

/**
 * What the window itself says, in English. The sentences of the engine (errors, analysis, history) reach it filled in,
 * so the window does not load them.
 */
export const windowWords = {
  accountsScreen,
  advice,
  analytics,
  assist,
  bestTime,
  audienceTab,
  calendar,
  competitors,
  compose,
  copies,
  discover,
  firstRun,
  health,
  historyImportScreen,
  importScreen,
  library,
  planning,
  predictions,
  queue,
  recurring,
  search,
  settings,
  shell,
  states,
  tests,
  trends,
} as const;
