/** What two texts are compared by: case, form and white space make no other text. Null where there is none. */
export function textKeyOf(text: string | null): string | null {
  const key = (text ?? '').normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return key === '' ? null : key;
}
