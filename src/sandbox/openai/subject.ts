/** What a prompt is about: the text to work on, and how many versions of it are wanted. */
export interface Subject {
  readonly text: string;
  readonly versions: number | undefined;
  /** The longest version that is wanted, in characters. */
  readonly limit: number | undefined;
  /** The other fields of the prompt's data, where it is a JSON object. */
  readonly data: Readonly<Record<string, unknown>>;
}

const textNames = ['post', 'text', 'content', 'draft', 'original', 'input'];
const countNames = ['versions', 'variants', 'count', 'suggestions'];

/**
 * Finds the text that a prompt is about: a field of a JSON object, else what stands in tags, fences or triple quotes, else
 * what follows the last colon at the end of a line, else the whole prompt.
 */
export function subjectOf(prompt: string): Subject {
  const data = objectIn(prompt);
  if (data !== undefined) {
    const values = Object.entries(data);
    const named = textNames.flatMap((name) => values.filter(([key]) => key.toLowerCase() === name));
    const text = named.map(([, value]) => value).find((value) => typeof value === 'string');
    const count = values.find(([key, value]) => countNames.includes(key) && typeof value === 'number')?.[1];
    const limit = data['limit'];
    return {
      text: typeof text === 'string' ? text : (joined(data['parts']) ?? prompt),
      versions: typeof count === 'number' ? count : undefined,
      limit: typeof limit === 'number' ? limit : undefined,
      data,
    };
  }
  const marked =
    /<(?<tag>[a-z_]+)>\s*(?<text>[\s\S]+?)\s*<\/\k<tag>>/i.exec(prompt)?.groups?.text ??
    /(?<fence>```|""")\w*\s*(?<text>[\s\S]+?)\s*\k<fence>/.exec(prompt)?.groups?.text ??
    /:[ \t]*\n+(?<text>[\s\S]+)$/.exec(prompt)?.groups?.text;
  return { text: (marked ?? prompt).trim(), versions: undefined, limit: undefined, data: {} };
}

function joined(parts: unknown): string | undefined {
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string').join('\n\n') : undefined;
}

function objectIn(prompt: string): Readonly<Record<string, unknown>> | undefined {
  const start = prompt.indexOf('{');
  const end = prompt.lastIndexOf('}');
  if (start < 0 || end < start) return undefined;
  try {
    const value: unknown = JSON.parse(prompt.slice(start, end + 1));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
