/** A sentence of a platform's words with its values; what has none stays as it is. */
export const fillIn = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(params[name] ?? place));
