import { fraction, hash32 } from '../seeded.ts';

/** What people talk about at some time or other; a tag is its name without spaces. */
const topics: readonly string[] = [
  'First snow',
  'Night trains',
  'Sourdough Sunday',
  'Repair cafe',
  'Winter markets',
  'Small batch coffee',
  'Bike lanes',
  'Slow mornings',
  'Local bakeries',
  'Bread prices',
  'Second hand books',
  'Village shops',
];

const articles: readonly string[] = [
  'Why small bakeries open later this winter',
  'The town that mends everything twice',
  'What a cup of coffee really costs',
];

const dayMs = 86_400_000;

/** Something that rises on the practice networks. */
export interface Rising {
  readonly name: string;
  /** As a hashtag, without its sign. */
  readonly tag: string;
  /** Posts about it today and the day before. */
  readonly posts: readonly [number, number];
  readonly since: number;
}

/** What rises at an instant, most talked about first; it changes with the day and is the same after a restart. */
export function risingAt(network: string, now: number): readonly Rising[] {
  const day = Math.floor(now / dayMs);
  return topics
    .filter((name) => fraction('rises', network, name, day) < 0.6)
    .map((name): Rising => ({
      name,
      tag: name.replaceAll(/\s(\w)/g, (_, letter: string) => letter.toUpperCase()),
      posts: [40 + (hash32(network, name, day) % 900), 20 + (hash32(network, name, day - 1) % 400)],
      since: day * dayMs - (hash32('since', name, day) % 20) * 3_600_000,
    }))
    .toSorted((left, right) => right.posts[0] - left.posts[0]);
}

/** What is read and passed on at an instant. */
export function articlesAt(now: number): readonly { title: string; url: string; uses: number }[] {
  const day = Math.floor(now / dayMs);
  return articles.map((title, index) => ({
    title,
    url: `https://example.com/news/${index + 1}`,
    uses: 10 + (hash32(title, day) % 90),
  }));
}
