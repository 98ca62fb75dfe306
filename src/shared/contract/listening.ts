import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { accountId, competitorId } from '../models/ids.ts';
import { comparedNetwork, competitor, networkTrends, ownTopics, reading } from '../models/listening.ts';
import { timeRange } from '../models/metric.ts';
import { instant } from '../models/time.ts';
import { nothing, procedure, scope } from './base.ts';

/** What the user has agreed to pay for this, in micro-dollars; refused with `cost_not_agreed` where it may cost more. */
const agreedMicros = z.int().min(0).default(0);

/** A country by ISO 3166-1, or null for everywhere. */
const place = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();

export const listeningContract = {
  /** What can be read of others at each network, why not, and what it costs. */
  networks: procedure
    .route({ method: 'GET', path: '/listening/networks' })
    .input(scope)
    .output(z.array(z.object({ platform: z.string(), competitors: reading, trends: reading }))),
  competitors: procedure
    .route({ method: 'GET', path: '/listening/competitors' })
    .input(scope)
    .output(z.array(competitor)),
  /** Looks the name up at the network and reads its posts from now on. One that was removed comes back. */
  addCompetitor: procedure
    .route({ method: 'POST', path: '/listening/competitors' })
    .input(scope.extend({ platform: platformName, handle: z.string().trim().min(1).max(200), agreedMicros }))
    .output(competitor),
  /** Takes it off the list; what was read of it is kept for a week, for `restoreCompetitor`. */
  removeCompetitor: procedure
    .route({ method: 'DELETE', path: '/listening/competitors/{id}' })
    .input(scope.extend({ id: competitorId }))
    .output(nothing),
  restoreCompetitor: procedure
    .route({ method: 'POST', path: '/listening/competitors/{id}/restore' })
    .input(scope.extend({ id: competitorId }))
    .output(competitor),
  /** Reads its posts soon instead of at the next time. */
  readCompetitor: procedure
    .route({ method: 'POST', path: '/listening/competitors/{id}/read' })
    .input(scope.extend({ id: competitorId, agreedMicros }))
    .output(competitor),
  /** How the competitors, or one of them, post and what comes back, beside the own accounts of the network. */
  comparison: procedure
    .route({ method: 'GET', path: '/listening/comparison' })
    .input(scope.extend({ competitorId: competitorId.optional(), range: timeRange.default('30d') }))
    .output(
      z.object({ from: instant, to: instant, timeZone: z.string(), networks: z.array(comparedNetwork) }),
    ),
  /**
   * What the networks themselves report as rising, and the own topics that do better than usual. Free lists are read anew when they
   * are an hour old; one that costs only by `readTrends`. A network without a list for `place` answers for the place that
   * the workspace has chosen, as all do without one.
   */
  trends: procedure
    .route({ method: 'GET', path: '/listening/trends' })
    .input(
      scope.extend({
        platform: platformName.optional(),
        accountId: accountId.optional(),
        place: place.optional(),
      }),
    )
    .output(z.object({ networks: z.array(networkTrends), own: z.array(ownTopics) })),
  /** Asks one network for its list now; of the country that the workspace has chosen where none is named. */
  readTrends: procedure
    .route({ method: 'POST', path: '/listening/trends/read' })
    .input(scope.extend({ platform: platformName, place: place.optional(), agreedMicros }))
    .output(networkTrends),
  /** Chooses the country whose list is shown, and put before the language model. Asks the network for nothing. */
  setTrendPlace: procedure
    .route({ method: 'PUT', path: '/listening/trends/place' })
    .input(scope.extend({ platform: platformName, place }))
    .output(nothing),
};
