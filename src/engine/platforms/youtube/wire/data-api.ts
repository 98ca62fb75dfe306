import { budget } from '../quotas.ts';

const base = { endpoint: 'api', costMicros: 0 } as const;

/** What reads of the Data API have in common; each takes one unit. */
export const reading = { ...base, method: 'GET', effect: 'read', quota: budget.read } as const;

/** What writes of the Data API have in common. */
export const writing = { ...base, effect: 'write', quota: budget.write } as const;
