import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountId, categoryId, postId } from '../../../src/shared/models/ids.ts';
import type { AccountId } from '../../../src/shared/models/ids.ts';
import type { PlanningRules } from '../../../src/shared/models/planning.ts';
import { planCampaign } from '../../../src/engine/planning/plan/campaign.ts';
import { fillWeek } from '../../../src/engine/planning/plan/plan.ts';
import type { Placed, Plan } from '../../../src/engine/planning/plan/plan.ts';
import type {
  PlanAccount,
  PlanRequest,
  PlanSubject,
  TakenTime,
} from '../../../src/engine/planning/plan/plan-request.ts';
import { zonedAt } from '../../../src/engine/time/wall-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const zone = 'Europe/Berlin';
/** Monday, 23 November 2026, 08:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 7);

const account = (name: string, given: Partial<PlanAccount> = {}): PlanAccount => ({
  id: accountId.parse(name),
  platform: 'practice',
  network: 'Practice',
  name: `@${name}`,
  networkPerDay: null,
  neverTwice: false,
  bestSlots: [],
  ...given,
});
const draft = (name: string, accounts: readonly string[], given: Partial<PlanSubject> = {}): PlanSubject => ({
  kind: 'draft',
  postId: postId.parse(name),
  version: 1,
  excerpt: name,
  createdAt: 0,
  categoryId: null,
  accounts: accounts.map((one) => ({ accountId: accountId.parse(one), textKey: `text of ${name}` })),
  lastAt: null,
  ...given,
});
const loose: PlanningRules = {
  quietHours: null,
  accountGapMinutes: 30,
  staggerMinutes: 15,
  accountPerDay: null,
  accountPerWeek: null,
  sameTextDays: 30,
};
const request = (given: Partial<PlanRequest> = {}): PlanRequest => ({
  now: monday,
  from: monday,
  to: monday + 7 * day,
  timeZone: zone,
  rules: loose,
  accounts: [account('a'), account('b')],
  categories: [],
  slots: [1, 2, 3, 4, 5].flatMap((weekday) => [560, 750].map((at) => ({ weekday, minute: at }))),
  taken: [],
  ...given,
});
const taken = (at: number, given: Partial<TakenTime> = {}): TakenTime => ({
  at,
  accountId: accountId.parse('a'),
  platform: 'practice',
  postId: `taken ${at}`,
  textKey: null,
  categoryId: null,
  ...given,
});
const local = (at: number): string =>
  zonedAt(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
const said = (plan: Plan): string[] =>
  plan.placed.map(({ subject, accountId: at, ...placed }) => `${subject.postId} ${at} ${local(placed.at)}`);
const whyOf = (plan: Plan): string[][] => plan.placed.map(({ why }) => why.map(({ id }) => id));

describe('filling a week', () => {
  test('drafts spread over the days, and a post’s accounts follow each other', () => {
    const plan = fillWeek(request(), [draft('one', ['a', 'b']), draft('two', ['a'], { createdAt: 1 })], []);
    expect(said(plan)).toEqual([
      'one a 2026-11-23T09:20',
      'one b 2026-11-23T09:35',
      'two a 2026-11-24T09:20',
    ]);
    expect(whyOf(plan)).toEqual([['slot'], ['follows'], ['slot', 'after_last']]);
    expect(plan.unplaced).toEqual([]);
  });

  test('an account’s best hour comes before slots, and is told with its gain, margin and sample', () => {
    const bestSlots = [{ weekday: 4, minute: 1_140, gain: 0.18, low: 0.09, high: 0.27, samples: 64 }];
    const plan = fillWeek(
      request({ accounts: [account('a', { bestSlots }), account('b')] }),
      [draft('one', ['a', 'b'])],
      [],
    );
    expect(said(plan)).toEqual(['one a 2026-11-26T19:00', 'one b 2026-11-26T19:15']);
    expect(plan.placed[0]?.why[0]).toEqual({
      id: 'best',
      params: { account: '@a', gain: 18, margin: 9, count: 64 },
    });
  });

  test('says which better time was passed over, and why', () => {
    const rules = { ...loose, quietHours: { from: 540, to: 600 } };
    const plan = fillWeek(request({ rules }), [draft('one', ['a'])], []);
    expect(said(plan)).toEqual(['one a 2026-11-23T12:30']);
    expect(plan.placed[0]?.why[1]).toMatchObject({
      id: 'moved',
      params: { time: '09:20', weekday: 1, rule: 'quiet', from: '09:00', to: '10:00' },
    });
  });

  test('says what stands in the way of most times where none is left', () => {
    const plan = fillWeek(
      request({ rules: { ...loose, accountPerWeek: 1 }, taken: [taken(monday + 30 * minute)] }),
      [draft('one', ['a']), draft('two', []), draft('three', ['gone'])],
      [],
    );
    expect(plan.placed).toEqual([]);
    expect(plan.unplaced.map(({ subject, why }) => [subject.postId, why.id, why.params['rule']])).toEqual([
      ['one', 'none_left', 'week'],
      ['three', 'not_connected', undefined],
      ['two', 'no_accounts', undefined],
    ]);
  });

  test('a text that went out is not placed before its days are over, nor ever where the network takes none twice', () => {
    const before = taken(monday - 20 * day, { textKey: 'text of one' });
    const strict = account('a', { neverTwice: true });
    const month = request({ taken: [before], to: monday + 28 * day });
    expect(said(fillWeek(month, [draft('one', ['a'])], []))).toEqual(['one a 2026-12-03T09:20']);
    const never = fillWeek({ ...month, accounts: [strict] }, [draft('one', ['a'])], []);
    expect(never.unplaced[0]?.why.params['rule']).toBe('twice');
  });

  test('in the night of a change of the clocks a slot that does not exist comes after the gap', () => {
    // 28 March 2027: 02:00 to 03:00 do not exist in Berlin.
    const from = Date.UTC(2027, 2, 27, 23);
    const plan = fillWeek(
      request({ now: from - day, from, to: from + day, slots: [{ weekday: 7, minute: 150 }] }),
      [draft('one', ['a'])],
      [],
    );
    expect(said(plan)).toEqual(['one a 2027-03-28T03:30']);
  });

  test('a time that follows never stands in the second pass of an hour that comes twice', () => {
    // 25 October 2026: 02:00 to 03:00 come twice in Berlin.
    const from = Date.UTC(2026, 9, 24, 23);
    const plan = fillWeek(
      request({
        now: from - day,
        from,
        to: from + day,
        slots: [{ weekday: 7, minute: 165 }],
        rules: { ...loose, staggerMinutes: 20 },
      }),
      [draft('one', ['a', 'b'])],
      [],
    );
    expect(said(plan)).toEqual(['one a 2026-10-25T02:45', 'one b 2026-10-25T03:00']);
    expect(plan.placed[1]?.at).toBe(Date.UTC(2026, 9, 25, 2));
  });
});

describe('evergreen categories', () => {
  const tips = categoryId.parse('tips');
  const categories = [{ id: tips, name: 'Tips', evergreen: true, minDaysBetween: 60, weeklyTarget: 2 }];
  const again = (name: string, ago: number): PlanSubject =>
    draft(name, ['a'], { kind: 'repeat', categoryId: tips, lastAt: monday - ago * day });
  const outBefore = (name: string, ago: number): TakenTime =>
    taken(monday - ago * day, { textKey: `text of ${name}`, postId: name, categoryId: tips });

  test('come around, the one that waits longest first, until the week has what it wants', () => {
    const plan = fillWeek(
      request({ categories, taken: [outBefore('x', 70), outBefore('y', 90), outBefore('z', 80)] }),
      [],
      [again('x', 70), again('y', 90), again('z', 80)],
    );
    expect(plan.placed.map(({ subject }) => subject.postId)).toEqual(['y', 'z']);
    expect(plan.placed[0]?.why[0]).toEqual({
      id: 'again',
      params: expect.objectContaining({ category: 'Tips', unit: 'days' }),
    });
  });

  test('come around not too soon, and drafts of the category count', () => {
    const own = draft('new', ['a'], { categoryId: tips });
    const plan = fillWeek(
      request({ categories, taken: [outBefore('x', 40), outBefore('y', 90)] }),
      [own],
      [again('x', 40), again('y', 90)],
    );
    expect(plan.placed.map(({ subject }) => subject.postId)).toEqual(['new', 'y']);
  });
});

describe('a campaign', () => {
  const accounts = [account('a'), account('b'), account('c')];
  test('goes out in its order, each post in its share of the time, to one account after the other', () => {
    const plan = planCampaign(request({ accounts }), { gapMinutes: 120, order: [accountId.parse('c')] }, [
      draft('one', ['a', 'c']),
      draft('two', ['b']),
    ]);
    expect(said(plan)).toEqual([
      'one c 2026-11-23T09:20',
      'one a 2026-11-23T11:20',
      'two b 2026-11-27T09:20',
    ]);
    expect(whyOf(plan)).toEqual([['part', 'slot'], ['follows'], ['part', 'slot']]);
  });

  test('waits for quiet hours to end', () => {
    const plan = planCampaign(
      request({ accounts, rules: { ...loose, quietHours: { from: 600, to: 720 } } }),
      { gapMinutes: 60, order: [] },
      [draft('one', ['a', 'b'])],
    );
    expect(said(plan)).toEqual(['one a 2026-11-23T09:20', 'one b 2026-11-23T12:00']);
    expect(whyOf(plan)[1]).toEqual(['follows', 'moved']);
  });
});

/** Names of accounts of two networks. */
const names = ['a', 'b', 'c'] as const;
const manyAccounts = fc.record({
  perDay: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  neverTwice: fc.boolean(),
  best: fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      minute: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
      gain: fc.double({ min: 0.01, max: 0.8, noNaN: true }),
    }),
    { maxLength: 6 },
  ),
});
const anyRequest = fc
  .record({
    rules: fc.record({
      quietHours: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 1_439 }), to: fc.integer({ min: 0, max: 1_439 }) }),
        { nil: null },
      ),
      accountGapMinutes: fc.integer({ min: 0, max: 600 }),
      staggerMinutes: fc.integer({ min: 0, max: 180 }),
      accountPerDay: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      accountPerWeek: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
      sameTextDays: fc.integer({ min: 0, max: 10 }),
    }),
    network: manyAccounts,
    // Around the end of daylight saving in Berlin, on 25 October 2026.
    from: fc.integer({ min: 0, max: 14 * 24 }).map((hours) => Date.UTC(2026, 9, 14) + hours * hour),
    days: fc.integer({ min: 1, max: 14 }),
    slots: fc.array(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1_439 }) }),
      { maxLength: 12 },
    ),
    taken: fc.array(
      fc.record({
        after: fc.integer({ min: -72, max: 400 }),
        accountId: fc.constantFrom(...names),
        text: fc.constantFrom('same', 'other', null),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ network, days, rules, from, slots, taken: had }): PlanRequest => ({
    now: from,
    from,
    to: from + days * day,
    timeZone: zone,
    rules,
    categories: [],
    accounts: names.map((name, index) =>
      account(name, {
        platform: index < 2 ? 'first' : 'second',
        networkPerDay: network.perDay,
        neverTwice: index === 2 && network.neverTwice,
        bestSlots: index === 0 ? network.best.map((one) => ({ ...one, low: 0, high: 1, samples: 9 })) : [],
      }),
    ),
    slots,
    taken: had.map(({ after, accountId: at, text }, index) =>
      taken(from + after * hour + index, {
        accountId: accountId.parse(at),
        platform: at === 'c' ? 'second' : 'first',
        textKey: text,
        postId: `had ${index}`,
      }),
    ),
  }));
