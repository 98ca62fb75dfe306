import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '../../../words.ts';
import classes from './best-time.module.css';

/** A button that opens why a number is what it is. */
export function Why({
  of,
  children,
}: {
  /** What it explains, for those who do not see it. */ of: string;
  children: ReactNode;
}) {
  const t = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div className={classes.why}>
      <UnstyledButton
        className={classes.whyButton}
        aria-expanded={opened}
        aria-label={t('bestTime.whyOf', { of })}
        onClick={toggle}
      >
        {t('bestTime.why')}
      </UnstyledButton>
      {opened ? <div className={classes.because}>{children}</div> : null}
    </div>
  );
}
