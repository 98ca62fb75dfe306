import type { ToneGuide } from '../../../shared/models/assist.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { ContentRules } from '../../platforms/content-rules.ts';
import { sentencesOf } from '../readability/sentences.ts';
import { wordsOf } from '../readability/words.ts';
import { sentence } from '../wording.ts';
import { bestOf, measuredPosts } from './own-posts.ts';
import type { Speaker } from './own-posts.ts';

/** Own posts with results below which no tone is told from others. */
export const postsForTone = 8;

/** How an account's best posts sound, and how many posts it could be drawn from; null below `need`. */
export interface FoundTone {
  readonly guide: ToneGuide | null;
  readonly have: number;
  readonly need: number;
}

/** Draws the tone guide of an account, or of all at a network, on this machine; no language model takes part. */
export function toneGuideOf(
  db: Database,
  workspaceId: WorkspaceId,
  speaker: Speaker,
  rules: ContentRules,
): FoundTone {
  const posts = measuredPosts(db, workspaceId, speaker);
  const found = { have: posts.length, need: postsForTone };
  if (posts.length < postsForTone) return { ...found, guide: null };
  const best = bestOf(posts);
  return {
    ...found,
    guide: {
      traits: [
        ...traitsOf(
          best.map(({ text }) => text),
          rules,
        ),
      ],
      basedOn: best.map(({ remoteId, text, url }) => ({ remoteId, text, url })),
      source: 'rules',
    },
  };
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const emoji = /\p{Extended_Pictographic}/gu;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const persons = [
  ['person_i', /\b(?:I|I['’]m|I['’]ve|I['’]ll|my|me|ich|mein\w*|je|mon|ma|yo|mi)\b/iu],
  ['person_we', /\b(?:we|we['’]re|we['’]ve|our|us|wir|unser\w*|nous|notre|nos|nosotros|nuestr\w+|noi)\b/iu],
  ['person_you', /\b(?:you|your|you['’]re|du|dein\w*|ihr|euch|vous|votre|tu|tus|usted\w*)\b/iu],
] as const;

/** What the texts have in common, in sentences: how long they are, how they are laid out, and who speaks in them. */
export function traitsOf(texts: readonly string[], rules: ContentRules): readonly string[] {
  const share = (has: (text: string) => boolean): number => mean(texts.map((text) => (has(text) ? 1 : 0)));
  const words = Math.round(
    mean(texts.flatMap((text) => sentencesOf(text).map((item) => wordsOf(item).length))),
  );
  const emojis = mean(texts.map((text) => countOf(text, emoji)));
  const hashtags = mean(texts.map((text) => rules.measure(text).entities.hashtags.length));
  const asking = share((text) => text.includes('?'));
  const calling = share((text) => text.includes('!'));
  const spoken = persons
    .filter(([, pattern]) => share((text) => pattern.test(text)) >= 0.5)
    .map(([id]) => id);
  const traits = [
    sentence('tone', words <= 10 ? 'sentences_short' : words <= 18 ? 'sentences_medium' : 'sentences_long', {
      count: words,
    }),
    sentence('tone', 'length', { count: Math.round(mean(texts.map((text) => text.length)) / 10) * 10 }),
    emojis < 0.1
      ? sentence('tone', 'emoji_none')
      : emojis < 1
        ? sentence('tone', 'emoji_some')
        : sentence('tone', 'emoji_often', { count: Math.round(emojis) }),
    asking === 0
      ? sentence('tone', 'questions_none')
      : asking > 0.8
        ? sentence('tone', 'questions_often')
        : sentence('tone', 'questions_some', { count: Math.round(asking * texts.length), of: texts.length }),
    sentence(
      'tone',
      calling === 0 ? 'exclamations_none' : calling < 0.5 ? 'exclamations_some' : 'exclamations_often',
    ),
    hashtags < 0.3
      ? sentence('tone', 'hashtags_none')
      : sentence('tone', 'hashtags_some', { count: Math.max(1, Math.round(hashtags)) }),
    ...(share((text) => rules.measure(text).entities.urls.length > 0) >= 0.6
      ? [sentence('tone', 'links_often')]
      : []),
    ...(spoken.length === 0 ? [sentence('tone', 'person_none')] : spoken.map((id) => sentence('tone', id))),
    sentence('tone', share((text) => /\n\s*\n/.test(text)) >= 0.5 ? 'paragraphs' : 'one_block'),
  ];
  return traits;
}
