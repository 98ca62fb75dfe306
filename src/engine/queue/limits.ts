/** How much goes on at once in a queue. */
export interface Limits {
  readonly overall: number;
  readonly perPlatform: number;
  /** 1 keeps an account's posts in order by itself; with more, whoever sends one asks `aheadOf` first. */
  readonly perAccount: number;
  /** Platforms and accounts that have a number of their own. */
  readonly platforms?: Readonly<Record<string, number>>;
  readonly accounts?: Readonly<Record<string, number>>;
}

export function limitOfPlatform(limits: Limits, platform: string): number {
  // '' stands for work that concerns no platform.
  return platform === '' ? Infinity : (limits.platforms?.[platform] ?? limits.perPlatform);
}

export function limitOfAccount(limits: Limits, account: string): number {
  return limits.accounts?.[account] ?? limits.perAccount;
}
