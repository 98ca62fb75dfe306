import { documentFor } from './document.ts';
import { editsOf } from './edits.ts';
import type { Format } from './format.ts';
import { tokensOf } from './pictures.ts';
import type { Picture } from './pictures.ts';
import { subjectOf } from './subject.ts';
import { countTokens, firstTokens } from './tokens.ts';

/** An answer before it is put into an endpoint's shape. */
export interface Answered {
  readonly text: string;
  /** Cut off because no more tokens were allowed. */
  readonly cut: boolean;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Writes the answer to a prompt: a document for a schema, else the first edit of the text that it is about. */
export function answerTo(
  prompt: string,
  instructions: string,
  format: Format,
  { mostTokens, pictures }: { mostTokens: number | undefined; pictures: readonly Picture[] },
): Answered {
  const whole = composed(prompt, format, pictures);
  const text = mostTokens === undefined ? whole : firstTokens(whole, mostTokens);
  return {
    text,
    cut: text.length < whole.length,
    inputTokens: countTokens(prompt) + countTokens(instructions) + tokensOf(pictures) + 8,
    outputTokens: countTokens(text),
  };
}

function composed(prompt: string, format: Format, pictures: readonly Picture[]): string {
  const subject = subjectOf(prompt);
  const edits = editsOf(subject);
  if (format.type === 'json_schema') {
    return JSON.stringify(documentFor(format.schema, subject, { name: format.name, pictures }));
  }
  if (format.type === 'json_object') return JSON.stringify({ suggestions: edits });
  return edits[0]?.text ?? subject.text;
}
