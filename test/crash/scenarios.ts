/** A part of a post as a scenario writes it. */
export interface WrittenPart {
  readonly text: string;
  readonly images: number;
  readonly video: boolean;
}

/**
 * What a network must be able to take for a scenario to make sense there. Nothing needs `text`: where a post cannot be words
 * alone it gets a medium.
 */
export type Ability = 'text' | 'thread' | 'images' | 'video' | 'first_comment' | 'three_accounts';

/** A post that somebody makes from another installation, so long before the scenario's own are due. */
export interface PostedBefore {
  readonly part: WrittenPart;
  readonly beforeMs: number;
  /** A network may refuse the scenario's own post as its duplicate. */
  readonly isDuplicate: boolean;
}

export interface Scenario {
  /** Posts, all due at once. */
  readonly posts: readonly (readonly WrittenPart[])[];
  readonly accounts: 1 | 3;
  readonly needs: readonly Ability[];
  readonly elsewhere: PostedBefore | null;
}

const part = (text: string, media: { images?: number; video?: boolean } = {}): WrittenPart => ({
  text,
  images: media.images ?? 0,
  video: media.video ?? false,
});
const plain = { accounts: 1, needs: [], elsewhere: null } as const;
const justBeforeMs = 2_000;

const comment = '500 g flour, 350 g water, salt';
const notice = part('Closed on Mondays');

/** What is published while the app is killed. */
export const scenarios = {
  text: { ...plain, posts: [[part('Rye  & spelt at seven o’clock: “warm”, as ever')]] },
  thread: {
    ...plain,
    needs: ['thread'],
    posts: [
      ['first', 'second', 'third', 'fourth', 'fifth'].map((nth) =>
        part(`How a loaf is made, the ${nth} of five steps`),
      ),
    ],
  },
  images: { ...plain, needs: ['images'], posts: [[part('Three loaves on a board', { images: 3 })]] },
  /** Two posts without a word, and a third one from elsewhere: nothing but their media tells them apart. */
  images_alone: {
    ...plain,
    needs: ['images'],
    posts: [[part('', { images: 2 })], [part('', { images: 2 })]],
    elsewhere: { part: part('', { images: 1 }), beforeMs: justBeforeMs, isDuplicate: false },
  },
  video: { ...plain, needs: ['video'], posts: [[part('The oven, in two seconds', { video: true })]] },
  /** Somebody has said the words of the comment just before, but not as an answer. */
  first_comment: {
    ...plain,
    needs: ['first_comment'],
    posts: [[part('The recipe is in the first comment', { images: 1 }), part(comment)]],
    elsewhere: { part: part(comment), beforeMs: justBeforeMs, isDuplicate: false },
  },
  three_accounts: {
    ...plain,
    accounts: 3,
    needs: ['three_accounts'],
    posts: [[part('The same words to three places at once')]],
  },
  /** A network may refuse this one because of the older one. */
  identical: {
    ...plain,
    posts: [[notice]],
    elsewhere: { part: notice, beforeMs: 600_000, isDuplicate: true },
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

/** The scenario under its own type. */
export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
