import { z } from 'zod';
import { workspaceId } from './ids.ts';
import { instant, timeZone } from './time.ts';

/** A client or a brand. A practice workspace talks to the practice network only and is left out of learning. */
export const workspace = z.object({
  id: workspaceId,
  name: z.string(),
  kind: z.enum(['real', 'practice']),
  color: z.string(),
  timeZone,
  createdAt: instant,
  version: z.int(),
});
export type Workspace = z.infer<typeof workspace>;
