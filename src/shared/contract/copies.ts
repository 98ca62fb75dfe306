import { z } from 'zod';
import { holdReason, safeCopy } from '../models/copy.ts';
import { delivery } from '../models/delivery.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure } from './base.ts';

const hold = z.object({
  reason: holdReason,
  /** When the state that was opened had last been written, and when it was opened here. */
  writtenAt: instant,
  openedAt: instant,
  /** `looking`: the networks are being read; `ready`: everything that can be known is known. */
  state: z.enum(['looking', 'ready']),
  /** Deliveries that were not final in the file: how many are looked for still, were found published, wait for the user, and wait for a time ahead. */
  counts: z.object({ looking: z.int(), found: z.int(), undecided: z.int(), ahead: z.int() }),
  /** Those that only the user can settle, soonest first, at most 200. */
  undecided: z.array(delivery),
});

export const copiesContract = {
  list: procedure
    .route({ method: 'GET', path: '/copies' })
    .input(nothing)
    .output(
      z.object({
        directory: z.string(),
        copies: z.array(safeCopy),
        lastAt: instant.nullable(),
        problem: z.string().nullable(),
      }),
    ),
  /** Makes and verifies a copy now. */
  make: procedure.route({ method: 'POST', path: '/copies' }).input(nothing).output(safeCopy),
  /**
   * Puts a copy in the place of the data file; the present one is kept as a copy first. The engine restarts on it by
   * itself, holding: nothing is sent until `release`.
   */
  restore: procedure
    .route({ method: 'POST', path: '/copies/{name}/restore' })
    .input(z.object({ name: z.string().regex(/^[\w.-]+$/) }))
    .output(nothing),
  /** Null while publishing is not held. */
  hold: procedure.route({ method: 'GET', path: '/copies/hold' }).input(nothing).output(hold.nullable()),
  /** The user's word: this file publishes from here on, and its place is written down as its own. */
  release: procedure.route({ method: 'POST', path: '/copies/hold/release' }).input(nothing).output(nothing),
};
