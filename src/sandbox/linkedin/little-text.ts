/**
 * What readers see of a commentary in LinkedIn's little text: escapes resolved, hashtags as hashtags, mentions as they were
 * written. At the first reserved character that nobody escaped the text ends, as it does on LinkedIn.
 */
export function shownText(commentary: string): string {
  let shown = '';
  let rest = commentary;
  while (rest !== '') {
    const piece = pieces.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
    if (piece === undefined || piece === null) break;
    const { tag, kept, whole } = piece.groups ?? {};
    shown += tag === undefined ? (kept ?? whole ?? '') : `#${unescaped(tag)}`;
    rest = rest.slice(piece[0].length);
  }
  return shown;
}

const pieces = [
  /^\\(?<kept>[^])/,
  /^\{hashtag\|\\?[#＃]\|(?<tag>(?:\\.|[^\\|{}])+)\}/,
  /^(?<whole>@\[(?:\\.|[^\][\\])+\]\(urn:li:(?:person|organization):[\w-]+\))/,
  /^(?<whole>#[\p{L}\p{N}]+)/u,
  /^(?<whole>[^\\|{}@[\]()<>#*_~]+)/,
];

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
