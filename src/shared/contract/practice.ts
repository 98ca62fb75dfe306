import { z } from 'zod';
import { workspace } from '../models/workspace.ts';
import { timeZone } from '../models/time.ts';
import { nothing, procedure } from './base.ts';

const state = z.object({ running: z.boolean(), url: z.string().nullable(), workspace: workspace.nullable() });

export const practiceContract = {
  state: procedure.route({ method: 'GET', path: '/practice' }).input(nothing).output(state),
  /** Starts the practice network and makes its workspace, once. */
  start: procedure
    .route({ method: 'POST', path: '/practice/start' })
    .input(z.object({ timeZone }))
    .output(state),
  stop: procedure.route({ method: 'POST', path: '/practice/stop' }).input(nothing).output(state),
};
