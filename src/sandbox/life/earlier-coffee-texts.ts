import { pick } from '../seeded.ts';

const lots = [
  'the Huila from Colombia',
  'the Yirgacheffe',
  'the Kiambu from Kenya',
  'the Antigua from Guatemala',
  'the Sumatra',
  'the honey from Costa Rica',
  'the Cerrado from Brazil',
  'the Rwanda with the short harvest',
  'the house espresso',
  'the decaf',
  'the Peru from the two sisters',
  'the washed Burundi',
] as const;

const notes = [
  'stone fruit first, then something like black tea',
  'plum, and a finish that stays until the bus comes',
  'milk chocolate, nothing loud, everybody’s friend',
  'more acidity than last week, and we like it',
  'sweeter since we took half a minute off the end',
  'a bit flat at first, lovely once it cools',
  'hazelnut and toast',
  'red currant, bright as a Monday should be',
  'orange peel and brown sugar',
  'heavy, smoky, made for milk',
] as const;

const sayings: readonly ((lot: string, note: string) => string)[] = [
  (lot, note) => `In the cup today: ${lot}. ${capital(note)}.`,
  (lot, note) => `Roast log: ${lot}, ${note}.`,
  (lot, note) => `Have you tried ${lot} yet? We taste ${note}.`,
  (lot, note) => `${capital(lot)} on the filter bar until it is gone: ${note}. #coffee`,
  (lot, note) => `Blind tasting before opening. Three of four picked ${lot}: ${note}.`,
  (lot) => `A fresh batch of ${lot} leaves the roastery at two. https://example.com/shelf`,
  (lot, note) => `What would you eat with ${lot}? Think of ${note}.`,
  (lot, note) => `Note to ourselves about ${lot}: ${note}. Leave the drum alone.`,
];

const posts = 220;

/** What the roaster posted in the months before, newest first: the log of a shop that writes on most days. */
export const earlierCoffeeTexts: readonly string[] = Array.from({ length: posts }, (_, index) =>
  pick(sayings, 'saying', index)(pick(lots, 'lot', index), pick(notes, 'note', index)),
);

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
