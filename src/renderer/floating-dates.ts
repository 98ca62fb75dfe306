import dayjs from 'dayjs';
import type { PluginFunc } from 'dayjs';
import utc from 'dayjs/plugin/utc';

/**
 * The calendar's and the pickers' library reads wall clocks such as `2027-03-28 02:30:00` in the zone of the browser,
 * where an hour may be missing that the workspace's zone has. Read as UTC, whose days are all alike, they stay what they
 * are. Whatever draws such a component imports this file.
 */
const asWallClocks: PluginFunc = (_options, Dayjs) => {
  const parse: unknown = Reflect.get(Dayjs.prototype, 'parse');
  if (typeof parse !== 'function') throw new Error('dayjs has no parse to build upon');
  Reflect.set(Dayjs.prototype, 'parse', function parseAsUtc(this: dayjs.Dayjs, config: object) {
    Reflect.apply(parse, this, [{ ...config, utc: true }]);
  });
};

dayjs.extend(utc);
dayjs.extend(asWallClocks);
