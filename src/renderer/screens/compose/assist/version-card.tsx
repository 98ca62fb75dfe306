import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useId } from 'react';
import type { AssistTask, AssistVersion } from '../../../../shared/models/assist.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';
import { DifferenceText } from './difference-text.tsx';
import { partsOf, textAfter } from './taken-version.ts';

interface VersionCardProps {
  readonly number: number;
  readonly version: AssistVersion;
  readonly task: AssistTask;
  readonly before: string;
  /** It stands in the draft already. */
  readonly used: boolean;
  readonly onUse: () => void;
}

/** One version that passed every check: what it changes, what for, how long it is, and a button that takes it. */
export function VersionCard({ number, version, task, before, used, onUse }: VersionCardProps) {
  const t = useWords();
  const id = useId();
  const { tone, hook, measurement, why } = version;
  const parts = partsOf(version);
  const facts = [
    ...(tone === null ? [] : [t(`assist.tone.${tone}`)]),
    ...(hook === null || hook === 'any' ? [] : [t(`assist.hook.${hook}`)]),
    ...(parts.length > 1 ? [t('assist.answer.parts', { count: parts.length })] : []),
    ...(measurement === null
      ? []
      : [t('assist.answer.length', { length: measurement.length, limit: measurement.limit })]),
  ];
  return (
    <article className={classes.version} aria-labelledby={id}>
      <div className={classes.head}>
        <h4 className={classes.name} id={id}>
          {t('assist.answer.version', { number })}
        </h4>
        <span className={classes.facts}>{facts.join(' · ')}</span>
        {used ? (
          <span className={classes.used}>
            <IconCheck size={14} aria-hidden /> {t('assist.answer.used')}
          </span>
        ) : (
          <Button size="compact-sm" variant="light" onClick={onUse} aria-describedby={id}>
            {t('assist.answer.use')}
          </Button>
        )}
      </div>
      <p className={classes.text} dir="auto">
        <DifferenceText before={before} after={textAfter(version, task)} />
      </p>
      {why === '' ? null : <p className={classes.quiet}>{why}</p>}
    </article>
  );
}
