import fc from 'fast-check';

const minute = 60_000;

/** What the user does to one post. */
const acts = [
  'cancel',
  'drop',
  'retry',
  'look',
  'move',
  'edit',
  'restore',
  'remove',
  'duplicate',
  'unschedule',
] as const;

/** One thing that happens: the user does something, time does something, the network does, or the app dies. */
export type Step =
  | {
      readonly do: 'post';
      readonly account: number;
      readonly parts: number;
      readonly inMinutes: number;
      readonly catchUp: number;
      readonly same: boolean;
    }
  | { readonly do: 'pass' | 'jump' | 'sleep'; readonly ms: number }
  | { readonly do: 'drain' | 'restart' }
  | { readonly do: 'die'; readonly nth: number; readonly phase: 'before' | 'after' }
  | {
      readonly do: (typeof acts)[number];
      readonly which: number;
    }
  | { readonly do: 'missed'; readonly decision: 'publish_now' | 'next_slot' | 'drop' }
  | {
      readonly do: 'standing';
      readonly account: number;
      readonly answer: 'ask' | 'send_again' | 'drop';
    }
  | { readonly do: 'disconnect' | 'connect'; readonly account: number }
  | { readonly do: 'bring_back'; readonly which: number }
  | {
      readonly do: 'say';
      readonly which: number;
      readonly answer: 'published' | 'send_again' | 'drop';
      readonly honest: boolean;
    }
  | { readonly do: 'fault'; readonly fault: number; readonly nth: number };

/** What the network can do wrong, each at one request; a hang is a death of the app in another test. */
export const faults: readonly { readonly operation: string; readonly fault: unknown }[] = [
  { operation: 'posts.create', fault: { kind: 'accept_then_reset' } },
  { operation: 'posts.create', fault: { kind: 'reset_before' } },
  { operation: 'posts.create', fault: { kind: 'status', status: 500 } },
  { operation: 'posts.create', fault: { kind: 'status', status: 503, accept: true } },
  { operation: 'posts.create', fault: { kind: 'malformed' } },
  { operation: 'posts.create', fault: { kind: 'rate_limit', resetInMs: 4 * minute } },
  { operation: 'posts.list', fault: { kind: 'lag_listings', ms: 45_000 } },
  { operation: 'posts.list', fault: { kind: 'status', status: 503 } },
  { operation: 'posts.create', fault: { kind: 'rewrite_text' } },
];

const which = fc.nat({ max: 9 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      account: fc.nat({ max: 1 }),
      parts: fc.constantFrom(1, 1, 1, 2, 3),
      inMinutes: fc.constantFrom(0, 0, 1, 2, 30),
      catchUp: fc.nat({ max: 2 }),
      same: fc.constantFrom(false, false, false, false, true),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ do: 'drain' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('die' as const),
      nth: fc.constantFrom(1, 1, 2, 3),
      phase: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(10_000, minute, 6 * minute, 40 * minute),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('jump' as const, 'sleep' as const),
      ms: fc.constantFrom(20 * minute, 90 * minute),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(-1_440 * minute, -20 * minute, -minute),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constantFrom(...acts), which }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bring_back' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('missed' as const),
      decision: fc.constantFrom('publish_now' as const, 'next_slot' as const, 'drop' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('standing' as const),
      account: fc.nat({ max: 1 }),
      answer: fc.constantFrom('ask' as const, 'send_again' as const, 'drop' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('disconnect' as const, 'connect' as const, 'connect' as const),
      account: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      which,
      answer: fc.constantFrom('published' as const, 'send_again' as const, 'drop' as const),
      honest: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.nat({ max: faults.length - 1 }),
      nth: fc.constantFrom(1, 1, 2),
    }),
  },
);

/** A day in the life of the app. */
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 8, maxLength: 30 });
