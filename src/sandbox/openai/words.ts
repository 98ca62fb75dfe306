const common = new Set(
  (
    'about after again also because been before being could does down each even every from have here into just like made ' +
    'many more most much must need next only other over same should some such than that their them then there these they ' +
    'this those through time under until very want well were what when where which while will with would your yours'
  ).split(' '),
);

/** The words that a text is about, most frequent first. */
export function topicsOf(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of text
    .toLowerCase()
    .replaceAll(/https?:\/\/\S+/g, '')
    .matchAll(/\p{L}{4,}/gu)) {
    if (!common.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1]).map(([word]) => word);
}

const good =
  /\b(?:good|great|love|thanks?|happy|best|free|new|beautiful|proud|win|won|excited|delicious)\b/gi;
const bad =
  /\b(?:bad|sorry|hate|worst|broken|sad|angry|fail(?:ed)?|problem|delay(?:ed)?|closed|lost|late)\b/gi;

/** A text's mood from -1 to 1. */
export function moodOf(text: string): number {
  const [up, down] = [text.match(good)?.length ?? 0, text.match(bad)?.length ?? 0];
  return up + down === 0 ? 0 : Math.round(((up - down) / (up + down)) * 100) / 100;
}
