import { charactersOf } from './text.ts';

/** Characters that tags take of their limit: commas between them, and quotes around those with a space. */
export const tagsLength = (tags: readonly string[]): number =>
  tags.reduce((sum, tag) => sum + charactersOf(tag) + (/\s/.test(tag) ? 2 : 0), Math.max(0, tags.length - 1));
