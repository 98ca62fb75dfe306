import type { TokenHabits } from '../../oauth/grants.ts';

/** X's access tokens live two hours. */
export const accessTokenLifeMs = 7_200_000;

/** X's authorization codes live 30 seconds and work once. */
export const codeLifeMs = 30_000;

/** A refresh token comes only with `offline.access`, and is spent by its use. */
export const habits: TokenHabits = {
  accessLifeMs: accessTokenLifeMs,
  refresh: { lifeMs: null, rotates: true, comesWith: (scopes) => scopes.includes('offline.access') },
  prefix: '',
};
