import type { FailureCode } from '../../src/engine/http/call.ts';
import type { Platform } from '../../src/engine/platforms/platform.ts';
import type { OptionValues } from '../../src/shared/models/publish-option.ts';

/** What the suites that every network passes must know of one: `test/conformance` and `test/crash`. */
export interface NetworkSeed {
  readonly platform: Platform;
  /** Three people whom the practice network offers, by their names there. */
  readonly people: readonly [string, string, string];
  /** How others write the name of one of them; the name itself where left out. */
  readonly handleOf?: (person: string) => string;
  /** How a practice person connects: by the consent page, or by name and password for apps. */
  readonly connect:
    | {
        readonly by: 'consent';
        /** What to type for the server; null where there is nothing to type. */ readonly server:
          | string
          | null;
      }
    | { readonly by: 'password'; readonly server: string | null; passwordOf(person: string): string };
  /** The operations under which the practice network's log has accepted posts and comments. */
  readonly created: readonly string[];
  /** The operation whose answer tells that a post was made; `posts.create` unless said. */
  readonly makes?: string;
  /** What the network can publish, with a post of each kind. */
  readonly samples: Readonly<Partial<Record<PublishKind, Sample>>>;
  /** Refusals in the network's own words, and what they must be understood as. */
  readonly refusals: readonly Refusal[];
}

export type PublishKind =
  | 'text'
  | 'link'
  | 'image'
  | 'images'
  | 'video'
  | 'short_video'
  | 'story'
  | 'thread'
  | 'first_comment';

export interface Sample {
  readonly parts: readonly { readonly text: string; readonly media: readonly SampleMedium[] }[];
  /** What must be chosen for it. */
  readonly options: OptionValues;
  /** The network fetches its media from a public address. */
  readonly needsMediaHost: boolean;
}

export type SampleMedium = 'jpeg' | 'png' | 'gif' | 'mp4';

export interface Refusal {
  readonly name:
    | 'rate_limited'
    | 'quota_exhausted'
    | 'auth_revoked'
    | 'auth_expired'
    | 'scope_missing'
    | 'account_action_required'
    | 'duplicate'
    | 'content_rejected'
    | 'media_invalid'
    | 'version_expired'
    | 'unavailable';
  /** The operation at the practice network that answers so. */
  readonly operation: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly code: FailureCode;
}
