import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useId } from 'react';
import type { ModelTest as Found } from '../../../shared/models/model-test.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { useApi } from '../../queries.ts';
import { useFormats } from '../../use-formats.ts';
import { useWords } from '../../words.ts';
import { useWorkspace } from '../../workspace.tsx';
import { testFacts } from './model-test-facts.ts';
import classes from './model-test.module.css';

/** Models to choose from beside the test; a server that has hundreds is not listed to its end. */
const mostOffered = 12;

interface ModelTestProps {
  /** The server is on this machine. */
  readonly free: boolean;
  /** Sets what the test has found to be right. */
  readonly onKeep: (after: { model?: string; baseUrl?: string }) => void;
}

/** A button that asks the language model one short question, and what came of it. */
export function ModelTest({ free, onKeep }: ModelTestProps) {
  const t = useWords();
  const api = useApi();
  const queries = useQueryClient();
  const { id: workspaceId } = useWorkspace();
  const hintId = useId();
  const test = useMutation(
    api.settings.testModel.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.settings.modelSpending.key() }),
    }),
  );
  return (
    <div>
      <Group gap={12}>
        <Button
          size="compact-sm"
          variant="default"
          loading={test.isPending}
          aria-describedby={hintId}
          onClick={() => test.mutate({ workspaceId })}
        >
          {t('settings.openAi.test.act')}
        </Button>
        <span className={classes.hint} id={hintId}>
          {t(`settings.openAi.test.${test.isPending ? 'asking' : free ? 'hintFree' : 'hint'}`)}
        </span>
      </Group>
      <div aria-live="polite">
        {test.data && !test.isPending ? <Result found={test.data} onKeep={onKeep} /> : null}
        {test.error && !test.isPending ? <ErrorState inline error={test.error} /> : null}
      </div>
    </div>
  );
}

function Result({ found, onKeep }: Pick<ModelTestProps, 'onKeep'> & { readonly found: Found }) {
  const t = useWords();
  const formats = useFormats();
  const { code, text, fix, baseUrl, models, retryAt } = found;
  const isFine = code === 'works';
  const Icon = isFine ? IconCircleCheck : IconAlertTriangle;
  const offered = code === 'unknown_model' ? models.slice(0, mostOffered) : [];
  // What can be chosen right here needs no advice.
  const isAdvised = baseUrl === null && offered.length === 0 && retryAt === null;
  return (
    <div className={classes.result} data-ok={isFine || undefined}>
      <Icon size={16} aria-hidden />
      <div className={classes.words}>
        <p>{[text, ...testFacts(found, t, formats)].join(' ')}</p>
        {fix !== null && isAdvised ? <p>{fix}</p> : null}
        {baseUrl === null ? null : (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => onKeep({ baseUrl })}>
              {t('settings.openAi.test.useAddress', { address: baseUrl })}
            </Button>
          </div>
        )}
        {offered.length > 0 ? (
          <div role="group" aria-label={t('settings.openAi.test.has')} className={classes.models}>
            <span>{t('settings.openAi.test.has')}</span>
            {offered.map((model) => (
              <Button key={model} size="compact-xs" variant="default" onClick={() => onKeep({ model })}>
                {model}
              </Button>
            ))}
            {models.length > offered.length ? (
              <span>{t('settings.openAi.test.more', { count: models.length - offered.length })}</span>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}
