import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import type { ExperimentState, ExperimentSummary } from '../../../../shared/models/experiment.ts';
import { useWords } from '../../../words.ts';
import classes from './tests.module.css';

const looks = {
  planned: { tone: 'waiting', Icon: IconClock },
  running: { tone: 'moving', Icon: IconPlayerPlay },
  decided: { tone: 'good', Icon: IconCircleCheck },
  undecided: { tone: 'neutral', Icon: IconScale },
  stopped: { tone: 'warning', Icon: IconHandStop },
} as const satisfies Record<ExperimentState, unknown>;

/** How a test stands, as icon, word and colour, and whether it is practice. */
export function TestState({ test }: { test: Pick<ExperimentSummary, 'state' | 'posts' | 'practice'> }) {
  const t = useWords();
  const { tone, Icon } = looks[test.state];
  const { out, planned } = test.posts;
  return (
    <span className={classes.states}>
      <span className={classes.badge} data-tone={tone}>
        <Icon size={14} stroke={2} aria-hidden />
        {t(`tests.state.${test.state}`, { out, planned })}
      </span>
      {test.practice ? (
        <span className={classes.badge} data-tone="neutral">
          {t('tests.practice')}
        </span>
      ) : null}
    </span>
  );
}
