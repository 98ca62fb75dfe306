import { z } from 'zod';
import type { PracticeClock } from '../clock.ts';
import { empty, json } from '../exchange.ts';
import type { Journal } from '../journal.ts';
import type { Route } from '../network.ts';
import { controlBody, isRefusal } from './body.ts';
import { faultRulesSchema } from './faults.ts';
import type { Faults } from './faults.ts';
import type { RecentRequests } from './requests.ts';

/** Where every control endpoint lives; each needs the header `x-practice-control: 1`. */
export const controlPrefix = '/__practice/';

/** The clock as `PUT /__practice/clock` takes it. */
export const clockSchema = z.strictObject({
  epochMs: z.number(),
  anchorMs: z.number(),
  rate: z.number().nonnegative(),
});

const logQuery = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  wait: z.coerce.number().int().min(0).max(60_000).default(0),
});

/** What the control endpoints reach. */
export interface Controlled {
  readonly clock: PracticeClock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly requests: RecentRequests;
  readonly clockMoved: () => void;
}

/** The endpoints for tests and for the practice panel: faults, clock, log and requests. */
export function controlRoutes(controlled: Controlled): readonly Route[] {
  const { clock, faults, journal, requests } = controlled;
  return [
    {
      method: 'GET',
      path: '/__practice/clock',
      operation: 'control.clock',
      handle: () => json(200, { ...clock.setting, now: clock.now() }),
    },
    {
      method: 'PUT',
      path: '/__practice/clock',
      operation: 'control.clock',
      handle: (exchange) => {
        const setting = controlBody(exchange, clockSchema);
        if (isRefusal(setting)) return setting;
        clock.set(setting);
        controlled.clockMoved();
        return json(200, { ...setting, now: clock.now() });
      },
    },
    {
      method: 'GET',
      path: '/__practice/faults',
      operation: 'control.faults',
      handle: () => json(200, { faults: faults.list() }),
    },
    {
      method: 'PUT',
      path: '/__practice/faults',
      operation: 'control.faults',
      handle: (exchange) => {
        const rules = controlBody(exchange, faultRulesSchema);
        if (isRefusal(rules)) return rules;
        faults.set(rules);
        return json(200, { faults: faults.list() });
      },
    },
    {
      method: 'DELETE',
      path: '/__practice/faults',
      operation: 'control.faults',
      handle: () => {
        faults.set([]);
        return empty(204);
      },
    },
    {
      method: 'GET',
      path: '/__practice/log',
      operation: 'control.log',
      handle: async (exchange) => {
        const query = logQuery.safeParse(Object.fromEntries(exchange.query));
        if (!query.success) return json(400, { error: z.prettifyError(query.error) });
        if (query.data.wait > 0) await journal.waitFor(query.data.after, query.data.wait, exchange.gone);
        return json(200, { entries: journal.after(query.data.after) });
      },
    },
    {
      method: 'GET',
      path: '/__practice/requests',
      operation: 'control.requests',
      handle: () => json(200, { requests: requests.list() }),
    },
  ];
}
