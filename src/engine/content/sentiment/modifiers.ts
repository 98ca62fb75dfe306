/** Mean rise of a rating by an intensifier, measured by Hutto and Gilbert (2014). */
const stronger = 0.293;
const weaker = -0.293;

const intensifiers = `absolutely amazingly awfully completely considerable considerably decidedly deeply effing
  enormous enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin
  frackin fracking fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely
  incredible incredibly intensely major majorly more most particularly purely quite really remarkably so
  substantially thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly very`;

const dampeners = `almost barely hardly just~enough kind~of kinda kindof kind-of less little marginal marginally
  occasional occasionally partly scarce scarcely slight slightly somewhat sort~of sorta sortof sort-of`;

const listOf = (words: string): readonly string[] => words.split(/\s+/).map((word) => word.replace('~', ' '));

/** Degree adverbs with what they add to the rating of the word they stand before. */
export const boosters: ReadonlyMap<string, number> = new Map([
  ...listOf(intensifiers).map((word) => [word, stronger] as const),
  ...listOf(dampeners).map((word) => [word, weaker] as const),
]);

const negations: ReadonlySet<string> = new Set(
  listOf(`aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neednt neither
    never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh uh-uh wasnt werent without wont wouldnt rarely
    seldom despite`),
);

/** Whether a lower-case word turns the meaning of what follows. */
export const isNegation = (word: string): boolean => negations.has(word) || word.includes("n't");

/** Expressions whose rating is not that of their words. */
export const idioms: ReadonlyMap<string, number> = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['badass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.1],
  ['broken heart', -2.9],
]);
