import { z } from 'zod';

/**
 * What is kept of a post that the server publishes by itself. The server forgets its own id once the post is out, so that
 * what was sent goes along: the post is found by it.
 */
const kept = z.object({ id: z.string().min(1), at: z.number(), text: z.string(), media: z.int() });
export type Kept = z.infer<typeof kept>;

export const scheduledIdOf = (given: Kept): string => JSON.stringify(given);

/** Null where it is none of ours. */
export const keptIn = (scheduledId: string): Kept | null => {
  try {
    return kept.safeParse(JSON.parse(scheduledId)).data ?? null;
  } catch {
    return null;
  }
};
