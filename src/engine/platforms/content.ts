import type { OptionValues } from '../../shared/models/publish-option.ts';

/** A part as it is checked and priced. */
export interface CheckedPart {
  readonly text: string;
  readonly media: readonly MediaFacts[];
}

/** A medium as far as a network's rules ask for it. What is null is not known: the network then decides. */
export interface MediaFacts {
  readonly kind: 'image' | 'gif' | 'video';
  readonly mimeType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly altText: string;
  /** Milliseconds; null for pictures. */
  readonly durationMs: number | null;
  /** Frames a second. */
  readonly frameRate: number | null;
  /** As the container names it: `avc`, `hevc`, `vp9`, `av1`, `aac`, `opus`; null for pictures and silence. */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/** What a post is checked under, besides its parts. */
export interface PublishSetting {
  /** What was chosen for this network, defaults filled in. */
  readonly options: OptionValues;
  /** Whether there is a place from which the network can fetch media (`MediaHost`). */
  readonly hasMediaHost: boolean;
  /** Granted to the account; null while no account is chosen. */
  readonly scopes: readonly string[] | null;
}

/** A rule broken by a part; `id` has its sentence and fix in the catalogue under `preflight.<id>`. */
export interface PartProblem {
  readonly id: string;
  readonly part: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params: Readonly<Record<string, string | number>>;
  readonly range: { readonly start: number; readonly end: number } | null;
}
