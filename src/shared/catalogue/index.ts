import { timing } from './en/timing.ts';
import { preflight } from './en/preflight.ts';
import { operations } from './en/operations.ts';
import { experiments } from './en/experiments.ts';
import { history } from './en/history.ts';
import { historyImport } from './en/history-import.ts';
import { errors } from './en/errors.ts';
import { accounts } from './en/accounts.ts';
import { audience } from './en/audience.ts';
import { analysisCatalogue } from './en/analysis.ts';
import { desktop } from './en/desktop.ts';
import { contentWords } from './en/content-words.ts';
import { importWords } from './en/import-words.ts';
import { media } from './en/media.ts';
import { mediaHost } from './en/media-host.ts';
import { notices } from './en/notices.ts';
import { planningWords } from './en/planning-words.ts';
import { practice } from './en/practice.ts';
import { recurrences } from './en/recurrences.ts';
import { windowWords } from './window.ts';

/** Everything the user reads, in English: one file a feature, templates with `{{param}}`, plurals by `_one`, `_other`. */
export const english = {
  ...windowWords,
  accounts,
  analysis: analysisCatalogue,
  audience,
  contentWords,
  desktop,
  experiments,
  importWords,
  media,
  mediaHost,
  notices,
  planningWords,
  practice,
  errors,
  history,
  historyImport,
  operations,
  preflight,
  recurrences,
  timing,
} as const;
