import { createWords } from '../engine/words.ts';
import type { Awaited } from '../shared/contract/power.ts';

/**
 * Names the posts that go out late while the app is closed, one a line with the time in this machine's zone; null where
 * there are none.
 */
export function describeLatePosts(
  late: { readonly deliveries: readonly Awaited[]; readonly total: number },
  words = createWords(),
  times = new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
): { readonly title: string; readonly lines: readonly string[] } | null {
  if (late.total === 0) return null;
  const named = late.deliveries.slice(0, 5).map((post) =>
    words('desktop.quit.line', {
      time: times.format(post.at),
      account: `@${post.username}`,
      excerpt: post.excerpt.replaceAll(/\s+/g, ' ').slice(0, 60),
    }),
  );
  const more = late.total - named.length;
  return {
    title: words('desktop.quit.title', { count: late.total }),
    lines: more > 0 ? [...named, words('desktop.quit.more', { count: more })] : named,
  };
}
