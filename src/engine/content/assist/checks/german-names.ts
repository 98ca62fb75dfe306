import { sentencesOf } from '../../readability/sentences.ts';
import { wordsOf } from '../../readability/words.ts';

/**
 * Nouns that stand before another noun without an article between: measures, times, kinds, and forms of address that are
 * no names. A word after one of them is no surname.
 */
const leading: ReadonlySet<string> = new Set(
  `prozent euro cent dollar franken kilo gramm pfund liter meter kilometer zentimeter stück stücke paar dutzend tasse
  tassen glas gläser flasche flaschen dose dosen scheibe scheiben schluck teller topf packung tüte kiste kisten portion
  portionen stunde stunden minute minuten sekunde sekunden tag tage tagen woche wochen monat monate monaten jahr jahre
  jahren uhr morgen mittag abend nacht montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar
  februar märz april mai juni juli august september oktober november dezember anfang mitte ende art sorte menge reihe
  haufen hälfte drittel viertel gruppe team thema stichwort richtung typ klasse form phase stufe level tipp tipps schritt
  teil kapitel folge runde platz nummer version punkt frage idee motto titel projekt anteil stand seite gruß grüße dank`.split(
    /\s+/,
  ),
);

/** What stands before a name and is none: a form of address, or what a woman does. */
const addressing = /^(?:Herrn?|Frau|Familie|Firma|Dr|Prof|Professor|Chef|Koch|.{2,}(?:[eä]r|ist|eg|öch)in)$/u;

/** Words with a capital, a space or an abbreviated title's point between two. */
const run =
  /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{Ll}\p{M}'’-]+(?:(?:[ \u00A0]|(?<=\b(?:Dr|Prof))\.[ \u00A0])\p{Lu}[\p{Ll}\p{M}'’-]+)+/gu;

/**
 * Names in a German text, where every noun has a capital, as far as their surroundings tell them: what follows `Frau`,
 * `Dr.` or `Bäckerin`, and two capitals in a row inside of a sentence, since two nouns of German do not stand so,
 * measures and times apart (`20 Prozent Rabatt`). A name of one word (`Anna`, `Berlin`) looks like a noun and is not
 * seen.
 */
export const germanNames = (text: string): readonly string[] => {
  const names = new Set<string>();
  for (const sentence of sentencesOf(text)) {
    const words = wordsOf(sentence);
    const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
    // A headline, in which every word may have one.
    if (words.length >= 4 && capitals > words.length * 0.75) continue;
    for (const match of sentence.matchAll(run)) {
      const isFirst = isBeginning(sentence.slice(0, match.index));
      for (const name of namesInRun(match[0].split(/\.?[ \u00A0]/u), isFirst)) names.add(name);
    }
  }
  return [...names];
};

/** The names among words with capitals that stand in a row; the first one may have its capital from the sentence. */
function namesInRun(row: readonly string[], isFirst: boolean): readonly string[] {
  const measure = row.findLastIndex((word) => leading.has(word.toLowerCase()));
  // What is measured is no name either.
  const rest = measure === -1 ? row : row.slice(measure + 2);
  const called = rest.findLastIndex((word) => addressing.test(word));
  if (called !== -1) return rest.slice(called + 1);
  const named = isFirst && measure === -1 ? rest.slice(1) : rest;
  if (named.length < 2) return [];
  // Of three the first is as likely what somebody does.
  return named.length > 2 ? named.slice(1) : named;
}

/** Whether nothing but a beginning stands before a word, so that its capital may be that of the sentence. */
const isBeginning = (before: string): boolean => /(?:^|[:;"“”„«»‘’([{|•·*–—\n]|\s-)\s*$/u.test(before);