const anyDrafts = fc
  .array(
    fc.record({
      accounts: fc.subarray([...names], { minLength: 1 }),
      text: fc.constantFrom('same', 'third', 'fourth', null),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drafts) =>
    drafts.map(({ accounts, text }, index) =>
      draft(`d${index}`, accounts, {
        createdAt: index,
        accounts: accounts.map((one) => ({ accountId: accountId.parse(one), textKey: text })),
      }),
    ),
  );

interface Stand {
  readonly at: number;
  readonly accountId: AccountId;
  readonly postId: string;
  readonly textKey: string | null;
  readonly isNew: boolean;
}

/** Rules that a plan breaks, looked at from outside: every pair and every count anew. */
function brokenRules(given: PlanRequest, placed: readonly Placed[], campaignGap: number | null): string[] {
  const { rules } = given;
  const stands: Stand[] = [
    ...given.taken.flatMap((one) =>
      one.accountId === null ? [] : [{ ...one, accountId: one.accountId, isNew: false }],
    ),
    ...placed.map(({ subject, accountId: id, at }) => ({
      at,
      accountId: id,
      postId: subject.postId,
      textKey: subject.accounts.find((one) => one.accountId === id)?.textKey ?? null,
      isNew: true,
    })),
  ];
  const platformOf = (id: AccountId) => given.accounts.find((one) => one.id === id)?.platform;
  const broken: string[] = [];
  for (const one of stands.filter(({ isNew }) => isNew)) {
    const wall = zonedAt(one.at, zone);
    const minutes = wall.hour * 60 + wall.minute;
    const own = given.accounts.find(({ id }) => id === one.accountId);
    if (one.at < given.from || one.at >= given.to || one.at < given.now) broken.push('range');
    const { quietHours: quiet } = rules;
    if (quiet !== null) {
      const { from, to } = quiet;
      if (from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to)
        broken.push('quiet');
    }
    const sameAccount = stands.filter(({ accountId: id }) => id === one.accountId);
    for (const other of stands) {
      if (other === one) continue;
      const apart = Math.abs(other.at - one.at);
      const same = other.accountId === one.accountId;
      if (same && apart < rules.accountGapMinutes * minute) broken.push('gap');
      if (campaignGap === null && other.postId === one.postId && apart < rules.staggerMinutes * minute)
        broken.push('stagger');
      if (campaignGap !== null && other.isNew && apart < campaignGap * minute) broken.push('campaign gap');
      const sameMinute = Math.floor(other.at / minute) === Math.floor(one.at / minute);
      if (sameMinute && other.postId !== one.postId) broken.push('taken');
      if (one.textKey === null || other.textKey !== one.textKey) continue;
      if (same && apart < rules.sameTextDays * day) broken.push('text');
      if (own?.neverTwice && platformOf(other.accountId) === own.platform) broken.push('twice');
    }
    const dateOf = (at: number): string => zonedAt(at, zone).toPlainDate().toString();
    const weekOf = (at: number): string => {
      const date = zonedAt(at, zone).toPlainDate();
      return date.subtract({ days: date.dayOfWeek - 1 }).toString();
    };
    const ofDay = sameAccount.filter((other) => dateOf(other.at) === dateOf(one.at)).length;
    const hadDay = sameAccount.filter((o) => !o.isNew && dateOf(o.at) === dateOf(one.at)).length;
    if (rules.accountPerDay !== null && ofDay > Math.max(rules.accountPerDay, hadDay)) broken.push('day');
    const ofWeek = sameAccount.filter((other) => weekOf(other.at) === weekOf(one.at)).length;
    if (rules.accountPerWeek !== null && ofWeek > rules.accountPerWeek) broken.push('week');
    const most = own?.networkPerDay ?? null;
    for (const { at } of sameAccount) {
      const window = sameAccount.filter((other) => other.at >= at && other.at < at + day);
      if (most !== null && window.includes(one) && window.length > most) broken.push('network');
    }
  }
  return broken;
}

/** Each draft at each of its accounts has a time or a reason, and not both. */
function accountedFor(plan: Plan, drafts: readonly PlanSubject[]): boolean {
  const told = [
    ...plan.placed.map(({ subject, accountId: id }) => `${subject.postId} ${id}`),
    ...plan.unplaced.map(({ subject, accountId: id }) => `${subject.postId} ${id ?? ''}`),
  ];
  const wanted = drafts.flatMap((one) => one.accounts.map(({ accountId: id }) => `${one.postId} ${id}`));
  return JSON.stringify(told.toSorted()) === JSON.stringify(wanted.toSorted());
}

const runs = { numRuns: 100 };

test('no plan of a week breaks a rule, and everything is placed or explained', () => {
  fc.assert(
    fc.property(anyRequest, anyDrafts, (given, drafts) => {
      const plan = fillWeek(given, drafts, []);
      expect(brokenRules(given, plan.placed, null)).toEqual([]);
      expect(accountedFor(plan, drafts)).toBe(true);
      expect(plan.placed.every(({ why }) => why.length > 0)).toBe(true);
    }),
    runs,
  );
});

test('no campaign breaks a rule or its order', () => {
  fc.assert(
    fc.property(anyRequest, anyDrafts, fc.integer({ min: 0, max: 600 }), (given, drafts, gapMinutes) => {
      const plan = planCampaign(given, { gapMinutes, order: [] }, drafts);
      expect(brokenRules(given, plan.placed, gapMinutes)).toEqual([]);
      expect(accountedFor(plan, drafts)).toBe(true);
      const times = plan.placed.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }),
    runs,
  );
});

test('a plan of a week does not depend on the order in which drafts, slots and taken times come', () => {
  fc.assert(
    fc.property(
      anyRequest,
      anyDrafts.chain((drafts) =>
        fc.record({
          drafts: fc.constant(drafts),
          other: fc.shuffledSubarray(drafts, { minLength: drafts.length }),
        }),
      ),
      (given, { drafts, other }) => {
        const turned = { ...given, slots: given.slots.toReversed(), taken: given.taken.toReversed() };
        expect(fillWeek(turned, other, [])).toEqual(fillWeek(given, drafts, []));
      },
    ),
    { numRuns: 60 },
  );
});
