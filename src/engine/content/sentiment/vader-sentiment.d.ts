declare module 'vader-sentiment/src/vader_lexicon.js' {
  /** VADER's lexicon: lower-case terms and emoticons with their mean rating, -4 to 4. */
  export const lexicon: Readonly<Record<string, number>>;
}
