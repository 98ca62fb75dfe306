import { syllableExceptions } from './syllable-exceptions.ts';

/** Groups of vowel letters that are pronounced as two syllables. */
const hiatus: readonly RegExp[] = [
  /(?<![cgstx])ia(?!ge)/,
  /[ct]iat/,
  /(?<![cghstx]|ll|[ion]n)io(?<!vio(?=u?r))/,
  /iu/,
  /^sci[ae]|iet(?!t)|(?<![ct])ien[ct]|[^aeiou]{1,2}ier(?:s|ly)?$|iest$/,
  /creat(?!ur)|area|idea|(?:lin|nucl)ear|^rea(?:ct|lis[et]|lit|liz|pp|ss|rr)|urea|^preach?ing$|panacea/,
  /video|stereo|rodeo|geo(?=[glmp])|^neo|theo|eum|^meteo|eous(?<!geous|ceous)/,
  /(?<![gq])ue(?:n[ct]|ls?$|ll|rs?$|t$|st$)/,
  /(?<![gq]|s(?=uad))ua/,
  /uous|^duo|[^q]uor/,
  /poe[mt]/,
  /[aeiouy]ing/,
  /[aeiou]y(?:[aou]|ers?$|ee)/,
  /^coop|^coord|^coa[gu]|^coex|^zoo[lt]|^reu[sn]|^rei(?!ns?$|gn|nd)|^reel|^preem/,
  /(?:[^aeiouy]is|[aeiouy]s?th)ms?$|asms?$/,
  /[sd]nt$/,
  /^mc/,
  /(?<![gq])ui(?:t[iy]|sm|n$|ns$|d)(?<!quid|guid|fruiti)|guity/,
];

/** Written vowels that are not pronounced. */
const silent: readonly RegExp[] = [
  /(?<=[aeiouy].*)(?:(?<=[aeiouy])l|[^aeiouyl])e$/,
  /(?<=[aeiouy].*)(?:(?<!r)gue|que)s?$/,
  /(?<=[aeiouy].*)(?<![cgsxz]|ch|sh|[^aeiouy]l)(?<![aeiouy])es$/,
  /(?<=[aeiouy].*)(?<![td]|[^aeiouyl]l)(?<![aeiouy])ed$/,
  /^fore(?:[cghkmnptw]|s[ei])/,
  /(?<=[aeiouy][^aeiouy]*[^aeiouy])(?<![^aeiouy][lr])e(?:ly|ment|ments|less|lessly|ful|fully|ness|some|works?|works|times?|lines?|where|thing|body|one)$/,
];

const plainLetters = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/['’]s$/g, '')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

const syllablesOfPiece = (piece: string): number => {
  if (/^(?:\p{L}\.)+\p{L}$/u.test(piece)) return piece.split('.').length;
  const letters = plainLetters(piece);
  if (letters === '') return 1;
  const known = syllableExceptions.get(letters);
  if (known !== undefined) return known;
  const stem = /[^s]s$/.test(letters) ? syllableExceptions.get(letters.slice(0, -1)) : undefined;
  if (stem !== undefined && !/[cgxz]es$|[cs]hes$/.test(letters)) return stem;
  let count = letters.match(/[aeiouy]+/g)?.length ?? 0;
  for (const pattern of hiatus) if (pattern.test(letters)) count += 1;
  const finalAccent = /[éè]s?$/.test(piece.normalize('NFC').toLowerCase());
  if (/[^aeiouylr]['’]ll$/i.test(piece)) count += 1;
  if (!finalAccent) for (const pattern of silent) if (pattern.test(letters)) count -= 1;
  return Math.max(1, count);
};

/**
 * Counts the syllables of an English word by spelling: vowel groups, less the silent ones, plus the groups spoken
 * apart, with a list of exceptions. Parts of a hyphenated word are counted one by one; a number or a word without
 * Latin letters counts as one, a dotted acronym as its letters.
 */
export const syllablesOf = (word: string): number =>
  word
    .split(/[-–—/]/)
    .filter((piece) => piece !== '')
    .reduce((sum, piece) => sum + syllablesOfPiece(piece), 0);
