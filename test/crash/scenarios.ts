/** A part of a post as a scenario writes it. */
export interface WrittenPart {
  readonly text: string;
  readonly images: number;
  readonly video: boolean;
}

/** What a network must be able to take for a scenario to make sense there. */
export type Ability = 'thread' | 'images' | 'video' | 'first_comment' | 'three_accounts';

export interface Scenario {
  readonly parts: readonly WrittenPart[];
  readonly accounts: 1 | 3;
  readonly needs: readonly Ability[];
  /** The same text was posted ten minutes before, from elsewhere. */
  readonly postedBefore: boolean;
}

const part = (text: string, media: { images?: number; video?: boolean } = {}): WrittenPart => ({
  text,
  images: media.images ?? 0,
  video: media.video ?? false,
});
const plain = { accounts: 1, needs: [], postedBefore: false } as const;

/** What is published while the app is killed. Texts of one scenario differ, so that each can be counted. */
export const scenarios = {
  text: { ...plain, parts: [part('Rye  & spelt at seven o’clock: “warm”, as ever')] },
  thread: {
    ...plain,
    needs: ['thread'],
    parts: ['first', 'second', 'third', 'fourth', 'fifth'].map((nth) =>
      part(`How a loaf is made, the ${nth} of five steps`),
    ),
  },
  images: { ...plain, needs: ['images'], parts: [part('Three loaves on a board', { images: 3 })] },
  images_alone: { ...plain, needs: ['images'], parts: [part('', { images: 2 })] },
  video: { ...plain, needs: ['video'], parts: [part('The oven, in two seconds', { video: true })] },
  first_comment: {
    ...plain,
    needs: ['first_comment'],
    parts: [
      part('The recipe is in the first comment', { images: 1 }),
      part('500 g flour, 350 g water, salt'),
    ],
  },
  three_accounts: {
    ...plain,
    accounts: 3,
    needs: ['three_accounts'],
    parts: [part('The same words to three places at once')],
  },
  identical: { ...plain, parts: [part('Closed on Mondays')], postedBefore: true },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

/** The scenario under its own type. */
export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
