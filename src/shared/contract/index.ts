import { accountsContract } from './accounts.ts';
import { assistContract } from './assist.ts';
import { audienceContract } from './audience.ts';
import { contentContract } from './content.ts';
import { copiesContract } from './copies.ts';
import { experimentsContract } from './experiments.ts';
import { importsContract } from './imports.ts';
import { learningContract } from './learning.ts';
import { listeningContract } from './listening.ts';
import { mediaContract } from './media.ts';
import { metricsContract } from './metrics.ts';
import { planningContract } from './planning.ts';
import { postsContract } from './posts.ts';
import { powerContract } from './power.ts';
import { practiceContract } from './practice.ts';
import { queueContract } from './queue.ts';
import { recurrencesContract } from './recurrences.ts';
import { scriptsContract } from './scripts.ts';
import { settingsContract, workspacesContract } from './settings.ts';
import { systemContract } from './system.ts';
import { timingContract } from './timing.ts';

/** Everything that crosses a process: the window, the REST API and the command line all speak this. */
export const contract = {
  system: systemContract,
  settings: settingsContract,
  workspaces: workspacesContract,
  accounts: accountsContract,
  posts: postsContract,
  planning: planningContract,
  queue: queueContract,
  recurrences: recurrencesContract,
  copies: copiesContract,
  content: contentContract,
  assist: assistContract,
  media: mediaContract,
  metrics: metricsContract,
  timing: timingContract,
  learning: learningContract,
  experiments: experimentsContract,
  listening: listeningContract,
  audience: audienceContract,
  imports: importsContract,
  power: powerContract,
  practice: practiceContract,
  scripts: scriptsContract,
};
export type Contract = typeof contract;
