/**
 * The id in a post's public address. Graph names posts by their Page and a number, so that an address with the Page's name gives
 * the number alone; addresses of the newest kind (`pfbid…`) hold none.
 */
export const postIdOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { pathname, searchParams } = new URL(url);
  const story = searchParams.get('story_fbid') ?? '';
  const owner = searchParams.get('id') ?? '';
  if (/^\d{1,25}$/.test(story)) return /^\d{1,25}$/.test(owner) ? `${owner}_${story}` : story;
  const whole = /\/(\d{1,25}_\d{1,25})(?:\/|$)/.exec(pathname)?.[1];
  if (whole !== undefined) return whole;
  const named = /\/(\d{1,25})\/(?:posts|videos)\/(?:[^/]+\/)?(\d{1,25})(?:\/|$)/.exec(pathname);
  if (named !== null) return `${named[1] ?? ''}_${named[2] ?? ''}`;
  return /\/(?:posts|videos|reel)\/(?:[^/]+\/)?(\d{1,25})(?:\/|$)/.exec(pathname)?.[1] ?? null;
};
