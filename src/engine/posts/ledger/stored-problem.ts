import { z } from 'zod';

const storedProblem = z.object({
  code: z.string(),
  detail: z.string(),
  /** Epoch ms. */
  at: z.int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** Why a delivery stopped, as its row keeps it; the words are made from the code when it is shown. */
export type StoredProblem = z.infer<typeof storedProblem>;

/** Reads the column `problem`. */
export function readStoredProblem(stored: string): StoredProblem {
  return storedProblem.parse(JSON.parse(stored));
}
