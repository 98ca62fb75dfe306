import { Tooltip } from '@mantine/core';
import type { WallTime } from '../../shared/models/time.ts';
import { useFormats } from '../use-formats.ts';
import { useWords } from '../words.ts';
import { formatFull, formatTime } from '../formats.ts';
import { machineZone, zoneCity } from '../zoned.ts';

interface WhenProps {
  readonly at: number;
  /** What the user chose, where that is known: its zone is shown when it is not the workspace's. */
  readonly wall?: WallTime | null;
}

/** A time: relative when near, absolute on hover, with the zone where it is not this machine's. */
export function When({ at, wall = null }: WhenProps) {
  const t = useWords();
  const formats = useFormats();
  const zone = wall?.timeZone ?? formats.timeZone;
  const own = zone === machineZone();
  const words = formats.when(at);
  const shown = own ? words : t('states.when.inZone', { time: words, zone: zoneCity(zone) });
  const full = t('states.when.full', { date: formatFull(at, zone, formats.locale), zone });
  const note =
    wall && wall.note !== 'none'
      ? t(`states.daylight.${wall.note}`, { time: formatTime(at, zone, formats.locale) })
      : null;
  return (
    <Tooltip label={note ? `${full}. ${note}` : full} multiline maw={320}>
      <time dateTime={new Date(at).toISOString()}>{shown}</time>
    </Tooltip>
  );
}
