import { accountsScreen } from './en/accounts-screen.ts';
import { analysisCatalogue } from './en/analysis.ts';
import { analytics } from './en/analytics.ts';
import { calendar } from './en/calendar.ts';
import { compose } from './en/compose.ts';
import { firstRun } from './en/first-run.ts';
import { health } from './en/health.ts';
import { importScreen } from './en/import.ts';
import { media } from './en/media.ts';
import { practice } from './en/practice.ts';
import { queue } from './en/queue.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { states } from './en/states.ts';

/** Everything the user reads, in English: one file a feature, templates with `{{param}}`, plurals by `_one`, `_other`. */
export const english = {
  accountsScreen,
  analysis: analysisCatalogue,
  analytics,
  calendar,
  compose,
  firstRun,
  health,
  importScreen,
  media,
  practice,
  queue,
  search,
  settings,
  shell,
  states,
} as const;
