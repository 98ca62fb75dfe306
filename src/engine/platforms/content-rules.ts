import type { Measurement } from '../../shared/models/measurement.ts';

/**
 * What one network makes of content, declared by the platform and handed to the content feature, which names no
 * network. Lengths are in the unit of `measure` unless said otherwise. All members are plain data but `measure`, which
 * is pure, quick and never throws, whatever the string.
 */
export type ContentRules = {
  /** The network's name as its users write it, for sentences. */
  readonly name: string;
  /** Counts a text as the network does, and lists what it would not take. */
  readonly measure: (text: string) => Measurement;
  /** The longest text the network takes; the `limit` of every measurement. */
  readonly limit: number;
  /** Length after which the network folds the text behind 'see more'; null where all of it is shown. */
  readonly truncation: number | null;
  /** Whether several parts can be published as a thread or as replies of one's own. */
  readonly threads: boolean;
  readonly hashtags: {
    /** How many hashtags suit the network: fewer or more than this costs points. */
    readonly min: number;
    readonly max: number;
    /** The most the network takes at all; null where it sets no number. */
    readonly hardLimit: number | null;
  };
  readonly links: {
    /**
     * Price of publishing one part with and without a link, in millionths of a US dollar; null where publishing is
     * free.
     */
    readonly costs: { readonly withLink: number; readonly withoutLink: number } | null;
    /** Whether the network is known to show posts with links to fewer people. */
    readonly penalised: boolean;
    /** Whether a link in the text can be clicked. */
    readonly clickable: boolean;
  };
  readonly media: {
    readonly supported: boolean;
    /** The most files on one part. */
    readonly maxItems: number;
    /** Whether a post without media is refused. */
    readonly required: boolean;
    /** The longest alternative text in UTF-16 units; null where the network has none. */
    readonly altTextLimit: number | null;
  };
  /** The title's longest length; null where posts have no title. */
  readonly title: { readonly limit: number; readonly required: boolean } | null;
  readonly seo: {
    /** Where the network's own search looks. */
    readonly searchedFields: readonly ('text' | 'title' | 'hashtags' | 'alt_text')[];
    /** How many words at the start weigh most in search and previews. */
    readonly leadWords: number;
  };
};
