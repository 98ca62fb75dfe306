import { Anchor, Button, Chip } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { AssistPreview } from '../../../../shared/models/assist.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { useWords } from '../../../words.ts';
import { KeyphraseField } from '../keyphrase-field.tsx';
import type { Keyphrase } from '../use-keyphrase.ts';
import classes from './assist.module.css';
import { rulesCan, takesKeyphrase, takesTopics } from './form.ts';
import type { Missing, TaskKind } from './form.ts';
import { RisingTopics } from './rising-topics.tsx';
import { TaskFields } from './task-fields.tsx';
import type { TaskFieldsProps } from './task-fields.tsx';
import { WhatIsSent } from './what-is-sent.tsx';

interface AskFormProps extends TaskFieldsProps {
  readonly tasks: readonly TaskKind[];
  readonly keyphrase: Keyphrase;
  /** The network's name for people. */
  readonly network: string;
  readonly missing: Missing | null;
  /** What asking would send; undefined while it is not known. */
  readonly preview: AssistPreview | undefined;
  readonly previewError: unknown;
  readonly running: boolean;
  readonly onAsk: () => void;
  readonly onStop: () => void;
}

/** What is wanted, and before anything is sent, where it would go and what it may cost. */
export function AskForm(props: AskFormProps) {
  const { form, tasks, keyphrase, network, missing, preview, previewError, running } = props;
  const { onChange, onAsk, onStop } = props;
  const t = useWords();
  const askButton = useRef<HTMLButtonElement>(null);
  const isHelpless = preview?.server === null && !rulesCan(form.kind);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!running) onAsk();
      }}
    >
      <Chip.Group
        value={form.kind}
        onChange={(value) => {
          const kind = tasks.find((task) => task === value);
          if (kind !== undefined) onChange({ kind });
        }}
      >
        <div role="radiogroup" aria-label={t('assist.task.label')} className={classes.tasks}>
          {tasks.map((kind) => (
            <Chip key={kind} value={kind} size="xs" variant="outline">
              {t(`assist.task.${kind}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <TaskFields form={form} accounts={props.accounts} pictures={props.pictures} onChange={onChange} />
      {takesKeyphrase(form.kind) ? <KeyphraseField keyphrase={keyphrase} /> : null}
      {takesTopics(form.kind) && preview?.server !== null ? (
        <RisingTopics
          wanted={form.withTrends}
          preview={preview}
          network={network}
          onChange={(withTrends) => onChange({ withTrends })}
        />
      ) : null}
      {preview?.server === null ? <NoKey helpless={isHelpless} /> : null}
      <div className={classes.acts}>
        {/* Stays where the focus is while the question is under way. */}
        <Button
          ref={askButton}
          type="submit"
          disabled={missing !== null || isHelpless}
          {...(running ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        >
          {t('assist.ask')}
        </Button>
        {running ? (
          <Button
            variant="default"
            onClick={() => {
              onStop();
              askButton.current?.focus();
            }}
          >
            {t('assist.stop')}
          </Button>
        ) : null}
        {missing === null ? null : <span className={classes.quiet}>{t(`assist.missing.${missing}`)}</span>}
      </div>
      {previewError ? <ErrorState inline error={previewError} /> : null}
      {missing === null && !previewError && !isHelpless ? <WhatIsSent preview={preview} /> : null}
    </form>
  );
}

function NoKey({ helpless }: { readonly helpless: boolean }) {
  const t = useWords();
  return (
    <p className={classes.note}>
      {helpless ? t('assist.noKey.cannot') : `${t('assist.noKey.title')} ${t('assist.noKey.can')}`}{' '}
      <Anchor component={Link} href="/settings#model" inherit>
        {t('assist.noKey.action')}
      </Anchor>
    </p>
  );
}
