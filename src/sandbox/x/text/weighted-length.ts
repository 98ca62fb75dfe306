import { findLinks } from './urls.ts';

/** The longest post of somebody without a subscription, in X's weighted characters. */
export const ordinaryLimit = 280;

/** The longest post of somebody with Premium. */
export const premiumLimit = 25_000;

const linkLength = 23;

// Emoji as X's emoji pictures cover them: sequences, flags and keycaps, and signs without a variation selector, of which ©
// and ® stay letters.
const emoji =
  /\p{RGI_Emoji}|\p{RI}{2}|(?:\p{Emoji_Presentation}|[\p{Extended_Pictographic}--[\p{Emoji_Presentation}\u00A9\u00AE]])\uFE0F?\p{EMod}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{EMod}?)*/gv;

/**
 * A text's length as X counts it (twitter-text configuration 3): after NFC, a link counts 23, an emoji 2, Latin and a few
 * other letters 1, everything else 2.
 */
export function weightedLength(text: string): number {
  const normal = text.normalize('NFC');
  let length = 0;
  let from = 0;
  for (const link of findLinks(normal)) {
    length += weigh(normal.slice(from, link.start)) + linkLength;
    from = link.end;
  }
  return length + weigh(normal.slice(from));
}

function weigh(text: string): number {
  let weight = 0;
  const rest = text.replaceAll(emoji, () => {
    weight += 2;
    return '';
  });
  for (const character of rest) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

function isLight(codePoint: number): boolean {
  return (
    codePoint <= 0x10ff ||
    (codePoint >= 0x2000 && codePoint <= 0x200d) ||
    (codePoint >= 0x2010 && codePoint <= 0x201f) ||
    (codePoint >= 0x2032 && codePoint <= 0x2037)
  );
}
