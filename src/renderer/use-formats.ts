import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from './clock.tsx';
import { formatDollars } from './dollars.ts';
import {
  formatChange,
  formatCount,
  formatDay,
  formatDecimal,
  formatFull,
  formatMoney,
  formatShare,
  formatTime,
  formatWhen,
} from './formats.ts';
import { displayLocale, useWords } from './words.ts';
import { useWorkspace } from './workspace.tsx';

/** The formats of `formats.ts` in the window's language, the workspace's zone and the engine's present. */
export function useFormats() {
  const t = useWords();
  const { i18n } = useTranslation();
  const now = useNow();
  const { timeZone } = useWorkspace();
  return useMemo(() => {
    const locale = displayLocale(i18n.language);
    return {
      locale,
      timeZone,
      time: (instant: number) => formatTime(instant, timeZone, locale),
      full: (instant: number) => formatFull(instant, timeZone, locale),
      day: (instant: number) => formatDay(instant, timeZone, locale, now),
      when: (instant: number) => formatWhen(instant, timeZone, locale, now, t),
      dollars: (micros: number) => formatDollars(micros, locale),
      money: (micros: number) => formatMoney(micros, locale, t),
      count: (value: number) => formatCount(value, locale),
      countShort: (value: number) => formatCount(value, locale, true),
      decimal: (value: number) => formatDecimal(value, locale),
      change: (value: number) => formatChange(value, locale),
      share: (value: number) => formatShare(value, locale),
    };
  }, [t, i18n.language, now, timeZone]);
}
