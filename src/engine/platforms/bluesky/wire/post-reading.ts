import type { MetricValues } from '../../../../shared/models/metric.ts';
import type { RemotePost } from '../../reading.ts';
import { madeAt } from '../record-key.ts';
import { writtenText } from '../text/written-text.ts';
import { idOf, partsOfUri, postUrl } from './addresses.ts';
import { mediaCountOf } from './schemas.ts';
import type { PostRecord, PostView } from './schemas.ts';

/** A record's text with its links whole. */
export const textOf = ({ text, facets = [] }: PostRecord): string =>
  writtenText(
    text,
    facets.flatMap((facet) => {
      const uri = facet?.features.find(({ $type: type }) => type === 'app.bsky.richtext.facet#link')?.uri;
      return facet === null || uri === undefined ? [] : [{ ...facet.index, uri }];
    }),
  );

/** When a post was made (epoch ms): as its author says, but not later than it was seen, else by its key. */
export const publishedAt = (said: string, indexed: string, uri: string): number => {
  const instants = [Date.parse(said), Date.parse(indexed)].filter((instant) => !Number.isNaN(instant));
  return instants.length > 0 ? Math.min(...instants) : (madeAt(partsOfUri(uri)?.key ?? '') ?? 0);
};

/** A post's numbers in our words. Bluesky counts no views. */
export const metricsOf = (post: PostView): MetricValues =>
  present({
    likes: post.likeCount,
    comments: post.replyCount,
    shares: post.repostCount,
    quotes: post.quoteCount,
    saves: post.bookmarkCount,
  });

/** Leaves out what was not sent. */
export const present = (
  values: Readonly<Partial<Record<keyof MetricValues, number | null | undefined>>>,
): MetricValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'));

/** A post of the account as the rest of the app knows posts. */
export const ownPostOf = (post: PostView, ownDid: string, pages: string): RemotePost => {
  const parent = post.record.reply?.parent.uri;
  return {
    remoteId: idOf(post.uri, ownDid),
    url: urlOf(post, pages),
    text: textOf(post.record),
    publishedAt: publishedAt(post.record.createdAt, post.indexedAt, post.uri),
    inReplyTo: parent === undefined ? null : idOf(parent, ownDid),
    mediaCount: mediaCountOf(post.record),
    metrics: metricsOf(post),
  };
};

/** Where somebody's post is looked at; null where its address is none of a post. */
export const urlOf = (
  { uri, author }: { readonly uri: string; readonly author: PostView['author'] },
  pages: string,
): string | null => {
  const parts = partsOfUri(uri);
  if (parts === null) return null;
  const named = author.handle === '' || author.handle === 'handle.invalid' ? author.did : author.handle;
  return postUrl(pages, named, parts.key);
};
