import { z } from 'zod';
import type { Answered, Proposal } from './kind.ts';
import { plainLine } from './material.ts';

const why = z.string();

/** Whole texts. */
export const textsSchema = z.object({ versions: z.array(z.object({ text: z.string(), why })) });

/** Texts in several pieces. */
export const partsSchema = z.object({ versions: z.array(z.object({ parts: z.array(z.string()), why })) });

/** Sets of hashtags. */
export const hashtagsSchema = z.object({
  versions: z.array(z.object({ hashtags: z.array(z.string()), why })),
});

const longestWhy = 300;

/** Without letters that turn the direction of writing, or take no room: what is shown is what is published. */
const seen = (text: string): string =>
  text.replaceAll(/[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, '').trim();

/** What an entry of an answer proposes. */
export const proposalOf = (answered: Answered): Proposal => {
  const reason = plainLine(answered.why, longestWhy);
  if ('text' in answered) {
    const text = seen(answered.text);
    return { text, pieces: [text], why: reason };
  }
  if ('parts' in answered) {
    const pieces = answered.parts.map(seen).filter((part) => part !== '');
    return { text: pieces.join('\n\n'), pieces, why: reason };
  }
  const pieces = answered.hashtags.map(seen).filter((tag) => tag !== '');
  return { text: pieces.join(' '), pieces, why: reason };
};

const half = z.object({
  versions: z.array(
    z.object({
      text: z.string().optional(),
      parts: z.array(z.string()).optional(),
      hashtags: z.array(z.string()).optional(),
    }),
  ),
});

/** The texts of half an answer. */
export const textsSoFar = (answer: unknown): readonly string[] => {
  const parsed = half.safeParse(answer);
  if (!parsed.success) return [];
  return parsed.data.versions
    .map(({ text, parts, hashtags }) => text ?? parts?.join('\n\n') ?? hashtags?.join(' ') ?? '')
    .filter((text) => text !== '');
};
