import type { PastPosts } from '../../../engine/evaluation/past-posts.ts';

/** What a reader must know of the rows of a file. */
export function rowNotes({ left, copies }: Pick<PastPosts, 'left' | 'copies'>): readonly string[] {
  return [
    ...(left > 0 ? [`Rows left out, without a time or a number that can be read: ${left}.`] : []),
    ...(copies > 0
      ? [
          `Rows that are copies of another, cell by cell: ${copies}. They count as often as they come, which may flatter.`,
        ]
      : []),
  ];
}
