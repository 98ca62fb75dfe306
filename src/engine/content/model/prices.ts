import { isLoopback } from '../../http/address.ts';

/** What a model costs, in micro-dollars for a token. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * OpenAI's list prices of standard processing in dollars for a million tokens, which are micro-dollars for one, as its
 * pricing and model pages had them in November 2026: https://developers.openai.com/api/docs/pricing. A model whose price
 * was not certain then is left out. What the server takes off or adds for a cache of its own (a quarter of what is sent
 * at the most) is not reckoned.
 */
const prices: Readonly<Record<string, ModelPrice>> = {
  'gpt-6.2-astra': { input: 8, output: 40 },
  'gpt-6.2-sol': { input: 2, output: 10 },
  'gpt-6.1-sol': { input: 2, output: 10 },
  'gpt-6.1-terra': { input: 1, output: 5 },
  'gpt-6-astra': { input: 10, output: 50 },
  'gpt-6-sol': { input: 2, output: 10 },
  'gpt-6-luna': { input: 0.1, output: 0.5 },
  'gpt-5.6-terra': { input: 2, output: 12 },
  'gpt-5.6-luna': { input: 0.2, output: 1.2 },
  'gpt-5.5': { input: 5, output: 30 },
  'gpt-5.4': { input: 2.5, output: 15 },
  'gpt-5.4-mini': { input: 0.75, output: 4.5 },
  'gpt-5.4-nano': { input: 0.2, output: 1.25 },
  'gpt-5.2': { input: 1.75, output: 14 },
  'gpt-5.1': { input: 1.25, output: 10 },
  // To be turned off in December 2026 and January 2027.
  'gpt-5': { input: 1.25, output: 10 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
};

/** What the budget reckons with where the price is not known: as much as the dearest model of the list. */
export const unknownPrice: ModelPrice = { input: 10, output: 50 };
const free: ModelPrice = { input: 0, output: 0 };

/** The price of a model: free on this machine, null where it is not known. A dated name costs what its model costs. */
export function priceOf(baseUrl: string, model: string): ModelPrice | null {
  const url = new URL(baseUrl);
  if (isLoopback(url)) return free;
  if (url.hostname !== 'api.openai.com') return null;
  return prices[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? null;
}

/** What so many tokens cost, in whole micro-dollars, rounded up. */
export function costOf(price: ModelPrice, tokens: { inputTokens: number; outputTokens: number }): number {
  return Math.ceil(price.input * tokens.inputTokens + price.output * tokens.outputTokens);
}
