import { scripts } from './en/scripts.ts';
import { preflight } from './en/preflight.ts';
import { operations } from './en/operations.ts';
import { history } from './en/history.ts';
import { errors } from './en/errors.ts';
import { accounts } from './en/accounts.ts';
import { accountsScreen } from './en/accounts-screen.ts';
import { analysisCatalogue } from './en/analysis.ts';
import { analytics } from './en/analytics.ts';
import { calendar } from './en/calendar.ts';
import { compose } from './en/compose.ts';
import { desktop } from './en/desktop.ts';
import { contentWords } from './en/content-words.ts';
import { firstRun } from './en/first-run.ts';
import { health } from './en/health.ts';
import { importScreen } from './en/import.ts';
import { importWords } from './en/import-words.ts';
import { media } from './en/media.ts';
import { notices } from './en/notices.ts';
import { practice } from './en/practice.ts';
import { queue } from './en/queue.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';

/** Everything the user reads, in English: one file a feature, templates with `{{param}}`, plurals by `_one`, `_other`. */
export const english = {
  accounts,
  accountsScreen,
  analysis: analysisCatalogue,
  analytics,
  calendar,
  compose,
  contentWords,
  desktop,
  firstRun,
  health,
  importScreen,
  importWords,
  media,
  notices,
  practice,
  queue,
  search,
  settings,
  shell,
  states,
  errors,
  history,
  operations,
  preflight,
  scripts,
} as const;
