import type { ModelTest } from '../../../shared/models/model-test.ts';
import type { Words } from '../../words.ts';

/** How numbers and days are written. */
interface Formats {
  readonly locale: string;
  readonly decimal: (value: number) => string;
  readonly money: (micros: number) => string;
  readonly time: (instant: number) => string;
}

/** A day such as `2026-12-11`, which is the same everywhere. */
const dayOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** What a test of the language model has found, in sentences: who answered how soon, what it cost, what is to come. */
export function testFacts(
  { code, model, ms, usage, retryAt, shutdown }: ModelTest,
  t: Words,
  { locale, decimal, money, time }: Formats,
): readonly string[] {
  const answered = model !== null && ms !== null;
  return [
    ...(answered ? [t('settings.openAi.test.answered', { model, seconds: decimal(ms / 1_000) })] : []),
    ...(usage === null && code !== 'works' ? [] : [costWords(usage, t, money)]),
    ...(retryAt === null ? [] : [t('settings.openAi.test.until', { time: time(retryAt) })]),
    ...(shutdown === null ? [] : [t('settings.openAi.test.shutdown', { day: dayOf(shutdown, locale) })]),
  ];
}

function costWords(usage: ModelTest['usage'], t: Words, money: Formats['money']): string {
  if (usage === null || usage.costMicros === 0) return t('settings.openAi.test.free');
  if (usage.costMicros === null) return t('settings.openAi.test.costUnknown');
  return t('settings.openAi.test.cost', { cost: money(usage.costMicros) });
}
