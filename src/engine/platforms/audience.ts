import type { AccountHttp, CallResult } from '../http/call.ts';
import type { AccountRef } from './publishing.ts';

/**
 * What a network tells an app of those who follow an account; each part only where it does. All of it needs the scopes of
 * `account_metrics`.
 */
export interface AudienceReadings {
  /** Of accounts with fewer followers the network tells nothing; left out where it has no such limit. */
  readonly leastFollowers?: number;
  /** Followers that were online, by hour, of all days that the network still tells. Days without numbers are left out. */
  readonly online?: {
    /** How the network counts them and what is not sure of it, in a sentence or two. */
    readonly note: string;
    read(http: AccountHttp, account: AccountRef, now: number): Promise<CallResult<readonly OnlineDay[]>>;
  };
  /** Where they are. */
  readonly countries?: {
    /** What is counted by country. */
    readonly counts: 'followers' | 'views';
    read(http: AccountHttp, account: AccountRef, now: number): Promise<CallResult<readonly CountryCount[]>>;
  };
}

/** How many followers were online in the hours of one day of the network's. */
export interface OnlineDay {
  /** When the first of the hours began, epoch ms: so hours are told in no zone, and can be shown in any. */
  readonly startsAt: number;
  /** 24 hours from then on; null where the network has no number. */
  readonly online: readonly (number | null)[];
}

/** How many are in one country. */
export interface CountryCount {
  /** ISO 3166-1, two capital letters; null where the network says that it does not know. */
  readonly country: string | null;
  readonly count: number;
}
