import type { Words } from '../src/engine/words.ts';

/** A post that goes out soon, as the tray shows it. */
export interface ComingPost {
  readonly id: string;
  readonly at: number;
  readonly platform: string;
  readonly excerpt: string;
}

/** What the tray shows. */
export interface TrayState {
  readonly next: readonly ComingPost[];
  readonly needsMe: number;
  readonly paused: boolean;
  /** Publishing is held because the data file was restored or copied: only a review goes on from there. */
  readonly held: boolean;
}

/** What a line of the tray's menu does. */
export type TrayAction =
  | { readonly do: 'show'; readonly target?: string }
  | { readonly do: 'pause'; readonly paused: boolean }
  | { readonly do: 'quit' };

/** A line of the tray's menu; without an action it only tells. */
export type TrayLine = { readonly label: string; readonly action: TrayAction | null } | 'separator';

const mostPosts = 5;
const longestExcerpt = 40;

/** The lines of the tray's menu: what needs the user, what goes out next, and the three things that can be done. */
export function trayLines(state: TrayState, words: Words, showTime: (at: number) => string): TrayLine[] {
  const posts = state.next.slice(0, mostPosts).map((post): TrayLine => ({
    label: `${showTime(post.at)}  ${shorten(post.excerpt)}`,
    action: { do: 'show', target: `/queue?delivery=${encodeURIComponent(post.id)}` },
  }));
  return [
    ...(state.needsMe > 0
      ? [
          {
            label: words('shell.queueNeedsMe', { count: state.needsMe }),
            action: { do: 'show', target: '/queue' },
          } as const,
        ]
      : []),
    ...(posts.length > 0 ? posts : [{ label: words('desktop.tray.nothingNext'), action: null }]),
    'separator',
    state.held
      ? { label: words('desktop.tray.review'), action: { do: 'show', target: '/hold' } }
      : {
          label: words(state.paused ? 'desktop.tray.resume' : 'desktop.tray.pause'),
          action: { do: 'pause', paused: !state.paused },
        },
    { label: words('desktop.tray.open'), action: { do: 'show' } },
    { label: words('desktop.tray.quit'), action: { do: 'quit' } },
  ];
}

/** What the pointer over the tray's icon says. */
export function trayTip(state: TrayState, words: Words): string {
  if (state.held) return words('desktop.tray.tipHeld');
  if (state.paused) return words('desktop.tray.tipPaused');
  if (state.needsMe > 0) return words('shell.queueNeedsMe', { count: state.needsMe });
  return words('desktop.tray.tip');
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt - 1).trimEnd()}…`;
}
