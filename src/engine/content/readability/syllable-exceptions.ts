/** Words whose syllables the rules miscount, in plain lower-case letters; a plural in -s need not be listed. */
const bySyllables: Readonly<Record<number, string>> = {
  1: `
    aches aisle aren arent isle lisle morgue pier priest tier`,
  2: `
    genius giant junior senior acre acres baseball business cafe cashier centre chaos chasm cliche colonel cooper crooked evening
    every fibre frontier genre hereby homemade household hundred jagged kindred lifestyle litre
    lustre maybe metre mustnt naked ogre peon ragged rhythm rugged sabre sacred safety soldier someday
    somehow someone somewhat spasm therefore timbre typewrite union wednesday whereby wicked
   `,
  3: `
    alien fiery ratio anyone beloved element everybody everyday everything everywhere forefather genuine koala massacre
    oasis recipe simile tenement theater theatre trio vehement whoever`,
  4: `
    abalone apostrophe catastrophe epitome facsimile hyperbole karaoke`,
};

const entries: readonly (readonly [string, number])[] = Object.entries(bySyllables).flatMap(
  ([count, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word, Number(count)] as const),
);

/** Syllables of the words that the rules miscount. */
export const syllableExceptions: ReadonlyMap<string, number> = new Map(entries);
