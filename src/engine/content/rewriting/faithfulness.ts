import type { ContentRules } from '../../platforms/content-rules.ts';
import { sentence } from '../wording.ts';

type Facts = {
  readonly urls: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly hashtags: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
};

const lowerCased = (items: readonly string[]): ReadonlySet<string> =>
  new Set(items.map((item) => item.toLowerCase()));

/** A number as it reads, whatever the separators of its thousands. */
const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).map((number) =>
      number.replaceAll(/[,.](?=\p{Nd}{3}(?!\p{Nd}))/gu, ''),
    ),
  );

const factsOf = (text: string, { measure }: ContentRules): Facts => {
  const { urls, mentions, hashtags, cashtags } = measure(text).entities;
  const rest = [...urls, ...mentions, ...hashtags, ...cashtags]
    .sort((a, b) => b.length - a.length)
    .reduce((left, entity) => left.replaceAll(entity, ' '), text);
  return {
    urls: new Set(urls),
    names: lowerCased([...mentions, ...cashtags]),
    hashtags: lowerCased(hashtags),
    numbers: numbersOf(rest),
  };
};

const missingFrom = (wanted: ReadonlySet<string>, there: ReadonlySet<string>): readonly string[] =>
  [...wanted].filter((item) => !there.has(item));

/**
 * What is wrong with a rewritten text, in sentences for the user (and for the model that shall mend it); empty where
 * nothing is. It must fit the network, keep every link, number, name and hashtag, and make up none of them; a new
 * hashtag is allowed within the number that suits the network.
 */
export const faultsOf = (original: string, rewritten: string, rules: ContentRules): readonly string[] => {
  const measurement = rules.measure(rewritten);
  const { length, limit, valid } = measurement;
  const before = factsOf(original, rules);
  const after = factsOf(rewritten, rules);
  const kinds = ['urls', 'names', 'numbers'] as const;
  const lost = [...kinds, 'hashtags' as const].flatMap((kind) => missingFrom(before[kind], after[kind]));
  const invented = kinds.flatMap((kind) => missingFrom(after[kind], before[kind]));
  const mostHashtags = Math.max(before.hashtags.size, rules.hashtags.max);
  return [
    ...(length > limit ? [sentence('rewrite', 'rejected_over_limit', { over: length - limit, limit })] : []),
    ...(length <= limit && !valid ? [sentence('rewrite', 'rejected_invalid', { network: rules.name })] : []),
    ...(lost.length > 0 ? [sentence('rewrite', 'rejected_lost', { items: lost.join(', ') })] : []),
    ...(invented.length > 0
      ? [sentence('rewrite', 'rejected_invented', { items: invented.join(', ') })]
      : []),
    ...(after.hashtags.size > mostHashtags
      ? [
          sentence('rewrite', 'rejected_hashtags', {
            have: after.hashtags.size,
            max: mostHashtags,
            network: rules.name,
          }),
        ]
      : []),
  ];
};
