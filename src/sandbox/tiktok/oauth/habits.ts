import type { TokenHabits } from '../../oauth/grants.ts';

/** TikTok's codes live ten minutes. */
export const codeLifeMs = 600_000;

/** The access token lives two hours, the refresh token 180 days; a refresh replaces both. */
export const lives = { accessMs: 7_200_000, refreshMs: 180 * 86_400_000 } as const;

export const habits: TokenHabits = {
  accessLifeMs: lives.accessMs,
  refresh: { lifeMs: lives.refreshMs, rotates: true, comesWith: () => true },
  prefix: 'act.',
};
