import { Tooltip } from '@mantine/core';
import { NetworkIcon, usePlatforms } from '../../parts/network-icon.tsx';
import { useWords } from '../../words.ts';
import classes from './count-ring.module.css';
import type { Measured } from './use-measurements.ts';

const radius = 8;
const circumference = 2 * Math.PI * radius;

/** How much of a network's limit a text takes: a quiet ring, a number near the limit, red beyond it. */
export function CountRing({ measured: { platform, measurement } }: { measured: Measured }) {
  const t = useWords();
  const network = usePlatforms().get(platform)?.title ?? platform;
  const { length, limit } = measurement;
  const left = limit - length;
  const tone = left < 0 ? 'bad' : left <= Math.min(20, limit * 0.1) ? 'warning' : 'quiet';
  const words =
    left < 0
      ? t('compose.text.over', { count: -left, network })
      : t('compose.text.count', { length, limit, network });
  return (
    <Tooltip label={words}>
      <span className={classes.root} data-tone={tone}>
        <span className="ocma-read-only">{words}</span>
        <NetworkIcon platform={platform} size={12} />
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
          <circle className={classes.track} cx="11" cy="11" r={radius} />
          <circle
            className={classes.value}
            cx="11"
            cy="11"
            r={radius}
            strokeDasharray={circumference}
            strokeDashoffset={circumference * (1 - Math.min(1, length / limit))}
            transform="rotate(-90 11 11)"
          />
        </svg>
        <span className={classes.left} aria-hidden>
          {tone === 'quiet' ? '' : left}
        </span>
      </span>
    </Tooltip>
  );
}
