/**
 * The JSON of a model's answer; null where it is none. Models on one's own machine think aloud before it, or fence it, even
 * where they were asked for a shape: both are taken off.
 */
export function jsonOf(answer: string): unknown {
  const plain = answer
    .replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i, '')
    .trim()
    .replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/i, '$1');
  try {
    return JSON.parse(plain);
  } catch {
    return null;
  }
}
