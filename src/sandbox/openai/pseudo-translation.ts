/** Small words of some languages in the order of the English ones: enough to look foreign, and no more. */
const english =
  'the a and or of in on with for is are we you our your this that not it to from at more have new'.split(
    ' ',
  );

const lists: Readonly<Record<string, string>> = {
  de: 'die eine und oder von in auf mit für ist sind wir sie unsere eure dies das nicht es zu von bei mehr haben neue',
  fr: 'le un et ou de dans sur avec pour est sont nous vous notre votre ce que pas il à de à plus avons nouveau',
  es: 'el un y o de en sobre con para es son nosotros vosotros nuestro vuestro este que no lo a desde en más tenemos nuevo',
  it: 'il un e o di in su con per è sono noi voi nostro vostro questo che non lo a da a più abbiamo nuovo',
  nl: 'de een en of van in op met voor is zijn wij jullie onze jullie dit dat niet het te van bij meer hebben nieuwe',
  pt: 'o um e ou de em sobre com para é são nós vocês nosso vosso este que não o a desde em mais temos novo',
};

/** A text with its small words in another language, all else as it was; unchanged in languages that it has no words of. */
export function pseudoTranslated(text: string, language: string): string {
  const words = lists[language.toLowerCase().slice(0, 2)]?.split(' ');
  if (words === undefined) return text;
  return text.replaceAll(/(?<![\p{L}\p{N}@#/.])\p{L}+(?![\p{L}\p{N}/])/gu, (word) => {
    const other = words[english.indexOf(word.toLowerCase())];
    if (other === undefined) return word;
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}
