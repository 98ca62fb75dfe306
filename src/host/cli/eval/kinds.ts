import type { Findings } from '../../../engine/evaluation/evaluation.ts';

/** What may be said on the command line beside the file. */
export interface EvaluationOptions {
  /** The outcome column to judge by, where a kind can judge several. */
  readonly target?: string;
  /** Shuffles the outcomes among the posts of each account, where a kind looks for false alarms so. */
  readonly shuffle?: boolean;
}

/** One kind of evaluation. */
export interface EvaluationKind {
  /**
   * Evaluates a file that is already read, unpacked and decoded.
   * @throws EvaluationInputError where the file cannot be evaluated.
   */
  readonly run: (text: string, options: EvaluationOptions) => Findings | Promise<Findings>;
  /** The public data for `npm run eval`, in `../shared/samples`. */
  readonly samples: readonly EvaluationSample[];
}

export interface EvaluationSample {
  readonly file: string;
  /** Where the public original is. */
  readonly original: string;
  readonly options?: EvaluationOptions;
}

/** All kinds by the name on the command line, loaded when they are asked for. */
export const evaluationKinds: Readonly<Record<string, () => Promise<EvaluationKind>>> = {
  engagement: async () => (await import('./engagement.ts')).engagement,
  sentiment: async () => (await import('./sentiment.ts')).sentiment,
  readability: async () => (await import('./readability.ts')).readability,
  timing: async () => (await import('./timing.ts')).timing,
};
