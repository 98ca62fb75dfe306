import { Loader, UnstyledButton } from '@mantine/core';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import { useWords } from '../../words.ts';
import classes from './start-choice.module.css';

/** How a user begins: with the practice network, or with an account of their own. */
export type Start = 'practice' | 'real';

interface StartChoiceProps {
  readonly chosen: Start | null;
  readonly busy: boolean;
  readonly onChoose: (start: Start) => void;
}

const icons = { practice: IconSchool, real: IconPlugConnected } as const;

/** The two ways to begin. */
export function StartChoice({ chosen, busy, onChoose }: StartChoiceProps) {
  const t = useWords();
  return (
    <div className={classes.choices}>
      {(['practice', 'real'] as const).map((start) => {
        const Icon = icons[start];
        return (
          <UnstyledButton
            key={start}
            className={classes.choice}
            aria-pressed={chosen === start}
            disabled={busy}
            onClick={() => onChoose(start)}
          >
            <span className={classes.icon}>
              {busy && start === 'practice' ? (
                <Loader size={20} />
              ) : (
                <Icon size={22} stroke={1.6} aria-hidden />
              )}
            </span>
            <span className={classes.title}>{t(`firstRun.${start}.title`)}</span>
            <span className={classes.text}>{t(`firstRun.${start}.text`)}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
