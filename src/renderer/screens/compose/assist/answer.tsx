import { Button } from '@mantine/core';
import type { AssistAnswer, AssistVersion } from '../../../../shared/models/assist.ts';
import { useFormats } from '../../../use-formats.ts';
import { useWords } from '../../../words.ts';
import classes from './assist.module.css';
import { costSentence } from './cost-words.ts';
import { Disclosure } from './disclosure.tsx';
import { isTestable } from './form.ts';
import { ModelFailed } from './model-failed.tsx';
import type { Asked } from './use-assist-run.ts';
import { textAfter } from './taken-version.ts';
import { VersionCard } from './version-card.tsx';

interface AnswerProps {
  readonly asked: Asked;
  readonly answer: AssistAnswer;
  /** What the draft says now where the versions would stand. */
  readonly now: string;
  /** The model that was asked, by its name; null where none is set up. */
  readonly model: string | null;
  readonly onUse: (version: AssistVersion) => void;
  /** Asks the same once more. */
  readonly onAgain: () => void;
  /** Publishes the versions beside one another to learn which does better; no button is shown without it. */
  readonly onTest?: ((versions: readonly AssistVersion[]) => void) | undefined;
}

/** Versions that passed every check, what they cost, and how many did not pass. */
export function Answer({ asked, answer, now, model, onUse, onAgain, onTest }: AnswerProps) {
  const t = useWords();
  const { versions, rejected, failure } = answer;
  const { task } = asked.request;
  const isUsed = (version: AssistVersion): boolean => textAfter(version, task) === now;
  const isChanged = now !== asked.before && !versions.some(isUsed);
  return (
    <section aria-label={t('assist.answer.label')} className={classes.answer}>
      {failure === null ? null : <ModelFailed failure={failure} onAgain={onAgain} />}
      <Origin answer={answer} model={model} />
      {isChanged && versions.length > 0 ? (
        <p className={classes.quiet}>{t('assist.answer.changedSince')}</p>
      ) : null}
      {versions.map((version, index) => (
        <VersionCard
          key={`${index} ${version.text}`}
          number={index + 1}
          version={version}
          task={task}
          before={asked.before}
          used={isUsed(version)}
          onUse={() => onUse(version)}
        />
      ))}
      {onTest && versions.length > 1 && isTestable(task.kind) ? (
        <Button variant="default" size="xs" onClick={() => onTest(versions)}>
          {t('assist.answer.test')}
        </Button>
      ) : null}
      {rejected.length > 0 ? (
        <Disclosure label={t('assist.rejected', { count: rejected.length })} open={versions.length === 0}>
          <ul className={classes.traits}>
            {[...new Set(rejected.map(({ reason }) => reason))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Who answered and what it cost. */
function Origin({ answer, model }: { readonly answer: AssistAnswer; readonly model: string | null }) {
  const t = useWords();
  const { money, count } = useFormats();
  const { source, note, failure, usage, cached, versions } = answer;
  const by =
    source === 'model' && model !== null ? t('assist.answer.by', { model }) : t(`assist.answer.${source}`);
  const facts = [
    ...(versions.length > 0 && (note === null || source === 'model') ? [by] : []),
    ...(cached ? [t('assist.answer.cached')] : []),
    ...(usage === null
      ? []
      : [
          t('assist.usage', {
            input: count(usage.inputTokens),
            output: count(usage.outputTokens),
            cost: costSentence(usage.costMicros, money, t),
          }),
        ]),
  ];
  const said = note ?? (versions.length === 0 && failure === null ? t('assist.answer.none') : null);
  return (
    <>
      {said === null ? null : <p className={classes.note}>{said}</p>}
      {facts.length > 0 ? <p className={classes.small}>{facts.join(' ')}</p> : null}
    </>
  );
}
