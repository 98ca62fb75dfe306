import { useFormats } from '../use-formats.ts';

/** Monday, 5 January 1970, from which the names of the weekdays are taken. */
const monday = Date.UTC(1970, 0, 5);
const day = 86_400_000;

/** Names weekdays, 1 is Monday, in the window's language. */
export const useWeekdayNames = (style: 'short' | 'long'): ((weekday: number) => string) => {
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return (weekday) => format.format(monday + (weekday - 1) * day);
};
