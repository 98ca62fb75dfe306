import { Anchor, Loader } from '@mantine/core';
import { Link } from 'wouter';
import { describeFailure } from '../../../failure.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useWords } from '../../../words.ts';
import type { Words } from '../../../words.ts';
import classes from './assist.module.css';
import { Disclosure } from './disclosure.tsx';
import type { RunState } from './use-assist-run.ts';

interface RunStatusProps {
  readonly state: RunState;
  /** Asking costs nothing. */
  readonly free: boolean;
  readonly onAgain: () => void;
}

/** How the question stands, in a sentence that is read out once, and texts on their way, marked as unchecked. */
export function RunStatus({ state, free, onAgain }: RunStatusProps) {
  const t = useWords();
  const status = sentenceOf(state, free, t);
  const isSeen = state.kind === 'running' || state.kind === 'stopped' || state.kind === 'broken';
  return (
    <>
      <output className={isSeen ? classes.status : 'ocma-read-only'}>
        {state.kind === 'running' ? <Loader size={14} aria-hidden /> : null}
        {status}
      </output>
      {state.kind === 'running' && state.faults !== null && state.faults.length > 0 ? (
        <Disclosure label={t('assist.state.faults', { count: state.faults.length })}>
          <ul className={classes.traits}>
            {[...new Set(state.faults)].map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {state.kind === 'running' && state.drafts.length > 0 ? (
        <div className={classes.drafts} aria-hidden>
          {state.drafts.map((text, index) => (
            <div key={`draft ${index}`} className={classes.draft}>
              <span className={classes.small}>{t('assist.draftLabel')}</span>
              <p className={classes.text} dir="auto">
                {text}
              </p>
            </div>
          ))}
        </div>
      ) : null}
      {state.kind === 'failed' ? <Failed error={state.error} onAgain={onAgain} /> : null}
    </>
  );
}

function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const t = useWords();
  const isBudget = describeFailure(error, t).code === 'openai_budget';
  return (
    <>
      <ErrorState inline error={error} {...(isBudget ? {} : { onRetry: onAgain })} />
      {isBudget ? (
        <Anchor component={Link} href="/settings#model" size="sm">
          {t('assist.answer.settings')}
        </Anchor>
      ) : null}
    </>
  );
}

function sentenceOf(state: RunState, free: boolean, t: Words): string {
  switch (state.kind) {
    case 'idle':
    case 'failed':
      return '';
    case 'running':
      if (state.faults !== null) return t('assist.state.repairing');
      if (state.drafts.length > 0) return t('assist.state.coming');
      return state.source === null ? t('assist.state.asking') : t(`assist.state.${state.source}`);
    case 'stopped':
      return state.source === 'model' && !free
        ? `${t('assist.state.stopped')} ${t('assist.state.stoppedCost')}`
        : t('assist.state.stopped');
    case 'broken':
      return `${t('assist.state.broken')} ${t('assist.state.brokenFix')}`;
    case 'done': {
      const { versions } = state.answer;
      return versions.length === 0
        ? t('assist.answer.none')
        : t('assist.answer.count', { count: versions.length });
    }
  }
}
