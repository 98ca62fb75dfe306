const grouped = /^\d{1,3}([ ,\u00A0\u202F'’]\d{3})+$/;

/** The number in a cell, separators of thousands taken; null where there is none. */
export function numberOf(cell: string): number | null {
  const given = cell.trim();
  const value = given === '' ? Number.NaN : Number(grouped.test(given) ? given.replaceAll(/\D/g, '') : given);
  return Number.isFinite(value) ? value : null;
}

const iso =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2})(:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const seconds = /^\d{9,10}(\.\d+)?$/;
const milliseconds = /^\d{12,13}$/;
const inLetters = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\b\d{4}\b/i;
const namesZone = /(Z|UTC|GMT|[+-]\d{2}:?\d{2})(\s+\d{4})?$/;

/**
 * The instant that a cell names, epoch ms: ISO 8601, epoch seconds or milliseconds, or a date with the month in letters as
 * older networks write it. Without a zone it is UTC: the machine's own must not change the figures. Null for anything else,
 * above all for days and months in numbers whose order nobody knows.
 */
export function instantOf(cell: string): number | null {
  const given = cell.trim();
  if (seconds.test(given)) return Math.floor(Number(given) * 1000);
  if (milliseconds.test(given)) return Number(given);
  const parts = iso.exec(given);
  if (parts === null) {
    if (!inLetters.test(given)) return null;
    return finite(Date.parse(namesZone.test(given) ? given : `${given} UTC`));
  }
  const [, day = '', hour = '0', rest = ':00', zone = 'Z'] = parts;
  const offset = zone
    .replace(/^(utc|gmt)$/i, 'Z')
    .replace(/^([+-]\d{2}):?(\d{2})?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`);
  return finite(Date.parse(`${day}T${hour.padStart(2, '0')}${rest}${offset.toUpperCase()}`));
}

function finite(instant: number): number | null {
  return Number.isFinite(instant) ? instant : null;
}
