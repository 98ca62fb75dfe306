import { Button } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { describeFailure } from '../failure.ts';
import { useWords } from '../words.ts';
import classes from './error-state.module.css';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Takes a line instead of a page. */
  readonly inline?: boolean;
}

/** A failure in words: what happened, what to do, and a button that tries again. */
export function ErrorState({ error, onRetry, inline = false }: ErrorStateProps) {
  const t = useWords();
  const failure = describeFailure(error, t);
  return (
    <div className={classes.root} data-inline={inline || undefined} role="alert">
      <IconAlertCircle size={20} aria-hidden className={classes.icon} />
      <div>
        <p className={classes.message}>{failure.message}</p>
        {failure.fix ? <p className={classes.fix}>{failure.fix}</p> : null}
        {onRetry ? (
          <Button variant="default" size="xs" mt={12} onClick={onRetry}>
            {t('shell.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
