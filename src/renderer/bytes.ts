const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people write it, in powers of a thousand: `412 kB`, `1.4 GB`. Never less than 1 kB. */
export function formatBytes(bytes: number, locale: string): string {
  let size = Math.max(1, bytes / 1000);
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[unit] ?? 'kilobyte',
    maximumFractionDigits: size < 9.95 && unit > 0 ? 1 : 0,
  }).format(size);
}
