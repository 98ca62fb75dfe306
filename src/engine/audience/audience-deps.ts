import type { FeatureDeps } from '../feature.ts';

/** What the feature needs; how texts are read is handed in by engine.ts. */
export interface AudienceDeps extends Pick<FeatureDeps, 'db' | 'ports'> {
  /** BCP 47; `und` and what begins with it where nobody can say. */
  readonly languageOf: (text: string) => string;
  /** What a text is about: phrases in lower case. */
  readonly phrasesOf: (text: string) => readonly string[];
  /** The mood of a text; null where it cannot be told. */
  readonly toneOf: (text: string) => 'positive' | 'neutral' | 'negative' | null;
}
