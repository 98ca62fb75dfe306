import { Anchor, Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ModelFailure, ModelFailureCode } from '../../../../shared/models/model-failure.ts';
import { useNow } from '../../../clock.tsx';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';

/** What the settings can mend. */
const settled: ReadonlySet<ModelFailureCode> = new Set([
  'invalid_key',
  'no_access',
  'unknown_model',
  'wrong_address',
  'not_understood',
  'endless',
  'timed_out',
  'unreachable',
]);

/** What may be over by itself. */
const passing: ReadonlySet<ModelFailureCode> = new Set([
  'no_credit',
  'rate_limited',
  'endless',
  'cut',
  'timed_out',
  'unreachable',
  'server_error',
]);

interface ModelFailedProps {
  readonly failure: ModelFailure;
  /** Asks the same once more. */
  readonly onAgain: () => void;
}

/** Why the language model gave no answer, what to do about it, and when it may be asked again. */
export function ModelFailed({ failure: { code, text, fix, retryAt }, onAgain }: ModelFailedProps) {
  const t = useWords();
  const { time } = useFormats();
  const now = useNow();
  const waits = retryAt !== null && retryAt > now;
  const until = (at: number): string =>
    at - now < 60_000 ? t('assist.failed.soon') : t('assist.failed.until', { time: time(at) });
  return (
    <div className={classes.failed}>
      <p className={classes.failedText}>
        <strong>{text}</strong> {waits ? until(retryAt) : fix}
      </p>
      <div className={classes.acts}>
        {passing.has(code) ? (
          <Button variant="default" size="compact-sm" onClick={onAgain} disabled={waits}>
            {t('assist.failed.again')}
          </Button>
        ) : null}
        {settled.has(code) ? (
          <Anchor component={Link} href="/settings#model" size="sm">
            {t('assist.answer.settings')}
          </Anchor>
        ) : null}
      </div>
    </div>
  );
}
