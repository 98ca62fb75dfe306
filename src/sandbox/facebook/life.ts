import type { Growing } from '../growth/growth.ts';
import type { Invented } from '../life/invented.ts';
import { Life } from '../life/life.ts';
import { castOf } from '../life/cast.ts';
import { facebookPages } from './pages.ts';
import { growing } from './represent.ts';
import type { FacebookState, Post } from './state.ts';

/** What happens on Facebook without the user. */
export function lifeOfFacebook(dataDirectory: string, state: FacebookState, now: number): Life {
  return new Life(
    {
      dataDirectory,
      network: 'facebook',
      ...castOf(facebookPages),
      mentions: true,
      put: (invented) => put(state, invented),
      forgetInvented: () => state.forgetInvented(),
    },
    now,
  );
}

function put(state: FacebookState, invented: Invented): Growing | undefined {
  const { kind, author, about, at, text, replyTo } = invented;
  const number = `${Math.floor(at / 1_000)}${String(invented.seed % 100_000).padStart(5, '0')}`;
  if (kind === 'reply') {
    const post = state.post(replyTo ?? '');
    // A comment has nothing to hang on once its post was deleted.
    if (post === undefined || post.kind.endsWith('story')) return undefined;
    const id = `${post.id.split('_').at(-1) ?? ''}_${number}`;
    state.addComment({ id, post: post.id, parent: null, author: author.id, text, at, invented: true });
    return undefined;
  }
  const post: Post = {
    id: `${author.id}_${number}`,
    kind: 'feed',
    author: author.id,
    text: text.replace('{name}', about.name),
    at,
    link: null,
    title: null,
    scheduledFor: null,
    readyAt: 0,
    media: invented.picture ? [`scene-${number}`] : [],
    tags: kind === 'mention' ? about.id : null,
    invented: true,
  };
  state.addPost(post);
  return growing(post);
}
