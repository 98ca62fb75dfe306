import type { FeatureDeps } from '../feature.ts';
import type { AccountHttp } from '../http/call.ts';
import type { Platform } from '../platforms/platform.ts';

/** What reading others and showing them needs; the functions are handed in by the composition. */
export interface ListeningDeps extends FeatureDeps {
  readonly httpOf: (accountId: string) => AccountHttp;
  readonly platforms: readonly Platform[];
  /** What a text is about: hashtags and keyphrases, in small letters. */
  readonly topicsOf: (text: string) => readonly string[];
}
