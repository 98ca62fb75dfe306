/** What a model costs, in micro-dollars for a token. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/** OpenAI's list prices in dollars for a million tokens, which are micro-dollars for one (pricing page, 2025-08). */
const prices: Readonly<Record<string, ModelPrice>> = {
  'gpt-5': { input: 1.25, output: 10 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
};

/** What the budget reckons with where the price is not known: more than most models cost. */
export const unknownPrice: ModelPrice = { input: 5, output: 25 };
const free: ModelPrice = { input: 0, output: 0 };

/** The price of a model: free on this machine, null where it is not known. A dated name costs what its model costs. */
export function priceOf(baseUrl: string, model: string): ModelPrice | null {
  const { hostname } = new URL(baseUrl);
  if (hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')) return free;
  if (hostname !== 'api.openai.com') return null;
  return prices[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')] ?? null;
}

/** What so many tokens cost, in whole micro-dollars, rounded up. */
export function costOf(price: ModelPrice, tokens: { inputTokens: number; outputTokens: number }): number {
  return Math.ceil(price.input * tokens.inputTokens + price.output * tokens.outputTokens);
}
