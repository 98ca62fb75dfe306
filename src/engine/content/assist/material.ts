import type { KnownTopics } from '../answering/content-deps.ts';
import { withoutUrls } from '../draft.ts';

/** One line without links and without characters that cannot be seen, of at most `most` letters. */
export const plainLine = (text: string, most: number): string => {
  const plain = withoutUrls(text, [])
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, most).join('').trim();
};

/**
 * Text that others wrote (topics, comments, posts), made fit to be handed over as data: on one line, without links,
 * handles and characters that cannot be seen, and no longer than `most` letters. It goes into fields of the JSON input
 * and never among the instructions; what it says is part of the material all the same, so answers are checked.
 */
export const asMaterial = (text: string, most: number): string =>
  plainLine(text.replaceAll(/(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/gu, ' '), most);

const longestTopic = 60;
const mostTopics = 20;

/** Rising topics as they are sent along, and where they are from. */
export interface TopicsSent {
  readonly topics: readonly string[];
  /** How many of them are the user's own; the others are what the network reported at `networkReadAt` (epoch ms). */
  readonly own: number;
  readonly networkReadAt: number | null;
}

/** Rising topics as material; none that says nothing once it was cleaned, and none twice. */
export function topicsAsMaterial({ own, network, networkReadAt }: KnownTopics): TopicsSent {
  const cleaned = (topics: readonly string[]): readonly string[] =>
    topics.map((topic) => asMaterial(topic, longestTopic)).filter((topic) => topic !== '');
  const ours = new Set(cleaned(own).slice(0, mostTopics));
  const topics = [...new Set([...ours, ...cleaned(network)])].slice(0, mostTopics);
  return { topics, own: ours.size, networkReadAt: topics.length > ours.size ? networkReadAt : null };
}
