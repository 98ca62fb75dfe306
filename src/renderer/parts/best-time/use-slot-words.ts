import type { TimingCell } from '../../../shared/contract/timing.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWeekdayNames } from '../weekday-names.ts';

/** What is expected, as a fraction with its interval. */
export type Expected = Pick<TimingCell, 'gain' | 'low' | 'high'>;

/** Half of the interval in whole percent. */
export const reachOf = ({ low, high }: Expected): number => Math.max(1, Math.round(((high - low) / 2) * 100));

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Slots of the week and what is expected of them, in words. */
export function useSlotWords() {
  const t = useWords();
  const { locale } = useFormats();
  const short = useWeekdayNames('short');
  const clock = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const time = (hour: number): string => clock.format(hour * 3_600_000);
  /** `+18%`, of a fraction. */
  const percent = (value: number): string => {
    const gain = Math.round(Math.abs(value) * 100);
    if (gain === 0) return t('bestTime.gain.none');
    return t(value > 0 ? 'bestTime.gain.up' : 'bestTime.gain.down', { gain });
  };
  const often = ({ weekday, hour }: Pick<TimingCell, 'weekday' | 'hour'>): string =>
    t('bestTime.often', {
      weekday: t(`bestTime.weekdays.${weekdays[weekday - 1] ?? 'monday'}`),
      time: time(hour),
    });
  return {
    time,
    percent,
    /** `Tue 09:00`. */
    name: ({ weekday, hour }: Pick<TimingCell, 'weekday' | 'hour'>): string =>
      `${short(weekday)} ${time(hour)}`,
    /** `Tuesdays 09:00`. */
    often,
    /** `+18% ±9`. */
    gain: (expected: Expected): string =>
      t('bestTime.gain.with', { gain: percent(expected.gain), reach: reachOf(expected) }),
    /** `+18% ±9, from 12 posts`. */
    reason: (cell: Expected & { readonly posts: number }): string => {
      const params = { gain: percent(cell.gain), reach: reachOf(cell) };
      if (cell.posts === 0) return t('bestTime.gain.ofNone', params);
      return t('bestTime.gain.ofPosts', { ...params, count: cell.posts });
    },
    /** `Tuesdays 09:00: 18% above your usual (±9), from 12 posts.` */
    sentence: (cell: TimingCell): string => {
      const gain = Math.round(Math.abs(cell.gain) * 100);
      const kind = gain === 0 ? 'usual' : cell.gain > 0 ? 'above' : 'below';
      const posts =
        cell.posts === 0 ? t('bestTime.cell.noPosts') : t('bestTime.cell.posts', { count: cell.posts });
      return t(`bestTime.cell.${kind}`, { when: often(cell), gain, reach: reachOf(cell), posts });
    },
  };
}
