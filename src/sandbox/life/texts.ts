import { bakeryTexts } from './bakery-texts.ts';
import { coffeeTexts } from './coffee-texts.ts';
import { earlierCoffeeTexts } from './earlier-coffee-texts.ts';
import { repairTexts } from './repair-texts.ts';

/** What the practice people wrote before the user came, newest first, by username. */
export const pastTexts: Readonly<Record<string, readonly string[]>> = {
  mara_bakes: bakeryTexts,
  harbourcoffee: coffeeTexts,
  tobi_repairs: repairTexts,
};

/** What they wrote in the months before that, newest first, for who has posted for so long: enough to learn from. */
export const earlierTexts: Readonly<Record<string, readonly string[]>> = {
  harbourcoffee: earlierCoffeeTexts,
};

/** How passers-by mention somebody, out of the blue. `{name}` becomes the mention. */
export const mentionTexts: readonly string[] = [
  '{name} are you open on Monday? I am in town for one day only.',
  'Took the long way home to stop by {name}. Worth it again.',
  'A friend told me to ask {name} about this. Do you take orders by message?',
  '{name} thank you for yesterday, that saved my week.',
  'If you are near, go and see {name}. That is the whole post.',
  '{name} what would you recommend to somebody who is new to this?',
  'Three things I liked this week: rain on Tuesday, a good book, and {name}.',
  '{name} my order has not arrived yet. Could you have a look?',
  'Reading through everything {name} posted this month. I learned more than I expected.',
  '{name} do you still do the Saturday thing? I could not find the time anywhere.',
  'Small shout for {name}, who answered my odd question within minutes.',
  '{name} would you ever do this for a group of twelve?',
  'I keep telling people about {name} and now the queue is longer. My own fault.',
  '{name} is the price on your page up to date?',
  'Sunday plan: nothing at all, then {name}.',
  '{name} the link in your profile does not work for me on the phone.',
];

/** How passers-by answer a post that asks nothing. */
export const replyTexts: readonly string[] = [
  'This is exactly what I needed to read today.',
  'Saving this for later, thank you.',
  'I tried it last week and it worked.',
  'How long did that take you?',
  'Looks great. Is there more where that came from?',
  'I would have given up after ten minutes.',
  'Sent this to my sister at once.',
  'Never thought of it that way.',
  'Please do more of these.',
  'I am not sure I agree, but I see the point.',
  'You make it look easy.',
  'That second sentence is so true.',
  'Good to know, I always did it the other way round.',
  'What happens if you leave out the middle part?',
];

/** How passers-by answer a question. */
export const answerTexts: readonly string[] = [
  'The first one, without a doubt.',
  'Depends on the day, but mostly mornings.',
  'I would say twice a week.',
  'Never tried it. Should I?',
  'Neither. Give me the plain one.',
  'My grandmother would have said no, so: yes.',
  'The small one, every time.',
  'Later is better for me, I work until six.',
  'Both, and I will not choose.',
  'I had the same question, following.',
  'Only when it rains.',
  'Yes, and please write down how.',
];
