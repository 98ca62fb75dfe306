import type { PostFormat } from './reading.ts';

/** The format of a post by what is known to be in it. */
export const formatOf = (shown: {
  readonly video: boolean;
  readonly picture: boolean;
  readonly link: boolean;
}): PostFormat => {
  if (shown.video) return 'video';
  if (shown.picture) return 'picture';
  return shown.link ? 'link' : 'text';
};
