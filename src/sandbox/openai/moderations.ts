import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { isAnswer, readStrictly } from './errors.ts';

const requestSchema = z.strictObject({
  model: z.string().optional(),
  input: z.union([z.string(), z.array(z.string()).min(1)]),
});

/** The words that each category looks for: enough to see a flag, no more. */
const signs = {
  harassment: /\b(?:idiot|moron|shut up|loser)\b/i,
  'harassment/threatening': /\b(?:i will (?:hurt|kill)|watch your back)\b/i,
  hate: /\b(?:go back to your country|subhuman)\b/i,
  'hate/threatening': /\bexterminate them\b/i,
  illicit: /\b(?:how to steal|counterfeit money)\b/i,
  'illicit/violent': /\bhow to build a bomb\b/i,
  'self-harm': /\b(?:kill myself|hurt myself)\b/i,
  'self-harm/instructions': /\bhow to hurt (?:myself|yourself)\b/i,
  'self-harm/intent': /\bi want to (?:die|hurt myself)\b/i,
  sexual: /\b(?:porn|nude pics)\b/i,
  'sexual/minors': /\bchild porn\b/i,
  violence: /\b(?:kill|stab|shoot) (?:him|her|them|you)\b/i,
  'violence/graphic': /\bblood everywhere\b/i,
} as const;

/** `POST /v1/moderations`. */
export function answerModeration(exchange: Exchange): Answer {
  const request = readStrictly(exchange, requestSchema);
  if (isAnswer(request)) return request;
  const results = [request.input].flat().map((text) => {
    const categories = Object.entries(signs).map(([name, sign]) => [name, sign.test(text)] as const);
    return {
      flagged: categories.some(([, found]) => found),
      categories: Object.fromEntries(categories),
      category_scores: Object.fromEntries(categories.map(([name, found]) => [name, found ? 0.97 : 0.001])),
      category_applied_input_types: Object.fromEntries(categories.map(([name]) => [name, ['text']])),
    };
  });
  return json(200, {
    id: `modr-${randomBytes(12).toString('hex')}`,
    model: request.model ?? 'omni-moderation-latest',
    results,
  });
}
