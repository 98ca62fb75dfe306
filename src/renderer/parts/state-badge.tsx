import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBuildingBroadcastTower from '@tabler/icons-react/dist/esm/icons/IconBuildingBroadcastTower.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleOff from '@tabler/icons-react/dist/esm/icons/IconCircleOff.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconClockX from '@tabler/icons-react/dist/esm/icons/IconClockX.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import type { Delivery, DeliveryState } from '../../shared/models/delivery.ts';
import { useWords } from '../words.ts';
import classes from './state-badge.module.css';

const tones = {
  draft: 'neutral',
  scheduled: 'waiting',
  publishing: 'moving',
  published: 'good',
  failed: 'bad',
  unknown: 'warning',
  missed: 'warning',
  cancelled: 'neutral',
  with_network: 'waiting',
  needs_you: 'warning',
} as const satisfies Record<DeliveryState, string>;

const icons = {
  draft: IconPencil,
  scheduled: IconClock,
  publishing: IconUpload,
  published: IconCircleCheck,
  failed: IconCircleX,
  unknown: IconAlertTriangle,
  missed: IconClockX,
  cancelled: IconCircleOff,
  with_network: IconBuildingBroadcastTower,
  needs_you: IconHandStop,
} as const satisfies Record<DeliveryState, unknown>;

/** The tone of a state: `neutral`, `waiting`, `moving`, `good`, `warning` or `bad`; a suffix of `--ocma-state-*` and `--ocma-fill-*`. */
export const toneOf = (state: DeliveryState): (typeof tones)[DeliveryState] => tones[state];

interface StateBadgeProps {
  readonly state: DeliveryState;
  /** While publishing the badge names the step. */
  readonly progress?: Delivery['progress'];
  /** Icon and colour without the word (which is then read out only); for cards with little room. */
  readonly compact?: boolean;
}

/** The one look of a delivery's state: icon, word and colour. */
export function StateBadge({ state, progress = null, compact = false }: StateBadgeProps) {
  const t = useWords();
  const Icon = icons[state];
  const word =
    state === 'publishing' && progress
      ? t(`states.step.${progress.step}`, { done: progress.done, of: progress.of })
      : t(`states.delivery.${state}`);
  return (
    <span
      className={classes.badge}
      data-tone={tones[state]}
      data-state={state}
      data-compact={compact || undefined}
    >
      <Icon size={14} stroke={2} aria-hidden />
      <span className={compact ? 'ocma-read-only' : undefined}>{word}</span>
    </span>
  );
}
